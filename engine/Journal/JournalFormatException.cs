using System.Globalization;

namespace FlashSale.Engine;

/// <summary>A file is of a format that this program does not read: a newer one, or none of ours.</summary>
public sealed class JournalFormatException : Exception
{
    private JournalFormatException(string file, int? found, int supported, string message)
        : base(message)
    {
        File = file;
        FoundVersion = found;
        SupportedVersion = supported;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The version that the file names; null if it is no file of ours at all.</summary>
    public int? FoundVersion { get; }

    /// <summary>The version that this program reads and writes.</summary>
    public int SupportedVersion { get; }

    internal static JournalFormatException OtherVersion(string file, int found, int supported) => new(
        file,
        found,
        supported,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file} has format version {found}; this program reads version {supported}. Use a newer one."));

    internal static JournalFormatException WrongMagic(string file, int supported) =>
        new(file, null, supported, $"{file} does not begin like a file of FlashSale: wrong magic.");
}
