using System.Globalization;
using System.Text;

namespace FlashSale.Marketplace;

/// <summary>
/// Texts that people write and other people see: names of stores, titles of listings, regions, reasons. The
/// one place that says what of them is shown, and when two are the same.
/// </summary>
/// <remarks>
/// Every host asks here, so that no two have a rule of their own (rule STO-4). Letters of different scripts
/// that look alike, such as Latin and Cyrillic «a», are different letters: nobody can tell from a name alone
/// which was meant.
/// </remarks>
public static class ShownText
{
    private const int ZeroWidthNonJoiner = 0x200C; // Persian and the scripts of India are written with it
    private const int ZeroWidthJoiner = 0x200D; // and some pictures are put together with it

    /// <summary>What is shown of a text: all but what controls a terminal, turns letters, or hides.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsSound(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || IsLineEnd(rune))
            {
                shown.Append(' '); // words stay apart
            }
            else if (!Misleads(rune))
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.ToString();
    }

    /// <summary>Whether all of a text is shown as it is.</summary>
    public static bool IsSound(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < ' ' || (rune.Value > '~' && (Rune.IsControl(rune) || IsLineEnd(rune)
                || Misleads(rune))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// What two names have in common if they are the same: form KC of what is seen of them, in capitals, with
    /// single spaces.
    /// </summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var seen = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsIgnorable(rune))
            {
                seen.Append(rune.ToString());
            }
        }

        var capitals = Compatibility.Of(Compatibility.Of(seen.ToString()).ToUpperInvariant());
        return string.Join(' ', capitals.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsLineEnd(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool Misleads(Rune rune) =>
        rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner) && !IsOfPictures(rune) && IsIgnorable(rune);

    // Variation selectors: they choose how a letter or a picture is drawn.
    private static bool IsOfPictures(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;

    // Format characters, and the letters that Unicode draws as nothing (Default_Ignorable_Code_Point).
    private static bool IsIgnorable(Rune rune) =>
        rune.Value > '~' && (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D
            or 0x180F or 0x2065 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8)
            or (>= 0xE0000 and <= 0xE0FFF)
        || IsNoCharacter(rune));

    private static bool IsNoCharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
