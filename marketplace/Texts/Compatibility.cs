using System.Globalization;
using System.Reflection;
using System.Text;

namespace FlashSale.Marketplace;

/// <summary>
/// Unicode normalisation form KC: one form for texts that only differ in how their letters are put together
/// or in their width, as «ＡＢＣ», «ﬁ» and «e» with an accent behind it.
/// </summary>
/// <remarks>
/// From a table, because the runtime leaves texts as they are when globalisation is invariant; and a name
/// has to be the same name on every machine. Letters of different scripts that look alike stay different.
/// </remarks>
internal sealed class Compatibility
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTails = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Lazy<Compatibility> Table = new(Read);

    private readonly Dictionary<int, int[]> _parts = [];
    private readonly Dictionary<(int First, int Second), int> _together = [];
    private readonly Dictionary<int, int> _classes = [];

    private Compatibility()
    {
    }

    /// <summary>The text in form KC.</summary>
    /// <param name="text">A text without halves of letters.</param>
    public static string Of(string text) => Ascii.IsValid(text) ? text : Table.Value.Normal(text);

    private static Compatibility Read()
    {
        var table = new Compatibility();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("compatibility.txt")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            table.Take(line.Split(' '));
        }

        return table;
    }

    private static int Hex(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private void Take(string[] words)
    {
        switch (words[0])
        {
            case "d":
                _parts.Add(Hex(words[1]), [.. words[2..].Select(Hex)]);
                break;
            case "c":
                _together.Add((Hex(words[1]), Hex(words[2])), Hex(words[3]));
                break;
            case "k":
                for (int at = Hex(words[1]), until = Hex(words[2]); at <= until; at++)
                {
                    _classes.Add(at, int.Parse(words[3], CultureInfo.InvariantCulture));
                }

                break;
        }
    }

    private string Normal(string text)
    {
        var letters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            TakeApart(rune.Value, letters);
        }

        Order(letters);
        var normal = new StringBuilder(letters.Count);
        foreach (var letter in PutTogether(letters))
        {
            normal.Append(new Rune(letter).ToString());
        }

        return normal.ToString();
    }

    private void TakeApart(int letter, List<int> to)
    {
        var syllable = letter - FirstSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            to.Add(FirstLead + (syllable / (Vowels * Tails)));
            to.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails > 0)
            {
                to.Add(BeforeTails + (syllable % Tails));
            }
        }
        else if (_parts.TryGetValue(letter, out var parts))
        {
            to.AddRange(parts);
        }
        else
        {
            to.Add(letter);
        }
    }

    // Marks on one letter stand in the order of their classes; those of one class keep theirs.
    private void Order(List<int> letters)
    {
        for (var at = 1; at < letters.Count; at++)
        {
            var (mark, kind) = (letters[at], ClassOf(letters[at]));
            var to = at;
            while (kind > 0 && to > 0 && ClassOf(letters[to - 1]) > kind)
            {
                letters[to] = letters[to - 1];
                to--;
            }

            letters[to] = mark;
        }
    }

    private List<int> PutTogether(List<int> letters)
    {
        var made = new List<int>(letters.Count);
        var (starter, before) = (-1, 0);
        foreach (var letter in letters)
        {
            var kind = ClassOf(letter);
            var isNext = starter >= 0 && (starter == made.Count - 1 || (before < kind && before > 0));
            if (isNext && Together(made[starter], letter) is { } both)
            {
                made[starter] = both;
                continue;
            }

            (starter, before) = (kind == 0 ? made.Count : starter, kind);
            made.Add(letter);
        }

        return made;
    }

    private int? Together(int first, int second)
    {
        var (lead, vowel) = (first - FirstLead, second - FirstVowel);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);
        }

        var (syllable, tail) = (first - FirstSyllable, second - BeforeTails);
        var isOpen = syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0;
        return isOpen && tail is > 0 and < Tails ? first + tail
            : _together.TryGetValue((first, second), out var both) ? both
            : null;
    }

    private int ClassOf(int letter) => _classes.GetValueOrDefault(letter);
}
