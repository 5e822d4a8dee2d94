using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// The whole engine over a disk that fails: what was answered is there, once; and careless engines are found
/// out.
/// </summary>
public sealed class EngineCrashTests
{
    private const int SeedsUsually = 60;
    private const int LivesMax = 4;
    private const int BuyersPerLife = 40;

    [Fact]
    public void No_crash_loses_or_doubles_what_was_answered() =>
        FaultSeeds.All(SeedsUsually, typeof(EngineCrashTests), seed => Story(seed).GetAwaiter().GetResult());

    [Fact]
    public void An_engine_that_answers_before_it_writes_is_found_out() =>
        Assert.Contains(Seeds(), seed => IsFoundOut(Story(seed, answersEarly: true)));

    [Fact]
    public void An_engine_that_never_syncs_is_found_out() =>
        Assert.Contains(
            Seeds(), seed => IsFoundOut(Story(seed, disk => new WeakStorage(disk) { SyncsFiles = false })));

    private static bool IsFoundOut(Task<string?> story) => story.GetAwaiter().GetResult() is not null;

    private static IEnumerable<ulong> Seeds() =>
        Enumerable.Range(1, SeedsUsually).Select(seed => (ulong)seed);

    /// <summary>Several lives of one market over one disk; what went wrong, or null.</summary>
    private static async Task<string?> Story(
        ulong seed, Func<IStorage, IStorage>? weaken = null, bool answersEarly = false)
    {
        var chance = new SplitMix64(seed);
        var disk = new MemoryStorage();
        var answered = new List<CheckoutId>();
        for (var life = 0; life <= LivesMax; life++)
        {
            var plan = life == LivesMax
                ? new FaultPlan()
                : new FaultPlan
                {
                    PowerLastsForBytes = 2_000 + chance.Below(20_000),
                    SyncFailsPerMille = chance.Pick(0, 0, 50),
                };
            var faulty = new FaultyStorage(disk, plan, chance.Fork());
            var wrong = await Live(weaken is null ? faulty : weaken(faulty), life, answered, answersEarly);
            if (wrong is not null)
            {
                return $"seed {seed}, life {life}: {wrong}\n{string.Join('\n', faulty.Story)}";
            }

            disk = faulty.AfterPowerLoss();
        }

        return null;
    }

    private static async Task<string?> Live(
        IStorage storage, int life, List<CheckoutId> answered, bool answersEarly)
    {
        try
        {
            await using var run = await EngineRun.Start(storage, weak: answersEarly);
            if (await run.Engine.Ask(market => Missing(market, answered)) is { } wrong)
            {
                return wrong;
            }

            for (var round = 0; round < 4; round++)
            {
                var from = ((life * 4) + round) * BuyersPerLife;
                await run.Sell(BuyersPerLife / 4, from);
                answered.AddRange(run.Placed);
                run.Placed.Clear();
            }
        }
        catch (Exception fault) when (fault is IOException or MarketHaltedException or JournalHaltedException)
        {
            return null; // the disk failed; the next life shows what is left
        }
        catch (JournalCorruptException refusal)
        {
            return refusal.Message;
        }

        return null;
    }

    private static string? Missing(Market market, List<CheckoutId> answered)
    {
        var lost = answered.Where(id => market.View.Order(id.Order(0)) is null).ToList();
        return lost.Count > 0 ? $"{lost.Count} answered checkouts are lost, first {lost[0]}"
            : !market.Audit().Passed ? "the audit fails"
            : null;
    }
}
