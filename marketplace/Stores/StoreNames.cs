using System.Text;

namespace FlashSale.Marketplace;

/// <summary>The answer to a store that wants a name.</summary>
public enum StoreNameResult : byte
{
    /// <summary>The store has the name; also if it had it already.</summary>
    Claimed = 1,

    /// <summary>Another store has it, perhaps in other letters (rule STO-4).</summary>
    Taken,

    /// <summary>
    /// Nothing of it is seen, or it is too long, or holds control characters or halves of letters.
    /// </summary>
    NotAName,
}

/// <summary>All store names of the market: no two stores share a mark (rule STO-4).</summary>
/// <remarks>
/// Names are the same if <see cref="ShownText.Key"/> is: case, spaces, width, and what nobody sees make no
/// other name. Nothing is ever listed in the order of the hash table.
/// </remarks>
public sealed class StoreNames
{
    private const int TypedLengthMax = 4 * Limits.NameLengthMax; // with all its spaces

    private readonly Dictionary<string, StoreId> _holders = new(StringComparer.Ordinal);

    /// <summary>How many names are held.</summary>
    public int Count => _holders.Count;

    /// <summary>The form in which names are compared; null if the text is no name.</summary>
    public static string? Key(string name) =>
        Narrow(name) is not null && ShownText.Key(name) is { Length: > 0 } key ? key : null;

    /// <summary>
    /// The form in which names were compared before form KC was: rows of a cluster are found by it (decision
    /// 0006). Null if the text is no name.
    /// </summary>
    public static string? KeyBefore(string name) => Narrow(name)?.ToUpperInvariant();

    private static string? Narrow(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > TypedLengthMax || !UnicodeText.IsWhole(name))
        {
            return null;
        }

        var normal = new StringBuilder(Math.Min(name.Length, Limits.NameLengthMax));
        foreach (var letter in name)
        {
            var narrow = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            if (char.IsControl(narrow) || normal.Length > Limits.NameLengthMax + 1)
            {
                return null;
            }

            if (!char.IsWhiteSpace(narrow))
            {
                normal.Append(narrow);
            }
            else if (normal.Length > 0 && normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        var result = normal.ToString().TrimEnd();
        return result.Length is 0 or > Limits.NameLengthMax ? null : result;
    }

    /// <summary>Gives a free name to a store.</summary>
    public StoreNameResult Claim(string name, StoreId store)
    {
        if (Key(name) is not { } key)
        {
            return StoreNameResult.NotAName;
        }

        return _holders.TryAdd(key, store) || _holders[key] == store
            ? StoreNameResult.Claimed
            : StoreNameResult.Taken;
    }
}
