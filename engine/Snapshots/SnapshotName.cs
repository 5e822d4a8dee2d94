using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// The names of snapshots: <c>snapshot-</c>, the records they hold in twenty digits, <c>.bin</c>.
/// </summary>
internal static class SnapshotName
{
    /// <summary>The name of a snapshot while it is being written.</summary>
    public const string Unfinished = "snapshot.tmp";

    private const string Prefix = "snapshot-";
    private const string Suffix = ".bin";
    private const int Digits = 20;

    public static string Of(long sequence) =>
        Prefix + sequence.ToString("D20", CultureInfo.InvariantCulture) + Suffix;

    /// <summary>The names of all finished snapshots, newest first.</summary>
    public static List<string> NewestFirst(IStorage storage) =>
    [
        .. storage.List()
            .Where(name => name.Length == Prefix.Length + Digits + Suffix.Length
                && name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(Suffix, StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal),
    ];
}
