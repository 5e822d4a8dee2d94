namespace FlashSale.Simulator;

/// <summary>
/// A few named arms on the same seeds, the first of them the one that others are compared with.
/// </summary>
public sealed record ArmsDesign : PointsDesign
{
    private const int ArmsMax = 50;

    internal ArmsDesign(IReadOnlyList<AskedPoint> arms) => Points = arms;

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Points { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => ["arm"];

    /// <summary>Reads the list «arms».</summary>
    internal static ArmsDesign Read(Block block)
    {
        var arms = block.Blocks("arms", [], ArmsMax, Arm);
        if (arms.Count < 2)
        {
            block.Refuse("arms", $"{arms.Count} of them", $"2 to {ArmsMax}: one to compare with, and others");
        }

        block.NamesOnce("arms", arms.Select(arm => arm.Name));
        return new ArmsDesign(arms);
    }

    /// <summary>Reads an arm: its name and its changes.</summary>
    internal static AskedPoint Arm(Block block)
    {
        var name = block.Text("name", null, StudyWords.NameMax);
        if (name.Length is > 0 and <= StudyWords.NameMax && !StudyWords.IsName(name))
        {
            block.Refuse("name", $"«{name}» is no such name", StudyWords.NameForm);
        }

        return new AskedPoint(name, [FactorLevel.Of("arm", name) with { Number = null }],
            ChangeBlocks.Read(block));
    }
}
