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

    /// <summary>The version, of the format or of the rules, that the file names; null if it is none of ours.
    /// </summary>
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

    internal static JournalFormatException OtherRules(string file, int found, int supported) => new(
        file,
        found,
        supported,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file} has commands that were carried out under version {found} of the rules; this program "
                + $"plays version {supported}, under which they are another history. Open the folder with "
                + $"the program that wrote it and stop it cleanly, which leaves a snapshot; or replay it "
                + $"with --policy."));

    internal static JournalFormatException WrongMagic(string file, int supported) =>
        new(file, null, supported, $"{file} does not begin like a file of FlashSale: wrong magic.");
}
