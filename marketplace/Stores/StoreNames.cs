using System.Text;

namespace FlashSale.Marketplace;

/// <summary>The answer to a store that wants a name.</summary>
public enum StoreNameResult : byte
{
    /// <summary>The store has the name; also if it had it already.</summary>
    Claimed = 1,

    /// <summary>Another store has it, perhaps in other letters (rule STO-4).</summary>
    Taken,

    /// <summary>It is empty, too long, or holds control characters or halves of letters.</summary>
    NotAName,
}

/// <summary>All store names of the market: no two stores share a mark (rule STO-4).</summary>
/// <remarks>
/// Names are the same if they differ only in case, in spaces, or in the width of Latin letters as Chinese
/// keyboards type them («ＡＢＣ»). Nothing is ever listed in the order of the hash table.
/// </remarks>
public sealed class StoreNames
{
    private const int TypedLengthMax = 4 * Limits.NameLengthMax; // with all its spaces

    private readonly Dictionary<string, StoreId> _holders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many names are held.</summary>
    public int Count => _holders.Count;

    /// <summary>
    /// The form in which names are compared, apart from their case; null if the text is no name.
    /// </summary>
    public static string? Normalize(string name)
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
        if (Normalize(name) is not { } normal)
        {
            return StoreNameResult.NotAName;
        }

        return _holders.TryAdd(normal, store) || _holders[normal] == store
            ? StoreNameResult.Claimed
            : StoreNameResult.Taken;
    }

    /// <summary>Frees a name that the store holds.</summary>
    /// <returns>Whether the store held it.</returns>
    public bool Release(string name, StoreId store) =>
        HolderOf(name) == store && _holders.Remove(Normalize(name)!);

    /// <summary>The store that holds a name; null if it is free or no name.</summary>
    public StoreId? HolderOf(string name) =>
        Normalize(name) is { } normal && _holders.TryGetValue(normal, out var store) ? store : null;
}
