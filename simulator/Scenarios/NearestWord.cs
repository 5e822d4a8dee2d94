namespace FlashSale.Simulator;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class NearestWord
{
    private const int LengthMax = 80;

    /// <summary>The candidate with the fewest changed letters, or null if none is near.</summary>
    /// <param name="word">The word as the user wrote it.</param>
    /// <param name="candidates">The words that are allowed.</param>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        var nearest = default(string);
        var fewest = 1 + (Math.Min(word.Length, LengthMax) / 2);
        foreach (var candidate in candidates)
        {
            var changes = word.Length > LengthMax ? LengthMax : Changes(word, candidate);
            if (changes < fewest)
            {
                fewest = changes;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Letters to insert, drop or replace to get from one word to the other, case aside.</summary>
    private static int Changes(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i]) == char.ToUpperInvariant(to[j]);
                row[j + 1] = Math.Min(Math.Min(row[j], above[j + 1]) + 1, above[j] + (same ? 0 : 1));
            }

            above = row;
        }

        return above[to.Length];
    }
}
