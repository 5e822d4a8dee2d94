namespace FlashSale.Simulator;

/// <summary>What a calibration found.</summary>
/// <param name="Fit">The fit of all years that are fitted.</param>
/// <param name="WithoutOne">The fit without each of them, in their order; none if none is left out.</param>
/// <param name="Profiles">The loss along each factor, through the best point.</param>
public sealed record CalibrationAnswer(
    CalibrationFit Fit, IReadOnlyList<CalibrationFit> WithoutOne, IReadOnlyList<CalibrationProfile> Profiles);

/// <summary>The best point of some years.</summary>
/// <param name="Without">The place of the year that was left out; null if none was.</param>
/// <param name="Point">The coordinates of the best point.</param>
/// <param name="Loss">Its loss, the mean over seeds of the sum over the years of the fit.</param>
/// <param name="Evaluations">How many points the fit looked at.</param>
public sealed record CalibrationFit(int? Without, IReadOnlyList<double> Point, double Loss, int Evaluations);

/// <summary>The loss along one factor, the others as at the best point.</summary>
/// <param name="Places">The coordinates of the factor, from low to high.</param>
/// <param name="Losses">The loss at each, one for each seed.</param>
/// <param name="Fitting">Which of them fit as well as the best one, as far as losses are finite.</param>
public sealed record CalibrationProfile(
    IReadOnlyList<double> Places, IReadOnlyList<IReadOnlyList<double>> Losses, LossProfile? Fitting)
{
    /// <summary>The profile of a factor; a place without a loss fits nothing.</summary>
    internal static CalibrationProfile Of(
        IReadOnlyList<(double Place, IReadOnlyList<double> Losses)> levels, double confidence)
    {
        var known = levels.Index().Where(level => level.Item.Losses.All(double.IsFinite)).ToList();
        var profile = known.Count == 0 ? null
            : LossProfile.Of([.. known.Select(level => level.Item.Losses)], confidence);
        return new CalibrationProfile(
            [.. levels.Select(level => level.Place)], [.. levels.Select(level => level.Losses)],
            profile is null ? null : new LossProfile(
                known[profile.Best].Index, known[profile.From].Index, known[profile.To].Index));
    }
}
