using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>What a listing is like, as buyers filter by it: «colour:red,size:m» (rule LST-1).</summary>
/// <remarks>
/// One form for all that say the same: names in lower case and in order, each once. The default is none.
/// </remarks>
public readonly record struct ListingAttributes
{
    /// <summary>The most attributes of a listing.</summary>
    public const int CountMax = 10;

    /// <summary>The longest name or value, in characters.</summary>
    public const int LengthMax = 20;

    private readonly string? _text;

    private ListingAttributes(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>What is allowed, in words.</summary>
    public static string Allowed => string.Create(
        CultureInfo.InvariantCulture,
        $"at most {CountMax}, each name once, texts of 1 to {LengthMax} letters without «,» and «:»");

    /// <summary>Whether there is none.</summary>
    public bool IsNone => _text is null;

    /// <summary>The text as which they are kept and sent; null if there are none.</summary>
    public string? Stored => _text;

    /// <summary>The attributes by their names, in order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        IsNone ? [] : ToString().Split(',').Select(PairOf);

    /// <summary>These attributes; null if they are not <see cref="Allowed"/>.</summary>
    public static ListingAttributes? Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            var (kept, said) = (name?.Trim().ToLowerInvariant() ?? "", value?.Trim() ?? "");
            if (!IsWord(kept) || !IsWord(said) || !sorted.TryAdd(kept, said) || sorted.Count > CountMax)
            {
                return null;
            }
        }

        return new ListingAttributes(string.Join(',', sorted.Select(pair => $"{pair.Key}:{pair.Value}")));
    }

    /// <summary>The attributes of a text, such as «colour:red,size:m»; null if it is none.</summary>
    public static ListingAttributes? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? default(ListingAttributes)
            : text.Length > CountMax * 2 * (LengthMax + 1) ? null
            : Of(text.Split(',').Select(PairOf));
    }

    /// <summary>The attributes of a text that <see cref="Stored"/> gave; none if there is no text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it stood, for whoever has to look for the damage.</param>
    /// <exception cref="InvalidDataException">It is damaged: these are no attributes.</exception>
    public static ListingAttributes OfStored(string? text, string place) => Parse(text ?? "")
        ?? throw new InvalidDataException(
            $"{place}: «{text}» are no attributes of a listing; allowed are {Allowed}.");

    /// <summary>Whether all that is wanted is among these; the case of letters does not matter.</summary>
    public bool HasAll(ListingAttributes wanted)
    {
        if (wanted.IsNone)
        {
            return true;
        }

        var asked = wanted.ToString().AsSpan();
        foreach (var part in asked.Split(','))
        {
            if (!Has(asked[part]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    private bool Has(ReadOnlySpan<char> pair)
    {
        var own = ToString().AsSpan();
        foreach (var part in own.Split(','))
        {
            if (own[part].Equals(pair, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static KeyValuePair<string, string> PairOf(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? new(text, "") : new(text[..at], text[(at + 1)..]);
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= LengthMax && UnicodeText.IsWhole(text) && text.All(IsShown);

    private static bool IsShown(char letter) => letter is not (',' or ':')
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
