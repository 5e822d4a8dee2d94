using System.CommandLine;
using System.Text.RegularExpressions;
using FlashSale.Client;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// What the documentation promises exists: verbs and options of the command, files behind links.
/// </summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_verb_and_option_in_the_docs_exists()
    {
        using var terminal = new TestTerminal();
        var root = new Cli(terminal.Terminal).Root;
        Repository.HasNo(
            from path in Repository.Files("*.md")
            from line in Repository.Lines(path)
            from call in CommandLine().Matches(line.Text)
            from problem in Problems(root, call.Groups[1].Value)
            select $"{path}:{line.Number}: {problem}; mend the page, or add it to the command");
    }

    [Fact]
    public void Every_link_in_the_docs_leads_to_a_file() => Repository.HasNo(
        from path in Repository.Files("*.md")
        from line in Repository.Lines(path)
        from link in Link().Matches(line.Text)
        let target = link.Groups[1].Value
        let file = Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, target)
        where !target.Contains("://", StringComparison.Ordinal)
        where !File.Exists(file) && !Directory.Exists(file)
        select $"{path}:{line.Number}: there is no {target}; mend the link");

    [Fact]
    public void The_files_of_a_worked_example_know_what_it_is_about()
    {
        var (entity, checkedFiles) = ("", 0);
        var findings = new List<string>();
        foreach (var (number, text) in Repository.Lines(Hacking))
        {
            entity = Example().Match(text) is { Success: true } mark ? mark.Groups[1].Value : entity;
            foreach (var target in Link().Matches(text).Select(link => link.Groups[1].Value))
            {
                var file = Path.Combine(Path.GetDirectoryName(Hacking)!, target);
                checkedFiles += entity.Length > 0 ? 1 : 0;
                if (entity.Length > 0
                    && !Repository.Text(file).Contains(entity, StringComparison.OrdinalIgnoreCase))
                {
                    findings.Add($"{Hacking}:{number}: {target} does not name {entity}; mend the list");
                }
            }
        }

        Repository.HasNo(findings);
        Assert.True(checkedFiles > 20, "the example has lost its files");
    }

    private const string Hacking = "docs/internals/hacking.md";

    private static IEnumerable<string> Problems(RootCommand root, string call)
    {
        var words = call.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var verb = root.Subcommands.FirstOrDefault(command => command.Name == words.FirstOrDefault());
        if (verb is null)
        {
            return words.Length == 0 || words[0].StartsWith('-')
                ? []
                : [$"there is no «flashsale {words[0]}»"];
        }

        verb = verb.Subcommands.FirstOrDefault(command
            => command.Name == words.ElementAtOrDefault(1)) ?? verb;
        var known = verb.Options.SelectMany(option => option.Aliases.Append(option.Name))
            .Append("--help").ToHashSet();
        return words.Where(word => word.StartsWith('-') && !known.Contains(word))
            .Select(word => $"«flashsale {verb.Name}» has no option {word}");
    }

    // `flashsale simulate --seed 7`, or the same by «dotnet run», in code: up to a backtick, pipe or comment.
    [GeneratedRegex(@"(?:^|`)(?:flashsale|dotnet run .*--project client --) ([a-z][^`|#]*)")]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^<!-- (?:entity: ([A-Za-z]+)|/entity) -->$", RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
