using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A place in a scenario: «channels[kind=bank].failureRate».</summary>
/// <remarks>Items of lists are meant by their number, or by one of their keys and its value.</remarks>
internal sealed class ScenarioPath
{
    private readonly List<string> _steps;

    private ScenarioPath(string text, List<string> steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The key that it leads to, the same for all items of a list: «channels.failureRate».</summary>
    public string Key => string.Join('.', _steps.Where(step => step[0] != '['));

    /// <summary>Reads a path; a path without steps leads nowhere.</summary>
    public static ScenarioPath Of(string text)
    {
        const string longName = "festival.paymentCapacityPerSecond";
        var whole = text == longName ? "festival.peakPaymentsPerSecond" : text;
        List<string> steps = [];
        var from = 0;
        for (int at = 0, depth = 0; at <= whole.Length; at++)
        {
            var letter = at < whole.Length ? whole[at] : '.';
            if (depth == 0 && letter is '.' or '[' && at > from)
            {
                steps.Add(whole[from..at]);
            }

            depth += letter switch { '[' => 1, ']' => -1, _ => 0 };
            from = depth == 0 && letter == '.' ? at + 1 : letter == '[' && depth == 1 ? at : from;
        }

        return new ScenarioPath(text, steps);
    }

    /// <summary>The value at the place; null if there is none.</summary>
    public YamlNode? Find(YamlNode tree) => Find(tree, _steps);

    /// <summary>
    /// The values at the same place of the other items of the innermost list, such as the shares of the other
    /// channels; none outside of lists.
    /// </summary>
    public IEnumerable<YamlNode> Siblings(YamlNode tree)
    {
        var at = _steps.FindLastIndex(step => step[0] == '[');
        if (at < 0 || Find(tree, _steps[..at]) is not { } list || ItemOf(list, _steps[at]) is not { } own)
        {
            return [];
        }

        return list.Items.Where((_, item) => item != own)
            .Select(item => Find(item, _steps[(at + 1)..])).OfType<YamlNode>();
    }

    /// <summary>Puts a value at the place, whose blocks are made if they exist only by default.</summary>
    /// <param name="tree">The scenario.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where the path stands in the file that sets it, for messages.</param>
    /// <returns>Why it cannot be put there; null if it was.</returns>
    public string? Put(YamlNode tree, YamlNode value, YamlNode place)
    {
        var at = tree;
        foreach (var (step, isLast) in _steps.Select((step, number) => (step, number == _steps.Count - 1)))
        {
            if (step[0] == '[')
            {
                if (ItemOf(at, step) is not { } item)
                {
                    return $"there is no item {step}{Have(at)}";
                }

                if (isLast)
                {
                    at.Items[item] = value;
                }

                at = isLast ? at : at.Items[item];
                continue;
            }

            if (at.Form != YamlForm.Block)
            {
                return $"there are no keys where «{step}» is asked for{Have(at)}";
            }

            at = isLast ? Put(at, step, value, place) : Enter(at, step, place);
        }

        return null;
    }

    private static YamlNode Put(YamlNode block, string key, YamlNode value, YamlNode place)
    {
        var at = block.Entries.FindIndex(entry => entry.Key.Text == key);
        if (at >= 0)
        {
            block.Entries[at] = (block.Entries[at].Key, value);
        }
        else
        {
            block.Entries.Add((YamlNode.OfText(key, quoted: false, place.Line, place.Column), value));
        }

        return value;
    }

    // A block that exists only by default is made; if there is no such key, the reader says so.
    private static YamlNode Enter(YamlNode block, string key, YamlNode place) =>
        block.Entries.Find(entry => entry.Key.Text == key).Value
        ?? Put(block, key, YamlNode.OfBlock(place.Line, place.Column), place);

    private static YamlNode? Find(YamlNode tree, IEnumerable<string> steps)
    {
        var at = tree;
        foreach (var step in steps)
        {
            var next = step[0] != '[' ? at.Entries.Find(entry => entry.Key.Text == step).Value
                : ItemOf(at, step) is { } item ? at.Items[item] : null;
            if (next is null)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    private static int? ItemOf(YamlNode list, string step)
    {
        var inside = step[1..].TrimEnd(']').Split('=', 2, StringSplitOptions.TrimEntries);
        var item = inside.Length == 1
            ? int.TryParse(inside[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : -1
            : list.Items.FindIndex(one => one.Entries.Any(entry =>
                entry.Key.Text == inside[0] && entry.Value.Text == inside[1]));
        return item >= 0 && item < list.Items.Count ? item : null;
    }

    private static string Have(YamlNode node) => node.Form == YamlForm.List
        ? FormattableString.Invariant($": the list has {node.Items.Count}") : "";
}
