namespace FlashSale.Simulator;

/// <summary>Reads the keys of one block strictly: every key must be known, and every value right.</summary>
/// <remarks>
/// Each method reads one key. A fallback of null makes the key required. A wrong value is noted as a problem
/// and the
/// fallback is returned, so that reading goes on to the next problem; the result of a file with problems is
/// thrown away.
/// </remarks>
internal sealed class Block(YamlNode node, string path, ProblemList problems)
{
    private readonly List<string> _known = [];

    /// <summary>Where the block stands.</summary>
    public YamlNode Node => node;

    /// <summary>
    /// Reads a whole block with a section's reader, then refuses the keys that it did not ask for.
    /// </summary>
    public static T Read<T>(YamlNode node, string path, ProblemList problems, Func<Block, T> section)
    {
        if (node.Form != YamlForm.Block)
        {
            problems.Add(node, path, $"{node.Shown} is no block", "a block of keys");
            node = YamlNode.OfBlock(node.Line, node.Column);
        }

        var block = new Block(node, path, problems);
        var value = section(block);
        block.RefuseUnknownKeys();
        return value;
    }

    /// <summary>The path of the block itself; empty for the whole file.</summary>
    public string Path => path;

    /// <summary>The path of a key in this block.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>The value of a key, or null with a problem noted if it is required.</summary>
    public YamlNode? Find(string key, bool required = false)
    {
        _known.Add(key);
        foreach (var (name, value) in node.Entries)
        {
            if (name.Text == key)
            {
                return value;
            }
        }

        problems.KeysNotGiven.Add(PathOf(key));
        if (required)
        {
            problems.Add(node, PathOf(key), "the key is missing", "it must be given");
        }

        return null;
    }

    /// <summary>Notes a problem at the value of a key, or at the block if the key is not there.</summary>
    public void Refuse(string key, string wrong, string allowed)
    {
        var value = node.Entries.Find(entry => entry.Key.Text == key).Value ?? node;
        problems.Add(value, PathOf(key), wrong, allowed);
    }

    /// <summary>Notes a problem at a path below this block, at the deepest key of it that is there.</summary>
    public void RefuseInside(string keys, string wrong, string allowed)
    {
        var at = node;
        foreach (var key in keys.Split('.'))
        {
            at = at.Entries.Find(entry => entry.Key.Text == key).Value ?? at;
        }

        problems.Add(at, PathOf(keys), wrong, allowed);
    }

    /// <summary>Notes a problem with the block as a whole.</summary>
    public void RefuseWhole(string wrong, string allowed) => problems.Add(node, path, wrong, allowed);

    /// <summary>A number within a range.</summary>
    public double Number(string key, double? fallback, NumberRange range) =>
        OptionalNumber(key, range, required: fallback is null) ?? fallback ?? range.From;

    /// <summary>A number within a range, or null if the key is not there.</summary>
    public double? OptionalNumber(string key, NumberRange range, bool required = false) =>
        Find(key, required) is { } value ? NumberOf(value, PathOf(key), range) : null;

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public double Share(string key, double? fallback) => Number(key, fallback, NumberRange.Share);

    /// <summary>A whole number within a range.</summary>
    public long Count(string key, long? fallback, long from, long to)
    {
        if (Find(key, fallback is null) is not { } value
            || NumberOf(value, PathOf(key), new NumberRange(from, to)) is null)
        {
            return fallback ?? from;
        }

        var whole = FileWords.Whole(value.Text);
        if (whole is { } number && number >= from && number <= to)
        {
            return number;
        }

        problems.Add(
            value, PathOf(key), $"{value.Shown} is {(whole is null ? "no whole number" : "out of range")}",
            FormattableString.Invariant($"a whole number from {from} to {to}"));
        return fallback ?? from;
    }

    /// <summary>A text of at most so many characters, all of them seen; it may have several lines.</summary>
    public string Text(string key, string? fallback, int lengthMax)
    {
        if (Find(key, fallback is null) is not { } value)
        {
            return fallback ?? "";
        }

        if (value.Form != YamlForm.Text || value.Text.Length == 0 || value.Text.Length > lengthMax)
        {
            problems.Add(value, PathOf(key), $"{value.Shown} is no such text",
                $"a text of 1 to {lengthMax} characters");
        }
        else if (!ShownText.IsSound(value.Text.ReplaceLineEndings(" ").Replace('\t', ' ')))
        {
            problems.Add(value, PathOf(key), $"{value.Shown} holds what is not seen",
                "a text without control, direction or invisible characters");
        }

        return value.Text;
    }

    /// <summary>A length of time with its unit.</summary>
    public TimeSpan Length(string key, TimeSpan? fallback, TimeSpan from, TimeSpan to) =>
        Find(key, fallback is null) is { } value
            ? LengthOf(value, PathOf(key), from, to) ?? fallback ?? from
            : fallback ?? from;

    /// <summary>A length of time with its unit, or null if the key is not there.</summary>
    public TimeSpan? OptionalLength(string key, TimeSpan from, TimeSpan to) =>
        Find(key) is { } value ? LengthOf(value, PathOf(key), from, to) : null;

    /// <summary>One of the words of an enum.</summary>
    public T Choice<T>(string key, T? fallback)
        where T : struct, Enum =>
        Find(key, fallback is null) is { } value
            ? ChoiceOf<T>(value, PathOf(key)) ?? fallback ?? default
            : fallback ?? default;

