namespace FlashSale.Simulator;

/// <summary>
/// The runs that are kept, as one study reads them: by its measures, no less than it keeps.
/// </summary>
/// <param name="cache">The runs of all studies.</param>
/// <param name="study">The study.</param>
/// <param name="measures">Its measures.</param>
public sealed class StudyCache(RunCache cache, Study study, IReadOnlyList<StudyMeasure> measures)
{
    /// <summary>A run that is there with enough of its figures; null if it is to be run.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    public (RunOutcome Outcome, IReadOnlyList<double?> Values)? Find(string key) =>
        cache.Outcome(key) is { } outcome && outcome.Kept >= study.Keep && ValuesOf(outcome) is { } values
            ? (outcome, values) : null;

    /// <summary>
    /// A run that was made for this study, with its values; figures that the study does not keep are let
    /// go of.
    /// </summary>
    /// <exception cref="IOException">It cannot be read, or not be kept.</exception>
    public (RunOutcome Outcome, IReadOnlyList<double?> Values) Take(RunOutcome made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var values = ValuesOf(made) ?? throw new IOException($"the figures of run {made.Key} are gone");
        return (cache.Thin(made, study.Keep), values);
    }

    private IReadOnlyList<double?>? ValuesOf(RunOutcome outcome) =>
        outcome.HasFigures ? StudyMeasure.ValuesOf(measures, cache, outcome.Key) : [];
}
