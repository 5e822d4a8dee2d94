namespace FlashSale.Marketplace;

/// <summary>Texts that come back the same from a journal or a database, which keep UTF-8.</summary>
internal static class UnicodeText
{
    private const char Lost = '\uFFFD'; // what UTF-8 makes of half a letter

    /// <summary>
    /// Whether the text has no half of a letter – a surrogate without its other half – nor the sign that
    /// one was lost on the way.
    /// </summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == Lost)
            {
                return false;
            }

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
