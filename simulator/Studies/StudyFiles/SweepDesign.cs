namespace FlashSale.Simulator;

/// <summary>One factor or a few, each over its levels, every combination on the same seeds.</summary>
public sealed record SweepDesign : PointsDesign
{
    private const int FactorsMax = 6;
    private const int PointsMax = 100_000; // the budget refuses less

    private SweepDesign(IReadOnlyList<SweptFactor> factors, IReadOnlyList<AskedPoint> points) =>
        (Swept, Points) = (factors, points);

    /// <summary>The factors.</summary>
    internal IReadOnlyList<SweptFactor> Swept { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Points { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => [.. Swept.Select(factor => factor.Name)];

    /// <summary>A sweep is compared with the base: it is a point of it too.</summary>
    internal override IReadOnlyList<AskedPoint> PointsOf(Study study) =>
        [new AskedPoint("base", [.. Swept.Select(factor => FactorLevel.OfBase(
            factor.Name, factor.Levels[0], study.Base))], []), .. Points];

    /// <summary>Reads the list «vary» with «together».</summary>
    internal static SweepDesign Read(Block block)
    {
        var factors = block.Blocks("vary", [], FactorsMax, SweptFactor.Read);
        block.NamesOnce("vary", factors.Select(factor => factor.Name));
        var together = block.List("together", [], FactorsMax, (one, _) => one.Text);
        foreach (var name in together.Where(name => factors.All(factor => factor.Name != name)))
        {
            block.Refuse("together", $"«{name}» is no factor of this study",
                string.Join(", ", factors.Select(factor => factor.Name)));
        }

        var inStep = factors.Where(factor => together.Contains(factor.Name)).ToList();
        if (inStep.Count == 1 || inStep.Select(factor => factor.Levels.Count).Distinct().Count() > 1)
        {
            block.Refuse("together", "they cannot move in step", "two factors or more of as many levels");
            return new SweepDesign(factors, []);
        }

        var condition = LevelCondition.Read(block, [.. factors.Select(factor => factor.Name)]);
        return new SweepDesign(factors, [.. Combined(factors, inStep).Where(condition.Holds)]);
    }

    // Every combination, the last factor fastest; those together move as one.
    private static IReadOnlyList<AskedPoint> Combined(
        IReadOnlyList<SweptFactor> factors, List<SweptFactor> inStep)
    {
        var moving = factors.Where(factor => !inStep.Skip(1).Contains(factor)).ToList();
        return
        [
            .. SimpleDesigns.Grid([.. moving.Select(factor => factor.Levels.Count)])
                .Take(PointsMax).Select(levels => Point([.. factors.Select(factor => (factor,
                    factor.Levels[levels[moving.IndexOf(inStep.Contains(factor) ? inStep[0] : factor)]]))])),
        ];
    }

    private static AskedPoint Point(IReadOnlyList<(SweptFactor Factor, ScenarioChange Change)> levels) => new(
        string.Join(", ", levels.Select(level => $"{level.Factor.Name} {Shown(level.Change)}")),
        [.. levels.Select(level => FactorLevel.Of(level.Factor.Name, level.Change.Value.Text))],
        [.. levels.Select(level => level.Change)]);

    private static string Shown(ScenarioChange change) => change.Form switch
    {
        ChangeForm.Set => change.Value.Text,
        ChangeForm.Plus => change.Value.Text.StartsWith('-') ? change.Value.Text : $"+{change.Value.Text}",
        _ => $"×{change.Value.Text}",
    };
}
