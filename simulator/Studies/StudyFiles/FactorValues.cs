using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>The values of a factor between two ends, as files write them: numbers, or lengths.</summary>
/// <param name="Scale">The values; of lengths in seconds.</param>
/// <param name="IsLength">Whether they are lengths.</param>
internal sealed record FactorValues(FactorScale Scale, bool IsLength)
{
    /// <summary>
    /// Reads the ends, and the top of a triangle between them; null with a problem noted if they do not fit.
    /// </summary>
    /// <param name="block">The factor.</param>
    /// <param name="key">The key to name where they do not fit.</param>
    /// <param name="spacing">What lies between.</param>
    /// <param name="ends">Each with its path: low and high, or low, top and high.</param>
    public static FactorValues? Read(
        Block block, string key, FactorSpacing spacing,
        params IReadOnlyList<(YamlNode Node, string Where)> ends)
    {
        var isLength = FileWords.Length(ends[0].Node.Text) is not null
            && FileWords.Number(ends[0].Node.Text) is null;
        var values = ends.Select(end => ValueOf(block, end.Node, end.Where, isLength)).ToList();
        if (values.Exists(value => value is null))
        {
            return null;
        }

        var (low, high) = (values[0]!.Value, values[^1]!.Value);
        if (low == high)
        {
            block.Refuse(key, "the ends are equal", "two ends");
            return null;
        }

        if (spacing == FactorSpacing.Log && (low <= 0 || high <= 0))
        {
            block.Refuse("spacing", "«log» does not fit these ends", "linear, or log between ends above 0");
            return null;
        }

        return new FactorValues(
            new FactorScale(low, high, spacing, values.Count == 3 ? values[1] : null), isLength);
    }

    /// <summary>The value at a coordinate from 0 to 1, as a file writes it.</summary>
    public string TextAt(double coordinate) => TextOf(Scale.At(coordinate));

    /// <summary>
    /// A value as a file writes it: lengths in whole milliseconds, numbers with six digits.
    /// </summary>
    public string TextOf(double value) => IsLength
        ? FileWords.Of(TimeSpan.FromMilliseconds(Math.Round(value * 1_000)))
        : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("R", CultureInfo.InvariantCulture);

    private static double? ValueOf(Block block, YamlNode node, string where, bool isLength) => isLength
        ? block.LengthOf(node, where, TimeSpan.FromDays(-1_000), TimeSpan.FromDays(1_000))?.TotalSeconds
        : block.NumberOf(node, where, new(-1e18, 1e18));
}
