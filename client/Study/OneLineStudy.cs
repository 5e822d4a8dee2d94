using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace FlashSale.Client;

/// <summary>A study that is said in options, without a file.</summary>
/// <param name="Base">The scenario.</param>
/// <param name="Arms">«name: path=value, path=value», each an arm beside the base.</param>
/// <param name="Measures">Expressions, «gmvYuan» or «late: refunds / ordersPlaced».</param>
/// <param name="Save">Where its file is written; null for nowhere.</param>
internal sealed record OneLineStudy(
    string Base, IReadOnlyList<string> Arms, IReadOnlyList<string> Measures, string? Save)
{
    /// <summary>The file that says the same.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var names = Arms.Select(arm => Split(arm).Name).ToList();
        var called = Path.GetFileNameWithoutExtension(Base);
        text.Append($"name: {Name(called, names)}\n");
        text.Append($"question: What do {string.Join(", ", names)} change in {called}?\n");
        text.Append($"base: {Base}\narms:\n  - name: base\n");
        foreach (var (name, settings) in Arms.Select(Split))
        {
            text.Append($"  - name: {name}\n    set:\n");
            foreach (var (path, value) in settings)
            {
                text.Append($"      \"{path.Replace("\"", "\\\"")}\": {value}\n");
            }
        }

        text.Append("measures:\n");
        foreach (var (measure, at) in Measures.Select((measure, at) => (measure, at + 1)))
        {
            var colon = measure.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon > 0 ? (measure[..colon].Trim(), measure[(colon + 1)..].Trim())
                : (measure.All(char.IsAsciiLetterOrDigit) ? measure : $"m{at}", measure);
            text.Append($"  {name}: \"{value.Replace("\"", "\\\"")}\"\n");
        }

        return text.ToString();
    }

    private static string Name(string baseName, IReadOnlyList<string> arms) => new(
        [.. $"{baseName}-{string.Join('-', arms)}".ToLowerInvariant().Take(60)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);

    // «more: festival.peakPaymentsPerSecond=160000, policy.inventory.payWithin=5min»
    private static (string Name, IReadOnlyList<(string Path, string Value)> Settings) Split(string arm)
    {
        var colon = arm.IndexOf(':', StringComparison.Ordinal);
        var (name, rest) = colon < 0 ? (arm, "") : (arm[..colon].Trim(), arm[(colon + 1)..]);
        return (name, [.. Parts(rest).Select(part =>
        {
            var equals = EqualsOutside(part);
            return equals < 0 ? (part.Trim(), "") : (part[..equals].Trim(), part[(equals + 1)..].Trim());
        })]);
    }

    // Commas and equal signs inside of brackets belong to paths and lists.
    private static IEnumerable<string> Parts(string text)
    {
        var (from, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (depth == 0 && text[at] == ',')
            {
                yield return text[from..at];
                from = at + 1;
            }
        }

        yield return text[from..];
    }

    private static int EqualsOutside(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0 && text[at] == '=')
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>The options of a study in one line.</summary>
internal sealed class OneLineArguments
{
    private readonly Option<string?> _base = new("--base")
    {
        HelpName = "SCENARIO",
        Description = "The scenario that arms change. Without it: the study's file says it.",
    };

    private readonly Option<string[]> _arm = new("--arm")
    {
        HelpName = "ARM",
        Description = "With --base: an arm, as \"more: festival.peakPaymentsPerSecond=160000\"; may be given "
            + "several times. Without it: the study's file says them.",
    };

    private readonly Option<string[]> _measure = new("--measure")
    {
        HelpName = "EXPRESSION",
        Description = "With --base: what is measured, as gmvYuan or \"late: buyersGaveUp / ordersPlaced\"; "
            + "may be given several times. Without it: the study's file says it.",
    };

    private readonly Option<string?> _save = new("--save")
    {
        HelpName = "FILE",
        Description = "With --base: writes the study as a file, to go on with. Without it: nowhere.",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _base, _arm, _measure, _save })
        {
            command.Add(option);
        }

        SharedOptions.OnlyWith(command, _base, _arm, _measure, _save);
        command.Validators.Add(result =>
        {
            if (IsGiven(result) && (result.GetResult(_arm) is null || result.GetResult(_measure) is null))
            {
                result.AddError("--base needs what is changed and what is measured; allowed: with --arm and "
                    + "--measure");
            }
        });
    }

    /// <summary>Whether the study is said in options.</summary>
    public bool IsGiven(CommandResult result) => result.GetResult(_base) is not null;

    /// <summary>The study; null if it is a file.</summary>
    public OneLineStudy? Read(ParseResult parsed) => parsed.GetValue(_base) is { } name
        ? new OneLineStudy(
            name, parsed.GetValue(_arm) ?? [], parsed.GetValue(_measure) ?? [], parsed.GetValue(_save))
        : null;
}
