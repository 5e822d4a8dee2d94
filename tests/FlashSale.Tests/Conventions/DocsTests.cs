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
}
