namespace FlashSale.Simulator;

/// <summary>
/// Reads the changes of an arm: «set», «times», «plus» and «stretch» with paths below them.
/// </summary>
internal static class ChangeBlocks
{
    private static readonly ChangeForm[] Forms = Enum.GetValues<ChangeForm>();

    /// <summary>The changes in the order of the file.</summary>
    public static IReadOnlyList<ScenarioChange> Read(Block block)
    {
        var isInProportion = IsInProportion(block);
        return
        [
            .. Forms.SelectMany(form => block.Section(Words.Of(form), [], inner => Read(inner, form)))
                .Select(change => change with { IsInProportion = isInProportion }),
        ];
    }

    /// <summary>Whether «others: in-proportion» is there.</summary>
    public static bool IsInProportion(Block block) =>
        block.Find("others") is { } others && block.ChoiceOf<Others>(others,
            block.PathOf("others")) is not null;

    /// <summary>Notes a problem if a value has not the form that its change needs.</summary>
    public static void Check(Block block, YamlNode value, string where, ChangeForm form)
    {
        switch (form)
        {
            case ChangeForm.Times or ChangeForm.Stretch:
                block.NumberOf(value, where, new(0, 1e9));
                break;
            case ChangeForm.Plus when FileWords.Length(value.Text) is null:
                block.NumberOf(value, where, new(-1e15, 1e15));
                break;
            default:
                break;
        }
    }

    private static IReadOnlyList<ScenarioChange> Read(Block block, ChangeForm form) =>
    [
        .. block.Node.Entries.Select(entry =>
        {
            block.Find(entry.Key.Text);
            Check(block, entry.Value, block.PathOf(entry.Key.Text), form);
            return new ScenarioChange(ScenarioPath.Of(entry.Key.Text), form, entry.Value, entry.Key)
            {
                Where = block.Path,
            };
        }),
    ];

    private enum Others
    {
        InProportion = 1,
    }
}
