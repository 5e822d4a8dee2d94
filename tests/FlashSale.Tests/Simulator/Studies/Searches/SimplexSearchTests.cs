using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class SimplexSearchTests
{
    [Fact]
    public void The_smallest_loss_is_found_from_each_start()
    {
        var search = new SimplexSearch([[0.5, 0.5, 0.5], [0.95, 0.05, 0.9]], EvaluationsMax: 300);
        var (best, rounds) = Play(search, Bowl);

        Assert.Equal(0.2, best[0].Point[0], 0.01);
        Assert.Equal(0.7, best[0].Point[1], 0.01);
        Assert.Equal(0.4, best[0].Point[2], 0.01);
        Assert.Equal(best.Select(one => one.Loss).Order(), best.Select(one => one.Loss));
        Assert.All(best, one => Assert.Equal(Bowl(one.Point), one.Loss));
        Assert.True(rounds < 600);
    }

    [Fact]
    public void A_bent_valley_is_followed()
    {
        var (best, _) = Play(new SimplexSearch([[0.1, 0.9]], 500, SmallestStep: 1e-4), Valley);

        Assert.Equal(0.75, best[0].Point[0], 0.02);
        Assert.Equal(0.75, best[0].Point[1], 0.02);
    }

    [Fact]
    public void A_smallest_loss_on_the_face_of_the_cube_is_found_there()
    {
        var (best, _) = Play(new SimplexSearch([[0.5, 0.5]], 200), point => point[0] - point[1]);

        Assert.Equal([0, 1], best[0].Point.Select(place => Math.Round(place, 2)));
        Assert.All(best.SelectMany(one => one.Point), place => Assert.InRange(place, 0, 1));
    }

    [Fact]
    public void It_ends_at_its_limit()
    {
        var (best, _) = Play(new SimplexSearch([[0.5, 0.5, 0.5]], EvaluationsMax: 12), Bowl);

        Assert.InRange(best.Count, 12, 16); // a round is not cut
    }

    [Fact]
    public void The_first_round_asks_for_a_whole_simplex_and_only_for_what_is_missing()
    {
        var search = new SimplexSearch([[0.5, 0.95]], 50);
        var first = search.After(_ => null);

        Assert.Equal(
            [[0.5, 0.95], [0.65, 0.95], [0.5, 0.8]],
            first.Wanted.Select(point => point.Select(place => Math.Round(place, 9)).ToList()));
        Assert.Null(first.Best);
        Assert.Equal(
            first.Wanted.Skip(1),
            search.After(point => point.SequenceEqual(first.Wanted[0]) ? Bowl([.. point, 0]) : null).Wanted);
    }

    private static double Bowl(IReadOnlyList<double> point) =>
        Square(point[0] - 0.2) + (3 * Square(point[1] - 0.7)) + (0.5 * Square(point[2] - 0.4));

    // Rosenbrock's, with its bottom at 0.75, 0.75.
    private static double Valley(IReadOnlyList<double> point)
    {
        var (x, y) = ((4 * point[0]) - 2, (4 * point[1]) - 2);
        return Square(1 - x) + (10 * Square(y - (x * x)));
    }

    private static double Square(double x) => x * x;

    private static (IReadOnlyList<SimplexPoint> Best, int Rounds) Play(
        SimplexSearch search, Func<IReadOnlyList<double>, double> lossOf)
    {
        var known = new Dictionary<string, double>();
        static string Key(IReadOnlyList<double> point) => string.Join(' ', point.Select(
            BitConverter.DoubleToInt64Bits));
        for (var round = 0; round < 2_000; round++)
        {
            var step = search.After(point => known.TryGetValue(Key(point), out var loss) ? loss : null);
            if (step.Best is { } best)
            {
                return (best, round);
            }

            foreach (var point in step.Wanted)
            {
                known[Key(point)] = lossOf(point);
            }
        }

        throw new InvalidOperationException("no end after 2,000 rounds");
    }
}
