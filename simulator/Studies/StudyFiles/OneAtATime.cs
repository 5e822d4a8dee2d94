namespace FlashSale.Simulator;

/// <summary>
/// The base, then each factor at its low end and at its high end while the others stay, on the same seeds.
/// </summary>
/// <remarks>Blind to interactions; the report says so.</remarks>
public sealed record OneAtATime : PointsDesign
{
    private const string BaseName = "base";

    private OneAtATime(IReadOnlyList<RangedFactor> factors) => Ranged = factors;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => [.. Ranged.Select(factor => factor.Name)];

    /// <summary>The factors.</summary>
    internal IReadOnlyList<RangedFactor> Ranged { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Points =>
    [
        new AskedPoint(BaseName, [], []),
        .. Ranged.SelectMany(factor => new[] { factor.At(0), factor.At(1) }.Select(change =>
            new AskedPoint(NameOf(factor, change), [FactorLevel.Of(factor.Name, change.Value.Text)],
            [change]))),
    ];

    /// <summary>Reads what stands below «sensitivity» with «method: one-at-a-time».</summary>
    internal static OneAtATime Read(Block block) => new(RangedFactor.ReadAll(block));

    /// <summary>The names of the points of a factor: its low end, and its high end.</summary>
    internal (string Low, string High) EndsOf(int factor) =>
        (NameOf(Ranged[factor], Ranged[factor].At(0)), NameOf(Ranged[factor], Ranged[factor].At(1)));

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> PointsOf(Study study)
    {
        var usual = Ranged.Select(factor =>
            FactorLevel.OfBase(factor.Name, factor.Change, study.Base)).ToList();
        return
        [
            .. Points.Select(point => point with
            {
                Levels = [.. usual.Select(level =>
                    point.Levels.FirstOrDefault(own => own.Factor == level.Factor) ?? level)],
            }),
        ];
    }

    /// <inheritdoc/>
    internal override DesignFound? Found(StudyRuns done) => SwingsFound.Of(this, done);

    private static string NameOf(RangedFactor factor, ScenarioChange change) =>
        $"{factor.Name} {change.Value.Text}";
}
