using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>What names in a study look like.</summary>
internal static partial class StudyWords
{
    /// <summary>What a name may look like, for messages.</summary>
    public const string NameForm = "letters, digits and hyphens, first a letter, at most 40: third-more";

    /// <summary>How long a name may be.</summary>
    public const int NameMax = 40;

    /// <summary>Whether a text can name a measure, an arm or a factor.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
