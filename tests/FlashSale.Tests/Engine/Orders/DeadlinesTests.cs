using FlashSale.Engine;
using FsCheck;
using FsCheck.Fluent;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// Rules INV-2, LST-3, ORD-2: what is due comes in the order of its moments.
[Trait("engine", "INV-2"), Trait("engine", "LST-3"), Trait("engine", "ORD-2")]
public sealed class DeadlinesTests
{
    // Adds a deadline after so many minutes; or, if negative, lets time pass.
    private static readonly Gen<int> AnyStep =
        Gen.Frequency((3, Gen.Choose(0, 500)), (1, Gen.Choose(-30, -1)));

    [Fact]
    public void In_any_history_deadlines_come_in_the_order_of_their_moments() =>
        AnyHistory.Holds(AnyStep, steps => Play(steps, new Deadlines(), saves: false));

    [Fact]
    public void Deadlines_that_were_saved_in_the_middle_come_in_the_same_order() =>
        AnyHistory.Holds(AnyStep, steps => Assert.Equal(
            Play(steps, new Deadlines(), saves: false), Play(steps, new Deadlines(), saves: true)));

    [Fact]
    public void However_presales_choose_their_windows_deadlines_keep_their_order()
    {
        const int many = 100_000;
        var deadlines = new Deadlines();
        for (var at = many; at > 0; at--)
        {
            deadlines.Add(Due.Balance, Noon.AddMilliseconds(at), at);
        }

        Assert.Equal(many, deadlines.Count);
        for (var at = 1; at <= many; at++)
        {
            Assert.True(deadlines.TryTake(long.MaxValue, out var deadline));
            Assert.Equal(at, deadline.Subject);
        }

        Assert.Equal((0, long.MaxValue), (deadlines.Count, deadlines.NextAtMs));
    }

    // Returns what came, in its order.
    private static List<long> Play(IReadOnlyList<int> steps, Deadlines deadlines, bool saves)
    {
        var (came, now, last) = (new List<long>(), Noon, 0L);
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at] >= 0)
            {
                deadlines.Add(Due.Payment, now.AddMinutes(steps[at]), at);
                continue;
            }

            deadlines = saves ? SavedAndLoaded(deadlines) : deadlines;
            now = now.AddMinutes(-steps[at]);
            while (deadlines.TryTake(now.ToUnixTimeMilliseconds(), out var deadline))
            {
                Assert.InRange(deadline.AtMs, last, now.ToUnixTimeMilliseconds());
                last = deadline.AtMs;
                came.Add(deadline.Subject);
            }

            Assert.True(deadlines.NextAtMs > now.ToUnixTimeMilliseconds());
        }

        Assert.Equal(steps.Count(step => step >= 0), came.Count + deadlines.Count);
        return came;
    }

    private static Deadlines SavedAndLoaded(Deadlines deadlines)
    {
        using var stream = new MemoryStream();
        deadlines.Save(new StateWriter(stream));
        stream.Position = 0;
        var loaded = new Deadlines();
        loaded.Load(new StateReader(stream));
        return loaded;
    }
}
