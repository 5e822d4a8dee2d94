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
                IsComputed = isRange,
                Where = block.Path,
            }),
        ]);
    }

    /// <summary>The short name of a factor: «as», or the last key of its path.</summary>
    public static string NameOf(Block block, ScenarioPath path)
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

        if (spacing == FactorSpacing.Triangle)
        {
            block.Refuse("spacing", "«triangle» does not fit these ends", "linear or log");
            return [];
        }

        var values = FactorValues.Read(
            block, "to", spacing, (from, block.PathOf("from")), (to, block.PathOf("to")));
        return values is null ? [] : [.. Enumerable.Range(0, steps).Select(step => YamlNode.OfText(
            values.TextAt(step / (steps - 1.0)), quoted: false, from.Line, from.Column))];
    }
}
