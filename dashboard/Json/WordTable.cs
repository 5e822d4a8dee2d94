using System.Text;

namespace FlashSale.Dashboard;

/// <summary>
/// The words of an enum on the wire: «AtOrder» is «at-order». Numbers are never accepted.
/// </summary>
internal static class WordTable<T>
    where T : struct, Enum
{
    private static readonly (T Member, string Word, byte[] Bytes)[] Known =
    [
        .. Enum.GetValues<T>().Select(member => (member, Words.Of(member.ToString())))
            .Select(pair => (pair.member, pair.Item2, Encoding.UTF8.GetBytes(pair.Item2))),
    ];

    /// <summary>All words, in the order of the members.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Word)];

    /// <summary>The word of a member; «none» of a 0 that says there is nothing.</summary>
    public static string Of(T member)
    {
        foreach (var known in Known)
        {
            if (EqualityComparer<T>.Default.Equals(known.Member, member))
            {
                return known.Word;
            }
        }

        return "none";
    }

    /// <summary>The member of a word.</summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out T member)
    {
        foreach (var known in Known)
        {
            if (word.SequenceEqual(known.Bytes))
            {
                member = known.Member;
                return true;
            }
        }

        member = default;
        return false;
    }
}
