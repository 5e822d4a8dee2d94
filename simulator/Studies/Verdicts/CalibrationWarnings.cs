namespace FlashSale.Simulator;

/// <summary>What makes a fit weaker than it looks.</summary>
public static class CalibrationWarnings
{
    private const double TimesMax = 2;

    /// <summary>
    /// Years cost much more when they are left out than when they are fitted: the fit learned them by heart.
    /// </summary>
    /// <remarks>Losses that are within the tolerances either way say nothing.</remarks>
    /// <param name="years">The years of the calibration.</param>
    public static StudyWarning? Overfitted(IReadOnlyList<CalibratedYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var judged = years.Where(year => year is { LeftOutLoss: not null, Loss: not null }).ToList();
        var (leftOut, fitted) = (judged.Sum(year => year.LeftOutLoss!.Value),
            judged.Sum(year => year.Loss!.Value));
        return leftOut <= TimesMax * fitted || leftOut <= judged.Sum(year => year.Errors.Count) ? null
            : new StudyWarning(
                WarningCodes.Overfitted,
                $"Years cost {StudyNumber.TwoDigits(leftOut / judged.Count)} on average when they are left "
                + $"out, and {StudyNumber.TwoDigits(fitted / judged.Count)} when they are fitted: the fit "
                + "knows these years better than the next one.");
    }

    /// <summary>The best value of a factor lies at an end of its range.</summary>
    /// <param name="factor">The factor.</param>
    public static StudyWarning? AtEdge(CalibratedFactor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return !factor.IsAtEdge ? null : new StudyWarning(
            WarningCodes.AtEdge,
            $"{factor.Name}: the best value, {factor.Best}, lies at an end of its range "
            + $"({StudyNumber.Factor(factor.Low)} to {StudyNumber.Factor(factor.High)}); a better one may "
            + "lie beyond it.");
    }
}
