using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The sentences of a calibration.</summary>
public static class CalibrationSentences
{
    /// <summary>All of them, the fit first.</summary>
    /// <param name="part">What was found.</param>
    /// <param name="opened">The years that were held out.</param>
    public static IReadOnlyList<string> Of(CalibrationPart part, IReadOnlyList<OpenedYear> opened)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(opened);
        return
        [
            OfFit(part), .. OfLeftOut(part.Years), .. opened.Where(year => year.At.Count > 0)
                .Select(year => OfHeldOut(part.Years.First(one => one.Scenario == year.Scenario))),
            .. part.Factors.Select(OfFactor), OfRegion(part),
        ];
    }

    /// <summary>A calibration that was stopped before its end.</summary>
    /// <param name="looked">How many points were run in all fitted years.</param>
    public static string OfUnfinished(int looked) => Invariant(
        $"Not finished: {looked} points were run in every fitted year, and the search is not at its end.");

    private static string OfFit(CalibrationPart part)
    {
        var fitted = part.Years.Count(year => !year.IsHeldOut);
        var values = string.Join(" and ", part.Factors.Select(factor => $"{factor.Name} {factor.Best}"));
        return $"{values} {(part.Factors.Count == 1 ? "fits" : "fit")} "
            + Invariant($"{fitted} {(fitted == 1 ? "year" : "years")} best: a loss of ")
            + $"{StudyNumber.TwoDigits(part.Loss)}"
            + (fitted == 1 ? "" : $", {StudyNumber.TwoDigits(part.Loss / fitted)} a year")
            + " (1 is an error as large as its tolerance).";
    }

    private static IEnumerable<string> OfLeftOut(IReadOnlyList<CalibratedYear> years)
    {
        var judged = years.Where(year => year is { LeftOutLoss: not null, Loss: not null }).ToList();
        if (judged.Count > 0)
        {
            yield return "Left out and judged by the fit of the others, a year costs "
                + $"{StudyNumber.TwoDigits(judged.Average(year => year.LeftOutLoss!.Value))} on average; "
                + $"in the fit {StudyNumber.TwoDigits(judged.Average(year => year.Loss!.Value))}.";
        }
    }

    private static string OfHeldOut(CalibratedYear year) => year.Loss is { } loss
        ? $"{year.Scenario}, which no fit saw, costs {StudyNumber.TwoDigits(loss)} at this fit."
        : $"{year.Scenario}, which no fit saw, has no loss at this fit: a run failed or has no figure.";

    private static string OfFactor(CalibratedFactor factor) =>
        SensitivitySentences.OfNotIdentified(Words(factor), factor.From, factor.To)
        ?? $"{factor.Name} is identified{Neighbours(factor)}: "
            + Invariant($"of {factor.Profile.Count} values along it only ")
            + $"{Words(factor).Text(factor.From)} fits.";

    // The profile does not look between its values: what it says reaches from one neighbour to the other.
    private static string Neighbours(CalibratedFactor factor)
    {
        var below = factor.Profile.Where(point => point.Value < factor.From).ToList();
        var above = factor.Profile.Where(point => point.Value > factor.To).ToList();
        return below.Count == 0 || above.Count == 0 ? ""
            : $" between {StudyNumber.Factor(below.Max(point => point.Value))} and "
                + Words(factor).Text(above.Min(point => point.Value));
    }

    private static string OfRegion(CalibrationPart part)
    {
        var left = part.Points.Where(point => point.Implausibility < part.RuledOutFrom).ToList();
        return left.Count == 0
            ? Invariant($"All {part.Points.Count} points are ruled out: even the best misses a figure by ")
                + StudyNumber.TwoDigits(part.Points.Min(point => point.Implausibility ?? double.MaxValue))
                + " deviations."
            : Invariant($"{left.Count} of {part.Points.Count} points that were run are not ruled out: ")
                + string.Join(", ", part.Factors.Select((factor, at) => RangeOf(factor, at, left))) + ".";
    }

    private static string RangeOf(CalibratedFactor factor, int at, IReadOnlyList<CalibrationPoint> points)
    {
        var values = points.Select(point => point.Levels[at].Number ?? 0).ToList();
        return $"{factor.Name} from {StudyNumber.Factor(values.Min())} to {Words(factor).Text(values.Max())}";
    }

    private static FactorWords Words(CalibratedFactor factor) => new(factor.Name, factor.Unit);
}
