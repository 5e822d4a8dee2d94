namespace FlashSale.Simulator;

/// <summary>
/// The loss of a point in a year, one for each seed; infinite where a run has none, null while one is
/// missing.
/// </summary>
/// <param name="point">The coordinates of the point in the unit cube.</param>
/// <param name="year">The place of the year in the list of bases.</param>
public delegate IReadOnlyList<double>? SeedLosses(IReadOnlyList<double> point, int year);

/// <summary>Runs that a calibration asks for: a point in a year, on all seeds.</summary>
/// <param name="Point">The coordinates of the point in the unit cube.</param>
/// <param name="Year">The place of the year in the list of bases.</param>
/// <param name="Role">Whether the fit looks at it, or only judges by it.</param>
public sealed record CalibrationOrder(IReadOnlyList<double> Point, int Year, RunRole Role);

/// <summary>Where a calibration stands: the runs of the next round, or its answer.</summary>
/// <param name="Wanted">The runs of the next round; none at the end.</param>
/// <param name="Answer">The answer; null while runs are wanted.</param>
public sealed record CalibrationStep(IReadOnlyList<CalibrationOrder> Wanted, CalibrationAnswer? Answer);

/// <summary>
/// Looks for the factors that fit published years best, then for what that fit is worth: the same without
/// each year, and the loss along each factor.
/// </summary>
/// <remarks>
/// All fits go on side by side, so that a round has many runs that share a world. A year that is held out is
/// asked for last, at the best point alone: nothing is decided by it.
/// </remarks>
/// <param name="Fitted">The places of the years that are fitted.</param>
/// <param name="LeavesOut">Whether each of them is once left out and judged.</param>
/// <param name="HeldOut">The places of the years that no fit may see.</param>
/// <param name="Starts">Where a fit begins: of all years, or without the year that is given.</param>
/// <param name="EvaluationsMax">The most points that a fit looks at from one start.</param>
/// <param name="ProfileLevels">How many values of each factor the profile has, beside the best one.</param>
public sealed record CalibrationSearch(
    IReadOnlyList<int> Fitted, bool LeavesOut, IReadOnlyList<int> HeldOut,
    Func<int?, IReadOnlyList<IReadOnlyList<double>>> Starts, int EvaluationsMax, int ProfileLevels)
{
    private const double FirstStep = 0.2;
    private const double SmallestStep = 0.01;

    /// <summary>The runs of the next round, or the answer.</summary>
    /// <param name="lossesOf">The losses of a point in a year, as far as they are known.</param>
    /// <param name="confidence">Of the profiles, as 0.95.</param>
    public CalibrationStep After(SeedLosses lossesOf, double confidence)
    {
        ArgumentNullException.ThrowIfNull(lossesOf);
        var fits = (LeavesOut ? [null, .. Fitted.Select(year => (int?)year)] : new int?[] { null })
            .Select(without => (Without: without, Step: StepOf(without, lossesOf))).ToList();
        if (Missing(lossesOf, fits.SelectMany(fit => Searched(fit.Step.Wanted, fit.Without)))
            is { Count: > 0 } searched)
        {
            return new CalibrationStep(searched, null);
        }

        return Missing(lossesOf, fits.Skip(1).Select(fit => new CalibrationOrder(
            fit.Step.Best![0].Point, fit.Without!.Value, RunRole.HeldOut))) is { Count: > 0 } judged
            ? new CalibrationStep(judged, null)
            : Judged([.. fits.Select(FitOf)], lossesOf, confidence);
    }

    // All fits are at their ends: the loss along each factor, then the years that no fit saw.
    private CalibrationStep Judged(
        IReadOnlyList<CalibrationFit> fits, SeedLosses lossesOf, double confidence)
    {
        // The best point of a part of the years may be the best of all: now it was run in all.
        var best = fits.Select(fit => new SimplexPoint(fit.Point, Mean(Sum(fit.Point, Fitted, lossesOf)!)))
            .MinBy(point => point.Loss)!;
        var profiles = Enumerable.Range(0, best.Point.Count)
            .Select(factor => (Factor: factor, Places: Places(best.Point[factor]))).ToList();
        if (Missing(lossesOf, profiles.SelectMany(one => one.Places.SelectMany(place => Searched(
            [SimpleDesigns.With(best.Point, one.Factor, place)], null)))) is { Count: > 0 } looked)
        {
            return new CalibrationStep(looked, null);
        }

        var opened = HeldOut.Select(year => new CalibrationOrder(best.Point, year, RunRole.HeldOut));
        return Missing(lossesOf, opened) is { Count: > 0 } last
            ? new CalibrationStep(last, null)
            : new CalibrationStep([], new CalibrationAnswer(
                fits[0] with { Point = best.Point, Loss = best.Loss }, [.. fits.Skip(1)],
                [.. profiles.Select(one => CalibrationProfile.Of(
                    [.. one.Places.Select(place => (place, Sum(
                        SimpleDesigns.With(best.Point, one.Factor, place), Fitted, lossesOf)!))],
                    confidence))]));
    }

    /// <summary>The losses of a point summed over years, one for each seed; null if one is
    /// missing.</summary>
    public static IReadOnlyList<double>? Sum(
        IReadOnlyList<double> point, IReadOnlyList<int> years, SeedLosses lossesOf)
    {
        ArgumentNullException.ThrowIfNull(lossesOf);
        var losses = years.Select(year => lossesOf(point, year)).ToList();
        return losses.Contains(null) ? null
            : [.. losses[0]!.Select((_, seed) => Total([.. losses.Select(year => year![seed])]))];
    }

    /// <summary>The mean over seeds; infinite if one of them is.</summary>
    public static double Mean(IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return losses.All(double.IsFinite) ? ExactSum.Mean(losses) : double.PositiveInfinity;
    }

    /// <summary>The fitted years without one.</summary>
    public IReadOnlyList<int> Without(int? left) => [.. Fitted.Where(year => year != left)];

    // A compensated sum of what is infinite is no number.
    private static double Total(IReadOnlyList<double> losses) =>
        losses.All(double.IsFinite) ? ExactSum.Of(losses) : double.PositiveInfinity;

    private SimplexStep StepOf(int? without, SeedLosses lossesOf) =>
        new SimplexSearch(Starts(without), EvaluationsMax, FirstStep, SmallestStep).After(point =>
            Sum(point, Without(without), lossesOf) is { } losses ? Mean(losses) : null);

    private IEnumerable<CalibrationOrder> Searched(
        IEnumerable<IReadOnlyList<double>> points, int? without) =>
        from point in points
        from year in Without(without)
        select new CalibrationOrder(point, year, RunRole.Search);

    private static List<CalibrationOrder> Missing(
        SeedLosses lossesOf, IEnumerable<CalibrationOrder> orders) =>
        [.. orders.Where(order => lossesOf(order.Point, order.Year) is null)];

    // Evenly over the range, and the best value among them.
    private List<double> Places(double best) =>
    [
        .. Enumerable.Range(0, ProfileLevels).Select(level => level / (ProfileLevels - 1.0))
            .Where(place => Math.Abs(place - best) > SmallestStep).Append(best).Order(),
    ];

    private static CalibrationFit FitOf((int? Without, SimplexStep Step) fit) => new(
        fit.Without, fit.Step.Best![0].Point, fit.Step.Best[0].Loss,
        fit.Step.Best.DistinctBy(one => string.Join(' ', one.Point.Select(BitConverter.DoubleToInt64Bits)))
            .Count());
}
