using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>What a claim of a study says.</summary>
public enum ClaimForm
{
    /// <summary>One point is better than another.</summary>
    Beats = 1,

    /// <summary>No difference between two points matters.</summary>
    Equals,

    /// <summary>The mean of a measure at a point lies below a limit.</summary>
    IsBelow,

    /// <summary>It lies above a limit.</summary>
    IsAbove,

    /// <summary>The value that a search looks for lies below a limit.</summary>
    IsFoundBelow,

    /// <summary>It lies above a limit.</summary>
    IsFoundAbove,

    /// <summary>An arm is the best of all.</summary>
    IsBest,
}

/// <summary>A claim that must come out, else the command's exit code is 1.</summary>
/// <param name="Text">The claim as it was written.</param>
/// <param name="Form">What it says.</param>
/// <param name="Measure">Of which measure; empty of what a search looks for.</param>
/// <param name="Point">Of which point, or of which factor that is searched.</param>
/// <param name="Other">The other point of a comparison; null of a limit.</param>
/// <param name="Limit">The limit; null of a comparison.</param>
public sealed partial record Expectation(
    string Text, ClaimForm Form, string Measure, string Point, string? Other, double? Limit)
{
    private const string OfPoints =
        "«A beats B on m», «A equals B on m», «m of A below 0.01», «m of A above 0.01»";

    /// <summary>Reads the list «expect».</summary>
    internal static IReadOnlyList<Expectation> ReadAll(
        Block block, IReadOnlyList<AskedMeasure> measures, StudyDesign design, AskedComparison compare)
    {
        const int claimsMax = 100;
        return
        [
            .. block.List("expect", [], claimsMax, (one, where) =>
                Read(block, one.Text, measures, design) is { } claim
                    && claim.IsCompared(block, design, compare) ? claim : null).OfType<Expectation>(),
        ];
    }

    private static Expectation? Read(
        Block block, string text, IReadOnlyList<AskedMeasure> measures, StudyDesign design)
    {
        if (OfSearch(text, design) is { } ofSearch)
        {
            return ofSearch;
        }

        if ((Comparison().Match(text), Limits().Match(text)) is var (pair, limit)
            && !(pair.Success && design.IsCompared) && !(limit.Success && design.Named.Count > 0))
        {
            block.Refuse("expect", $"«{text}» is no claim{(design.IsCompared ? "" : " of this design")}",
                design.Claims ?? (design.IsCompared ? OfPoints : "no «expect»"));
            return null;
        }

        var claim = pair.Success
            ? new Expectation(text,
                pair.Groups["how"].Value == "beats" ? ClaimForm.Beats : ClaimForm.Equals,
                pair.Groups["m"].Value, pair.Groups["a"].Value, pair.Groups["b"].Value, null)
            : new Expectation(text,
                limit.Groups["how"].Value == "below" ? ClaimForm.IsBelow : ClaimForm.IsAbove,
                limit.Groups["m"].Value, limit.Groups["a"].Value, null,
                FileWords.Number(limit.Groups["x"].Value));
        return claim.Check(block, measures, design) ? claim : null;
    }

    // «capacity below 120000», «hesitation above 5min», «third-more is best».
    private static Expectation? OfSearch(string text, StudyDesign design)
    {
        if (design.Sought is { } factor && Sought().Match(text) is { Success: true } sought
            && sought.Groups["factor"].Value == factor
            && FactorLevel.Of(factor, sought.Groups["x"].Value).Number is { } limit)
        {
            return new Expectation(text,
                sought.Groups["how"].Value == "below" ? ClaimForm.IsFoundBelow : ClaimForm.IsFoundAbove,
                "", factor, null, limit);
        }

        return design is SelectDesign && Best().Match(text) is { Success: true } best
            && design.Named.Contains(best.Groups["a"].Value)
            ? new Expectation(text, ClaimForm.IsBest, "", best.Groups["a"].Value, null, null) : null;
    }

    private bool Check(Block block, IReadOnlyList<AskedMeasure> measures, StudyDesign design)
    {
        var points = design.Named;
        if (measures.FirstOrDefault(one => one.Name == Measure) is not { } measure)
        {
            block.Refuse("expect", $"«{Text}»: there is no measure {Measure}",
                string.Join(", ", measures.Select(one => one.Name)));
            return false;
        }

        if (new[] { Point, Other }.OfType<string>().FirstOrDefault(one => !points.Contains(one)) is { } wrong)
        {
            block.Refuse("expect", $"«{Text}»: there is no {wrong}", string.Join(", ", points.Take(20)));
            return false;
        }

        if (Form == ClaimForm.Beats && measure.Better == BetterSide.Neither)
        {
            block.Refuse("expect", $"«{Text}»: {Measure} does not say which way is better",
                "better: more or better: less");
            return false;
        }

        if (Form == ClaimForm.Equals && measure.Matters is null)
        {
            block.Refuse("expect", $"«{Text}»: without «matters» nothing is ever called equal",
                "matters: the smallest difference worth acting on");
            return false;
        }

        return true;
    }

    // A claim about two points needs their comparison.
    private bool IsCompared(Block block, StudyDesign design, AskedComparison compare)
    {
        var reference = compare.With ?? (design.Named is [var first, ..] ? first : null);
        if (Other is null
            || (Point != Other && (compare.IsAllPairs || Point == reference || Other == reference)))
        {
            return true;
        }

        block.Refuse("expect", $"«{Text}»: {Point} and {Other} are not compared",
            $"a claim with {reference}; or compare: {{ pairs: all }}");
        return false;
    }

    [GeneratedRegex(@"^(?<factor>[A-Za-z][A-Za-z0-9-]*) (?<how>below|above) (?<x>[-+0-9.a-zA-Z ]+)$")]
    private static partial Regex Sought();

    [GeneratedRegex(@"^(?<a>[A-Za-z][A-Za-z0-9-]*) is best$")]
    private static partial Regex Best();

    [GeneratedRegex(@"^(?<a>.+?) (?<how>beats|equals) (?<b>.+?) on (?<m>[A-Za-z][A-Za-z0-9-]*)$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(?<m>[A-Za-z][A-Za-z0-9-]*) of (?<a>.+?) (?<how>below|above) (?<x>[-+0-9.eE]+)$")]
    private static partial Regex Limits();
}
