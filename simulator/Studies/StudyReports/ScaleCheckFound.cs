namespace FlashSale.Simulator;

/// <summary>What two points of a study are at a second scale.</summary>
/// <param name="Scale">The share of buyers that was simulated there.</param>
/// <param name="Seeds">Its seeds.</param>
/// <param name="Differences">The last point against the one that others are compared with.</param>
public sealed record ScaleCheckFound(
    double Scale, IReadOnlyList<ulong> Seeds, IReadOnlyList<DifferenceFound> Differences)
{
    /// <summary>What the runs at the second scale say; null of a study that has none.</summary>
    internal static ScaleCheckFound? Of(StudyRuns runs) => runs.ScaleCheck is not { } check ? null
        : new ScaleCheckFound(
            check.Plan.Study.Base.Scale, check.Plan.Seeds, new PairedComparisons(check).Found);

    /// <summary>Effects that are others there than at the study's scale, beyond chance.</summary>
    /// <param name="plan">The plan of the study.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="here">The differences at the study's scale.</param>
    internal IEnumerable<StudyWarning> Warnings(
        StudyPlan plan, IReadOnlyList<StudyMeasure> measures, IReadOnlyList<DifferenceFound> here)
    {
        var compared = plan.ScaleCheck!.Study.Design.Named;
        var each = Multiplicity.OfEach(plan.Study.Confidence, measures.Count);
        return Differences.Join(
            here.Where(one => one.First == compared[0] && one.Second == compared[1]),
            one => (one.Measure, one.Shown), one => (one.Measure, one.Shown), (there, own) => (there, own))
            .Where(pair => pair is { there.Pairs: > 1, own.Pairs: > 1 })
            .Select(pair => DesignWarnings.ScaleMoves(
                $"{compared[1]} less {compared[0]}",
                measures.First(one => one.Name == pair.own.Measure).Judged with { Shown = pair.own.Shown },
                EstimateOf(pair.own), EstimateOf(pair.there), each))
            .OfType<StudyWarning>();
    }

    private static Estimate EstimateOf(DifferenceFound found) => new(
        found.Pairs, found.Mean, found.Deviation, found.Deviation / Math.Sqrt(found.Pairs), found.Pairs - 1);
}
