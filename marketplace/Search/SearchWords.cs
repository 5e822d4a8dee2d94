using System.Text;

namespace FlashSale.Marketplace;

/// <summary>The words of a title or of a query, as search compares them.</summary>
/// <remarks>
/// A word is a run of letters and digits in capitals; a Chinese character is a word by itself, because
/// nothing stands between the words of a Chinese title.
/// </remarks>
internal static class SearchWords
{
    /// <summary>The words, each once, in their order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var plain = Ascii.IsValid(text) ? text.ToUpperInvariant() : ShownText.Key(text);
        foreach (var rune in plain.EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(rune);
            if (!isLetter || IsIdeograph(rune))
            {
                End(word, words);
            }

            if (isLetter)
            {
                word.Append(rune.ToString());
            }

            if (IsIdeograph(rune))
            {
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0 && word.ToString() is var ended && !words.Contains(ended))
        {
            words.Add(ended);
        }

        word.Clear();
    }

    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
