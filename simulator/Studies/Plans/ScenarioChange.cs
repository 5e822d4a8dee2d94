using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>How a study writes what becomes of a value of the base.</summary>
internal enum ChangeForm
{
    /// <summary>The value, as a scenario writes it.</summary>
    Set = 1,

    /// <summary>So many times the base's.</summary>
    Times,

    /// <summary>So much more than the base's.</summary>
    Plus,

    /// <summary>All lengths of a distribution, so many times as long.</summary>
    Stretch,
}

/// <summary>One value of a scenario that an arm or a point of a sweep has otherwise than the base.</summary>
/// <param name="Path">Where.</param>
/// <param name="Form">How the value is meant.</param>
/// <param name="Value">The value, where it stands in the study.</param>
/// <param name="Place">Where the path stands in the study.</param>
internal sealed record ScenarioChange(ScenarioPath Path, ChangeForm Form, YamlNode Value, YamlNode Place)
{
    /// <summary>Whether the other shares of the list make room, in their proportion.</summary>
    public bool IsInProportion { get; init; }

    /// <summary>
    /// Whether the value was computed, and so goes to the nearest whole one where only those may stand.
    /// </summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether it makes a number that nobody wrote, which may be rounded.</summary>
    public bool CanBeRounded => IsComputed || Form != ChangeForm.Set;

    /// <summary>The value as a whole number, if it was computed and is a number.</summary>
    public YamlNode Rounded => IsComputed && FileWords.Number(Value.Text) is { } number
        ? At(Text(number, isWhole: true)) : Value;

    /// <summary>Where it stands: «arms[1].set».</summary>
    public string Where { get; init; } = "";

    /// <summary>Makes the change in the tree of a scenario.</summary>
    /// <param name="tree">The base, or what other changes made of it.</param>
    /// <param name="isWhole">Whether a computed number goes to the nearest whole one.</param>
    /// <returns>Why it cannot be made; null if it was.</returns>
    public string? Apply(YamlNode tree, bool isWhole)
    {
        var old = Path.Find(tree);
        var value = Form == ChangeForm.Set ? isWhole ? Rounded : Value : Computed(old, isWhole);
        return value is null
            ? $"the base has {old?.Shown ?? "no value"} there, which «{Words.Of(Form)}» cannot change"
            : (IsInProportion ? MakeRoom(tree, old, value) : null) ?? Path.Put(tree, value, Place);
    }

    // The shares of the others keep their proportions: each is multiplied by the same number.
    private string? MakeRoom(YamlNode tree, YamlNode? old, YamlNode value)
    {
        var others = Path.Siblings(tree).ToList();
        if (old is null || others.Count == 0 || FileWords.Number(old.Text) is not { } before
            || FileWords.Number(value.Text) is not { } after || before >= 1
            || others.Exists(other => FileWords.Number(other.Text) is null))
        {
            return "it is no share among others that could make room";
        }

        var factor = (1 - after) / (1 - before);
        foreach (var other in others)
        {
            other.Become(Text(FileWords.Number(other.Text)!.Value * factor, isWhole: false));
        }

        return null;
    }

    private YamlNode? Computed(YamlNode? old, bool isWhole)
    {
        if (old is null || Value.Form != YamlForm.Text)
        {
            return null;
        }

        return old.Form switch
        {
            YamlForm.Text => Computed(old.Text, isWhole) is { } text ? At(text) : null,
            YamlForm.Block when Form == ChangeForm.Stretch => Stretched(old, isWhole),
            _ => null,
        };
    }

    private YamlNode? Stretched(YamlNode old, bool isWhole)
    {
        var block = YamlNode.OfBlock(Value.Line, Value.Column);
        foreach (var (key, value) in old.Entries)
        {
            if (FileWords.Length(value.Text) is null || Computed(value.Text, isWhole) is not { } text)
            {
                return null;
            }

            block.Entries.Add((key, At(text)));
        }

        return block;
    }

    private string? Computed(string old, bool isWhole)
    {
        if (FileWords.Length(old) is { } length && FileWords.Number(old) is null)
        {
            return Form == ChangeForm.Plus
                ? FileWords.Length(Value.Text) is { } more ? FileWords.Of(length + more) : null
                : FileWords.Number(Value.Text) is { } times ? FileWords.Of(InMs(length, times)) : null;
        }

        return (FileWords.Number(old), FileWords.Number(Value.Text), Form) switch
        {
            ({ } number, { } times, ChangeForm.Times) => Text(number * times, isWhole),
            ({ } number, { } more, ChangeForm.Plus) => Text(number + more, isWhole),
            _ => null,
        };
    }

    // A length of a scenario is whole milliseconds.
    private static TimeSpan InMs(TimeSpan length, double times) =>
        TimeSpan.FromMilliseconds(Math.Round(length.TotalMilliseconds * times));

    private static string Text(double number, bool isWhole) =>
        (isWhole ? Math.Round(number) : Trimmed(number)).ToString("R", CultureInfo.InvariantCulture);

    // 0.1 × 3 is 0.3 to whoever wrote it.
    private static double Trimmed(double number) => double.Parse(
        number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private YamlNode At(string text) =>
        YamlNode.OfText(text, quoted: false, Value.Line, Value.Column);
}
