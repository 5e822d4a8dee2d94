using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Sets single values of a scenario by their paths, as «path=value».</summary>
/// <remarks>
/// The value at the path is replaced in the scenario's tree, and the strict reader reads that tree again: so
/// every key of a scenario can be set, and what is wrong is said as of a file.
/// </remarks>
public static class ScenarioSettings
{
    private const string Allowed =
        "path=value, such as policy.inventory.payWithin=5min or channels[kind=bank].failureRate=0.05";

    /// <summary>The scenario with these settings, in their order.</summary>
    public static ScenarioReading<Scenario> Apply(Scenario scenario, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(settings);
        var tree = ScenarioTree.Of(scenario);
        foreach (var setting in settings)
        {
            if (Problem(tree, setting) is { } problem)
            {
                return new ScenarioReading<Scenario>(null, [problem]);
            }
        }

        var reading = ScenarioReader.Read(tree, "--set");
        return reading.Value is { } read ? reading with { Value = read with { Load = scenario.Load } }
            : reading;
    }

    private static ScenarioProblem? Problem(YamlNode tree, string setting)
    {
        var (path, text) = Split(setting);
        if (text is null || path.Length == 0)
        {
            return new ScenarioProblem("--set", 1, 1, "", $"«{setting}» sets nothing", Allowed);
        }

        var problems = new ProblemList("--set");
        var value = YamlTree.Parse($"value: {text}", problems)?.Entries.FirstOrDefault().Value;
        if (value is null || problems.Found > 0)
        {
            return new ScenarioProblem("--set", 1, 1, path, $"«{text}» is no value", "a value as in a file");
        }

        return Put(tree, Steps(path), value) is { } wrong
            ? new ScenarioProblem("--set", 1, 1, path, wrong, Allowed) : null;
    }

    // The first «=» outside of brackets.
    private static (string Path, string? Text) Split(string setting)
    {
        var depth = 0;
        for (var at = 0; at < setting.Length; at++)
        {
            depth += setting[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (setting[at] == '=' && depth == 0)
            {
                return (setting[..at].Trim(), setting[(at + 1)..].Trim());
            }
        }

        return (setting, null);
    }

    private static List<string> Steps(string path)
    {
        const string longName = "festival.paymentCapacityPerSecond";
        var whole = path == longName ? "festival.peakPaymentsPerSecond" : path;
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

        return steps;
    }

    private static string? Put(YamlNode tree, List<string> steps, YamlNode value)
    {
        var at = tree;
        foreach (var (step, isLast) in steps.Select((step, number) => (step, number == steps.Count - 1)))
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

            at = isLast ? Put(at, step, value) : Enter(at, step);
        }

        return null;
    }

    private static YamlNode Put(YamlNode block, string key, YamlNode value)
    {
        var place = block.Entries.FindIndex(entry => entry.Key.Text == key);
        if (place >= 0)
        {
            block.Entries[place] = (block.Entries[place].Key, value);
        }
        else
        {
            block.Entries.Add((YamlNode.OfText(key, quoted: false, 1, 1), value));
        }

        return value;
    }

    // A block that exists only by default is made; if there is no such key, the reader says so.
    private static YamlNode Enter(YamlNode block, string key) =>
        block.Entries.Find(entry => entry.Key.Text == key).Value
        ?? Put(block, key, YamlNode.OfBlock(1, 1));

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
