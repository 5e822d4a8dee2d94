using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>A part of a calibration's loss: an error, and how large it may be.</summary>
/// <param name="Measure">The measure that is the error: 0 if the year is met.</param>
/// <param name="Tolerance">The error that counts 1: what publication and model may be wrong by.</param>
/// <param name="Figure">The figure that its expression sets against a published one; null of no one.</param>
public sealed partial record AskedLoss(AskedMeasure Measure, double Tolerance, string? Figure)
{
    private const int LossesMax = 20;
    private const double ToleranceMax = 1e15;

    /// <summary>Reads the list «loss».</summary>
    /// <param name="block">The block «calibrate».</param>
    /// <param name="measures">The measures of the study, which a loss can name.</param>
    internal static IReadOnlyList<AskedLoss> ReadAll(Block block, IReadOnlyList<AskedMeasure> measures)
    {
        block.Find("loss", required: true);
        var losses = block.Blocks("loss", [], LossesMax, inner => Read(inner, measures));
        if (losses.Count > 0)
        {
            block.NamesOnce("loss", losses.Select(loss => loss.Measure.Name));
        }
        else if (block.Node.Entries.Exists(entry => entry.Key.Text == "loss"))
        {
            block.Refuse("loss", "the list is empty", "at least one { measure: …, tolerance: … }");
        }

        return losses;
    }

    private static AskedLoss Read(Block block, IReadOnlyList<AskedMeasure> measures)
    {
        var text = block.Text("measure", null, MeasureExpression.LengthMax);
        var place = block.Find("measure");
        var tolerance = block.Number("tolerance", null, new(double.Epsilon, ToleranceMax));
        var name = block.Text("as", NameOf(text), 40);
        var whenNull = block.OptionalNumber("whenNull", new(-ToleranceMax, ToleranceMax));
        if (!StudyWords.IsName(name))
        {
            block.Refuse("as", $"«{name}» is no such name", StudyWords.NameForm);
        }

        var known = measures.FirstOrDefault(measure => measure.Name == text);
        if (known is not null && (block.Node.Entries.Count > 2 || known.IsEvent))
        {
            block.RefuseWhole($"«{text}» is a measure of the study",
                known.IsEvent ? "a number, not a yes or no" : "measure and tolerance alone");
        }
        else if (known is null && measures.Any(measure => measure.Name == name))
        {
            block.Refuse("as", $"«{name}» is a measure of the study already", "another name");
        }

        var measure = known ?? new AskedMeasure
        {
            Name = name,
            Value = text,
            WhenNull = whenNull,
            Place = place,
        };
        return new AskedLoss(measure, tolerance, FigureOf(measure.Value));
    }

    // The last word of a field names it; of an expression the figure that is compared.
    private static string NameOf(string text) => FigureOf(text) is { } figure ? $"{figure}-error"
        : Field().Match(text) is { Success: true } field ? field.Groups["last"].Value : "loss";

    private static string? FigureOf(string text)
    {
        var published = PublishedFigure().Matches(text).Select(match => match.Groups["field"].Value)
            .Distinct().ToList();
        return published is [var figure] && SummaryFigures.Find(figure) is not null
            && Regex.Count(text, $@"\b{figure}\b", RegexOptions.CultureInvariant)
                > PublishedFigure().Count(text)
            ? figure : null;
    }

    [GeneratedRegex(@"published\(\s*(?<field>[A-Za-z0-9]+)\s*\)")]
    private static partial Regex PublishedFigure();

    [GeneratedRegex(@"^[A-Za-z0-9.]*?(?<last>[A-Za-z][A-Za-z0-9]*)$")]
    private static partial Regex Field();
}
