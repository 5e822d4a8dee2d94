using System.Text.RegularExpressions;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// Anyone can go from a line of code to its rule in the rule book, and from a rule to its tests.
/// </summary>
public sealed partial class RuleTests
{
    private const string RuleBook = "docs/reference/rules.md";

    // Names of standards that look like the id of a rule.
    private static readonly string[] Standards = ["UTF", "SHA", "ISO", "CRC", "RFC"];

    [Fact]
    public void Every_rule_that_the_code_names_is_in_the_rule_book()
    {
        var known = Entries().Select(entry => entry.Rule).ToHashSet(StringComparer.Ordinal);
        Repository.HasNo(
            from path in Repository.Files("*.cs")
            from mention in Mentions(path)
            where !known.Contains(mention.Rule)
            select $"{path}:{mention.Line}: {mention.Rule} is not in {RuleBook}; add it or mend the id");
    }

    [Fact]
    public void Every_rule_that_counts_as_modelled_is_named_by_code_and_by_a_test()
    {
        var coded = RulesNamedIn(path => !Starts(path, "tests/"));
        var tested = RulesNamedIn(path => Starts(path, "tests/"));
        Repository.HasNo(
            from entry in Entries()
            where !Starts(entry.Modelled, "not yet")
            where !coded.Contains(entry.Rule) || !tested.Contains(entry.Rule)
            let missing = coded.Contains(entry.Rule) ? "test" : "code"
            select $"{RuleBook}:{entry.Line}: {entry.Rule} is «{entry.Modelled}», but no {missing} names it; "
                + $"say «not yet», or name the rule in the {missing} that shows it");
    }

    [Fact]
    public void Every_rule_stands_in_the_rule_book_once_and_says_whether_it_is_modelled() => Repository.HasNo(
        from entry in Entries()
        group entry by entry.Rule into same
        where same.Count() > 1 || same.First().Modelled.Length == 0
        select $"{RuleBook}:{same.Last().Line}: {same.Key} needs one entry with one line «- Modelled: …»");

    // Each heading «### INV-1 …» with the line «- Modelled: …» below it.
    private static List<(int Line, string Rule, string Modelled)> Entries()
    {
        const string Label = "- Modelled: ";
        var entries = new List<(int Line, string Rule, string Modelled)>();
        foreach (var line in Repository.Lines(RuleBook))
        {
            if (Heading().Match(line.Text) is { Success: true } heading)
            {
                entries.Add((line.Number, heading.Groups[1].Value, ""));
            }
            else if (Starts(line.Text, Label) && entries.Count > 0)
            {
                entries[^1] = entries[^1] with { Modelled = line.Text[Label.Length..] };
            }
        }

        return entries;
    }

    private static HashSet<string> RulesNamedIn(Func<string, bool> files) => [.. Repository.Files("*.cs")
        .Where(files).SelectMany(Mentions).Select(mention => mention.Rule)];

    private static IEnumerable<(int Line, string Rule)> Mentions(string path) =>
        from line in Repository.Lines(path)
        from mention in RuleId().Matches(line.Text)
        where !Standards.Contains(mention.Groups[1].Value)
        select (line.Number, mention.Value);

    private static bool Starts(string text, string beginning) =>
        text.StartsWith(beginning, StringComparison.Ordinal);

    [GeneratedRegex(@"^### ([A-Z]{3}-\d+) ", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b([A-Z]{3})-\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();
}
