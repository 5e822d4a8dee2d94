using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class CalibrationSearchTests
{
    private static readonly double[] Luck = [0.02, -0.01, 0.015];

    // Year y is met best where the first factor is Best[y]; the second factor moves nothing.
    private static readonly double[] Best = [0.3, 0.4, 0.5, 0.9];

    [Fact]
    public void All_years_together_and_without_each_find_the_bottom_of_their_sum()
    {
        var (answer, _) = Play(Search([0, 1, 2]), Flat);

        Assert.Equal(0.4, answer.Fit.Point[0], 0.02);
        Assert.Equal([0, 1, 2], answer.WithoutOne.Select(fit => fit.Without!.Value));
        Assert.Equal([0.45, 0.4, 0.35], answer.WithoutOne.Select(fit => Math.Round(fit.Point[0] * 20) / 20));
        Assert.Equal(
            CalibrationSearch.Mean(CalibrationSearch.Sum(answer.Fit.Point, [0, 1, 2], Flat)!),
            answer.Fit.Loss, 12);
    }

    [Fact]
    public void A_factor_that_moves_nothing_is_not_identified_and_one_that_does_is()
    {
        var (answer, _) = Play(Search([0, 1, 2]), Flat);

        Assert.True(answer.Profiles[0].Fitting!.IsIdentified);
        Assert.Equal(answer.Fit.Point[0], answer.Profiles[0].Places[answer.Profiles[0].Fitting!.Best]);
        Assert.Equal((0, 1), (answer.Profiles[1].Places[answer.Profiles[1].Fitting!.From],
            answer.Profiles[1].Places[answer.Profiles[1].Fitting!.To]));
    }

    [Fact]
    public void A_year_that_is_held_out_is_looked_at_once_and_last()
    {
        var (answer, asked) = Play(Search([0, 1, 2]) with { HeldOut = [3] }, Flat);

        var opened = Assert.Single(asked, order => order.Year == 3);
        Assert.Same(opened, asked[^1]);
        Assert.Equal(RunRole.HeldOut, opened.Role);
        Assert.Equal(answer.Fit.Point, opened.Point);
    }

    [Fact]
    public void A_fit_without_a_year_asks_for_no_run_of_it_but_the_one_that_judges()
    {
        var (answer, asked) = Play(Search([0, 2]), Flat);

        // What only the fit without year 2 looked at was never run in year 2, but for its best point.
        var alone = asked.Where(order => order.Year == 0).Select(order => order.Point)
            .Where(point => !asked.Exists(order => order.Year == 2 && order.Role == RunRole.Search
                && order.Point.SequenceEqual(point))).ToList();
        Assert.True(alone.Count > 5);
        Assert.Contains(alone, answer.WithoutOne[1].Point.SequenceEqual);
        Assert.Single(asked, order => order.Role == RunRole.HeldOut && order.Year == 2);
    }

    [Fact]
    public void A_point_whose_run_failed_is_never_the_best()
    {
        IReadOnlyList<double> Broken(IReadOnlyList<double> point, int year) => point[0] < 0.45
            ? [double.PositiveInfinity, 0, 0] : Flat(point, year);
        var (answer, _) = Play(Search([0, 1, 2]), Broken);

        Assert.InRange(answer.Fit.Point[0], 0.45, 0.5);
        Assert.True(double.IsFinite(answer.Fit.Loss));
        Assert.Contains(answer.Profiles[0].Losses, losses => losses.Contains(double.PositiveInfinity));
    }

    private static CalibrationSearch Search(IReadOnlyList<int> fitted) =>
        new(fitted, LeavesOut: true, [], _ => [[0.8, 0.5]], EvaluationsMax: 60, ProfileLevels: 5);

    private static IReadOnlyList<double> Flat(IReadOnlyList<double> point, int year)
    {
        var error = 30 * (point[0] - Best[year]);
        return [.. Luck.Select((luck, seed) =>
            (error * error) + (luck * (1 + (point[1] * ((seed % 2) - 0.5)))))];
    }

    private static (CalibrationAnswer Answer, List<CalibrationOrder> Asked) Play(
        CalibrationSearch search, Func<IReadOnlyList<double>, int, IReadOnlyList<double>> runs)
    {
        var known = new Dictionary<string, IReadOnlyList<double>>();
        var asked = new List<CalibrationOrder>();
        static string Key(IReadOnlyList<double> point, int year) =>
            $"{year} {string.Join(' ', point.Select(BitConverter.DoubleToInt64Bits))}";
        for (var round = 0; round < 1_000; round++)
        {
            var step = search.After((point, year) => known.GetValueOrDefault(Key(point, year)), 0.95);
            if (step.Answer is { } answer)
            {
                Assert.Empty(step.Wanted);
                return (answer, asked);
            }

            Assert.NotEmpty(step.Wanted);
            foreach (var order in step.Wanted.Where(order => known.TryAdd(
                Key(order.Point, order.Year), runs(order.Point, order.Year))))
            {
                asked.Add(order);
            }
        }

        throw new InvalidOperationException("no answer");
    }
}
