using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// A journal or a snapshot is damaged in a way that no crash explains, so that going on would lose or invent
/// records.
/// </summary>
public sealed class JournalCorruptException(string file, long offset, string reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file} is damaged at byte {offset}: {reason}."))
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file the damage begins, in bytes.</summary>
    public long Offset { get; } = offset;

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; } = reason;
}
