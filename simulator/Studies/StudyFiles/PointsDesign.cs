namespace FlashSale.Simulator;

/// <summary>A design whose points stand in the file, each run on every seed and compared in pairs.</summary>
public abstract record PointsDesign : StudyDesign
{
    /// <summary>The points that the file asks for.</summary>
    internal abstract IReadOnlyList<AskedPoint> Points { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Named => [.. Points.Select(point => point.Name)];

    /// <inheritdoc/>
    internal override bool IsCompared => true;

    /// <inheritdoc/>
    internal override IEnumerable<ScenarioChange> Changes => Points.SelectMany(point => point.Changes);

    /// <summary>All points that are run, the one that others are compared with among them.</summary>
    internal virtual IReadOnlyList<AskedPoint> PointsOf(Study study) => Points;

    /// <summary>Every point on the study's seeds, then on as many more as its precision wants.</summary>
    internal sealed override IReadOnlyList<AskedRuns> Next(StudyRuns done)
    {
        var study = done.Plan.Study;
        var seeds = done.Plan.Orders.Count == 0 || study.Precision is null ? study.Seeds.Count
            : new PairedComparisons(done).SeedsNext;
        var pilot = study.Precision is null ? 0 : study.Seeds.Count;
        return
        [
            .. PointsOf(study).Select(point => new AskedRuns(
                point, [.. study.Seeds.Take(pilot)], RunRole.Pilot)).Where(asked => pilot > 0),
            .. PointsOf(study).Select(point => new AskedRuns(
                point, [.. Enumerable.Range(pilot, seeds - pilot).Select(at => study.Seeds[0] + (ulong)at)])),
        ];
    }
}