    /// <summary>A block of its own.</summary>
    public T Section<T>(string key, T fallback, Func<Block, T> section) =>
        Find(key) is { } value ? Read(value, PathOf(key), problems, section) : fallback;

    /// <summary>A block of its own that must be there.</summary>
    public T RequiredSection<T>(string key, Func<Block, T> section)
    {
        var value = Find(key, required: true);
        return Read(value ?? YamlNode.OfBlock(node.Line, node.Column), PathOf(key),
            value is null ? new ProblemList("") : problems, section);
    }

    /// <summary>A list of values.</summary>
    public IReadOnlyList<T> List<T>(
        string key, IReadOnlyList<T> fallback, int itemsMax, Func<YamlNode, string, T> item)
    {
        if (Find(key) is not { } value)
        {
            return fallback;
        }

        if (value.Form != YamlForm.List || value.Items.Count > itemsMax)
        {
            var wrong = value.Form == YamlForm.List
                ? $"{value.Items.Count} values" : $"{value.Shown} is no list";
            problems.Add(value, PathOf(key), wrong, $"a list of at most {itemsMax} values");
            return fallback;
        }

        return [.. value.Items.Select((one, index) => item(one, $"{PathOf(key)}[{index}]"))];
    }

    /// <summary>A list of blocks.</summary>
    public IReadOnlyList<T> Blocks<T>(string key, IReadOnlyList<T> fallback, int itemsMax, Func<Block,
        T> section) =>
        List(key, fallback, itemsMax, (one, where) => Read(one, where, problems, section));

    /// <summary>A list of shares that sum to 1.</summary>
    public IReadOnlyList<double> Shares(string key, IReadOnlyList<double> fallback, int itemsMax)
    {
        var shares = List(key, fallback, itemsMax, (one, where) => NumberOf(one, where, NumberRange.Share)
            ?? 0);
        SumToOne(key, shares);
        return shares;
    }

    /// <summary>Notes a problem if these shares of a list do not sum to 1.</summary>
    public void SumToOne(string key, IEnumerable<double> shares)
    {
        const double tolerance = 1e-6;
        var sum = shares.Sum();
        if (Math.Abs(sum - 1) > tolerance)
        {
            Refuse(key, FormattableString.Invariant($"the shares sum to {sum:0.######}"),
                "shares that sum to 1");
        }
    }

    /// <summary>Notes a problem if two entries of a list have the same name, or the list is empty.</summary>
    public void NamesOnce(string key, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !seen.Add(ShownText.Key(name))))
        {
            Refuse(key, $"«{name}» is there twice", "each name once");
        }

        if (seen.Count == 0)
        {
            Refuse(key, "the list is empty", "at least one");
        }
    }

    /// <summary>The number at a node; null with a problem noted if it is none or out of range.</summary>
    public double? NumberOf(YamlNode value, string where, NumberRange range)
    {
        if (value.Form != YamlForm.Text || value.Quoted || FileWords.Number(value.Text) is not { } number)
        {
            problems.Add(value, where, $"{value.Shown} is no number{UnitHint(value)}", range.ToString());
            return null;
        }

        if (!range.Contains(number))
        {
            problems.Add(value, where, $"{value.Shown} is out of range", range.ToString());
            return null;
        }

        return number;
    }

    /// <summary>The length at a node; null with a problem noted if it is none or out of range.</summary>
    public TimeSpan? LengthOf(YamlNode value, string where, TimeSpan from, TimeSpan to)
    {
        if (value.Form != YamlForm.Text || FileWords.Length(value.Text) is not { } length)
        {
            var unitMissing = value.Form == YamlForm.Text && FileWords.Number(value.Text) is not null;
            var wrong = $"{value.Shown} {(unitMissing ? "has no unit" : "is no length")}";
            problems.Add(value, where, wrong, FileWords.LengthForm);
            return null;
        }

        if (length < from || length > to)
        {
            problems.Add(value, where, $"{value.Shown} is out of range",
                $"from {FileWords.Of(from)} to {FileWords.Of(to)}");
            return null;
        }

        return length;
    }

    /// <summary>The enum member at a node; null with a problem noted if it is none.</summary>
    public T? ChoiceOf<T>(YamlNode value, string where)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(member => Words.Of(member), StringComparer.Ordinal);
        if (value.Form == YamlForm.Text && words.TryGetValue(value.Text, out var choice))
        {
            return choice;
        }

        problems.Add(value, where, $"{value.Shown} is not known{Meant(value.Text, words.Keys)}",
            string.Join(", ", words.Keys));
        return null;
    }

    private static string UnitHint(YamlNode value) =>
        value.Text.EndsWith('%') ? ": a share is written without a percent sign"
        : FileWords.Length(value.Text) is not null ? ": it has a unit of time"
        : "";

    private static string Meant(string word, IEnumerable<string> candidates) =>
        NearestWord.Of(word, candidates) is { } nearest ? $" (did you mean «{nearest}»?)" : "";

    private void RefuseUnknownKeys()
    {
        foreach (var (key, _) in node.Entries)
        {
            if (!_known.Contains(key.Text, StringComparer.Ordinal))
            {
                var wrong = $"the key is not known{Meant(key.Text, _known)}";
                problems.Add(key, PathOf(key.Text), wrong, string.Join(", ", _known));
            }
        }
    }
}
