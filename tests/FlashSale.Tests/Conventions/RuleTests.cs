using System.Text.RegularExpressions;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// Anyone can go from a line of code to its rule in the rule book, and from a rule to its tests.
/// </summary>
public sealed partial class RuleTests
{
    private const string RuleBook = "docs/reference/rules.md";

    private const string HostsLabel = "- Tested on: ";

    private static readonly string[] Hosts = ["engine", "cluster", "simulator"];

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

    // «dotnet test --filter cluster=INV-1» runs the tests that show a rule on a host.
    [Fact]
    public void Every_rule_says_on_which_hosts_tagged_tests_show_it()
    {
        var shown = Shown().ToLookup(tag => tag.Rule, tag => tag.Host);
        if (Documents.AreWritten)
        {
            WriteHosts(shown);
        }

        Repository.HasNo(
            from entry in Entries()
            let hosts = HostsOf(shown[entry.Rule])
            where entry.Hosts != hosts
            select $"{RuleBook}:{entry.Line}: {entry.Rule} says «{entry.Hosts}», its tagged tests «{hosts}»; "
                + "tag a test that shows it with [Trait(host, rule)], or write the lines again: "
                + "FLASHSALE_WRITE_DOCS=1 dotnet test tests/FlashSale.Tests --filter RuleTests");
        Repository.HasNo(
            from entry in Entries()
            where Starts(entry.Modelled, "not yet") == (entry.Hosts.Length > 0)
            select $"{RuleBook}:{entry.Line}: {entry.Rule} is «{entry.Modelled}», tested on «{entry.Hosts}»");
    }

    [Fact]
    public void A_test_is_tagged_with_the_host_that_it_plays_on() => Repository.HasNo(
        from tag in Shown()
        where !Hosts.Contains(tag.Host)
            || (tag.Host == "cluster") != Starts(tag.Path, "tests/FlashSale.Cluster.Tests/")
        select $"{tag.Path}:{tag.Line}: «{tag.Host}» is no host here");

    // The tags of tests, «[Trait("engine", "INV-1")]», on a test or on a class of them.
    private static IEnumerable<(string Path, int Line, string Host, string Rule)> Shown() =>
        from path in Repository.Files("*.cs")
        where Starts(path, "tests/")
        from line in Repository.Lines(path)
        from tag in Tag().Matches(line.Text)
        select (path, line.Number, tag.Groups[1].Value, tag.Groups[2].Value);

    private static string HostsOf(IEnumerable<string> hosts) =>
        string.Join(", ", Hosts.Where(hosts.ToHashSet(StringComparer.Ordinal).Contains));

    // A line «- Tested on: …» stands before that of the source.
    private static void WriteHosts(ILookup<string, string> shown)
    {
        var (written, rule) = (new List<string>(), "");
        foreach (var (_, text) in Repository.Lines(RuleBook))
        {
            rule = Heading().Match(text) is { Success: true } heading ? heading.Groups[1].Value : rule;
            if (Starts(text, "- Source: ") && HostsOf(shown[rule]) is { Length: > 0 } hosts)
            {
                written.Add($"{HostsLabel}{hosts}.");
            }

            if (!Starts(text, HostsLabel))
            {
                written.Add(text);
            }
        }

        File.WriteAllLines(Path.Combine(Repository.Root, RuleBook), written);
    }

    // Each heading «### INV-1 …» with the lines «- Tested on: …» and «- Modelled: …» below it.
    private static List<(int Line, string Rule, string Hosts, string Modelled)> Entries()
    {
        const string Label = "- Modelled: ";
        var entries = new List<(int Line, string Rule, string Hosts, string Modelled)>();
        foreach (var line in Repository.Lines(RuleBook))
        {
            if (Heading().Match(line.Text) is { Success: true } heading)
            {
                entries.Add((line.Number, heading.Groups[1].Value, "", ""));
            }
            else if (Starts(line.Text, HostsLabel) && entries.Count > 0)
            {
                entries[^1] = entries[^1] with { Hosts = line.Text[HostsLabel.Length..].TrimEnd('.') };
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

    [GeneratedRegex(@"\bTrait\(""(\w+)"", ""([A-Z]{3}-\d+)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b([A-Z]{3})-\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();
}
