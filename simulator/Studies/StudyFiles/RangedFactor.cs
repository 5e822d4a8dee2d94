namespace FlashSale.Simulator;

/// <summary>A factor with a range: what designs of points, and calibrations, move.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Values">Its values between the ends.</param>
/// <param name="Change">The change of the base that it makes, at the low end.</param>
/// <param name="High">Where the high end stands in the study.</param>
internal sealed record RangedFactor(string Name, FactorValues Values, ScenarioChange Change, YamlNode High)
{
    /// <summary>The most factors of a design, unless it says otherwise.</summary>
    public const int CountMax = 32;

    /// <summary>The factor as sentences speak of it.</summary>
    public FactorWords InWords => new(Name, Values.IsLength ? "s" : "");

    /// <summary>Reads the list «factors», each name once.</summary>
    /// <param name="block">What holds the list.</param>
    /// <param name="countMax">The most of them.</param>
    public static IReadOnlyList<RangedFactor> ReadAll(Block block, int countMax = CountMax)
    {
        block.Find("factors", required: true);
        var factors = block.Blocks("factors", [], countMax, Read);
        if (block.Node.Entries.Exists(entry => entry.Key.Text == "factors"))
        {
            block.NamesOnce("factors", factors.Select(factor => factor.Name));
        }

        return factors;
    }

    /// <summary>Reads one factor: a path with a range, or with a triangle.</summary>
    public static RangedFactor Read(Block block)
    {
        var place = block.Find("path", required: true) ?? block.Node;
        var path = ScenarioPath.Of(block.Text("path", "", 200));
        var name = SweptFactor.NameOf(block, path);
        var form = block.Choice<ChangeForm>("form", ChangeForm.Set);
        var values = ReadValues(block, form) ?? new FactorValues(new FactorScale(0, 1), IsLength: false);
        var ends = (block.Find("range") ?? block.Find("triangle"))?.Items ?? [];
        return new RangedFactor(name, values, new ScenarioChange(
            path, form, ends.Count > 0 ? ends[0] : block.Node, place)
        {
            IsInProportion = ChangeBlocks.IsInProportion(block),
            IsComputed = true,
            Where = block.Path,
        }, ends.Count > 0 ? ends[^1] : block.Node);
    }

    /// <summary>The change of the base at a coordinate from 0 to 1.</summary>
    public ScenarioChange At(double coordinate) =>
        With(Values.TextAt(coordinate), coordinate < 1 ? Change.Value : High);

    /// <summary>The change of the base that makes this value of it; of a length in seconds.</summary>
    public ScenarioChange Of(double value) => With(Values.TextOf(value), Change.Value);

    private ScenarioChange With(string text, YamlNode end) => Change with
    {
        Value = YamlNode.OfText(text, quoted: false, end.Line, end.Column),
    };

    private static FactorValues? ReadValues(Block block, ChangeForm form)
    {
        var spacing = block.Choice<FactorSpacing>("spacing", FactorSpacing.Linear);
        var isTriangle = block.Node.Entries.Exists(entry => entry.Key.Text == "triangle");
        var range = Items(block, "range", form);
        var triangle = Items(block, "triangle", form);
        if (range.Count + triangle.Count == 0 || (isTriangle && range.Count > 0))
        {
            block.RefuseWhole("one range is needed", "range: [low, high], or triangle: [low, top, high]");
            return null;
        }

        if (range.Count != (isTriangle ? 0 : 2) || triangle.Count != (isTriangle ? 3 : 0))
        {
            block.Refuse(isTriangle ? "triangle" : "range", $"{range.Count + triangle.Count} values",
                isTriangle ? "[low, top, high]" : "[low, high]");
            return null;
        }

        if (spacing == FactorSpacing.Triangle
            || (isTriangle && block.Node.Entries.Exists(entry => entry.Key.Text == "spacing")))
        {
            block.Refuse("spacing", $"«{Words.Of(spacing)}» does not fit", "linear or log, with range");
            return null;
        }

        var key = isTriangle ? "triangle" : "range";
        var values = FactorValues.Read(
            block, key, isTriangle ? FactorSpacing.Triangle : spacing, isTriangle ? triangle : range);
        if (values?.Scale is { } scale
            && (scale.Low > scale.High || scale.Top < scale.Low || scale.Top > scale.High))
        {
            block.Refuse(key, "the values do not rise", "the low end first");
            return null;
        }

        return values;
    }

    private static IReadOnlyList<(YamlNode Node, string Where)> Items(
        Block block, string key, ChangeForm form) => block.List(key, [], 3, (item, where) =>
        {
            ChangeBlocks.Check(block, item, where, form);
            return (item, where);
        });
}
