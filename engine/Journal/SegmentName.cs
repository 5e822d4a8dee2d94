using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// The names of segments: <c>journal-0000000001.log</c> and on, so that ordinal order is their order.
/// </summary>
internal static class SegmentName
{
    private const string Prefix = "journal-";
    private const string Suffix = ".log";
    private const int Digits = 10;

    public static string Of(long number) =>
        Prefix + number.ToString("D10", CultureInfo.InvariantCulture) + Suffix;

    /// <summary>The numbers of all segments in a folder, ascending. Other files are not ours.</summary>
    public static List<long> NumbersIn(IStorage storage)
    {
        var numbers = new List<long>();
        foreach (var name in storage.List())
        {
            if (name.Length == Prefix.Length + Digits + Suffix.Length
                && name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(Suffix, StringComparison.Ordinal)
                && long.TryParse(
                    name.AsSpan(Prefix.Length, Digits),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers;
    }
}
