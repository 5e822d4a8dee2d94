namespace FlashSale.Marketplace;

/// <summary>Texts that come back the same from a journal or a database, which keep UTF-8.</summary>
internal static class UnicodeText
{
    /// <summary>Whether the text has no half of a letter: a surrogate without its other half.</summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
