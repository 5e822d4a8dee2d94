using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A factor of a sweep and its levels.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Levels">The change of the base at each level.</param>
internal sealed record SweptFactor(string Name, IReadOnlyList<ScenarioChange> Levels)
{
    private const int LevelsMax = 200;

    /// <summary>Reads one factor of «vary».</summary>
    public static SweptFactor Read(Block block)
    {
        var place = block.Find("path", required: true) ?? block.Node;
        var path = ScenarioPath.Of(block.Text("path", "", 200));
        var name = NameOf(block, path);
        var isInProportion = ChangeBlocks.IsInProportion(block);
        var lists = Enum.GetValues<ChangeForm>()
            .Select(form => (form, Values: Listed(block, form))).Where(one => one.Values.Count > 0).ToList();
        var isRange = block.Node.Entries.Exists(entry => entry.Key.Text is "from" or "to");
        var range = Range(block, isRange);
        if (lists.Count + (isRange ? 1 : 0) != 1)
        {
            block.RefuseWhole("one list of levels is needed",
                "set: [..], times: [..], plus: [..], stretch: [..], or from, to and steps");
            return new SweptFactor(name, []);
        }

        var (form, values) = isRange ? (ChangeForm.Set, range) : lists[0];
        return new SweptFactor(name,
        [
            .. values.Select(value => new ScenarioChange(path, form, value, place)
            {
                IsInProportion = isInProportion,
                Where = block.Path,
            }),
        ]);
    }

    private static string NameOf(Block block, ScenarioPath path)
    {
        var name = block.Text("as", path.Key.Split('.')[^1], 40);
        if (name.Length > 0 && !StudyWords.IsName(name))
        {
            block.Refuse("as", $"«{name}» is no such name", StudyWords.NameForm);
        }

        return name;
    }

    private static IReadOnlyList<YamlNode> Listed(Block block, ChangeForm form) => block.List(
        Words.Of(form), [], LevelsMax, (value, where) =>
        {
            ChangeBlocks.Check(block, value, where, form);
            if (value.Form != YamlForm.Text)
            {
                block.Refuse(Words.Of(form), $"{value.Shown} is no level", "single values; or arms");
            }

            return value;
        });

    private static IReadOnlyList<YamlNode> Range(Block block, bool isGiven)
    {
        var (from, to) = (block.Find("from", isGiven), block.Find("to", isGiven));
        var steps = (int)block.Count("steps", isGiven ? null : 2, 2, LevelsMax);
        var spacing = block.Choice<FactorSpacing>("spacing", FactorSpacing.Linear);
        if (!isGiven && block.Node.Entries.Exists(entry => entry.Key.Text is "steps" or "spacing"))
        {
            block.RefuseWhole("steps and spacing change nothing without from and to", "from, to and steps");
        }

        if (from is null || to is null)
        {
            return [];
        }

        var isLength = FileWords.Length(from.Text) is not null && FileWords.Number(from.Text) is null;
        var (low, high) = (Value(block, from, "from", isLength), Value(block, to, "to", isLength));
        if (spacing == FactorSpacing.Triangle || (spacing == FactorSpacing.Log && (low <= 0 || high <= 0)))
        {
            block.Refuse("spacing", $"«{Words.Of(spacing)}» does not fit these ends",
                "linear, or log between ends above 0");
            return [];
        }

        var scale = new FactorScale(low, high, spacing);
        return [.. Enumerable.Range(0, steps).Select(step => YamlNode.OfText(
            Text(scale.At(step / (steps - 1.0)), isLength), quoted: false, from.Line, from.Column))];
    }

    private static double Value(Block block, YamlNode node, string key, bool isLength) => isLength
        ? block.LengthOf(node, block.PathOf(key), TimeSpan.FromDays(-1_000), TimeSpan.FromDays(1_000))
            ?.TotalMilliseconds ?? 0
        : block.NumberOf(node, block.PathOf(key), new(-1e18, 1e18)) ?? 0;

    private static string Text(double value, bool isLength) => isLength
        ? FileWords.Of(TimeSpan.FromMilliseconds(Math.Round(value)))
        : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("R", CultureInfo.InvariantCulture);
}
