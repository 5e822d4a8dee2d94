using System.CommandLine;
using System.Text;
using FlashSale.Client;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Client;

/// <summary>docs/reference/cli.md is written from the command itself, so that it cannot be wrong.</summary>
public sealed class CliReferenceTests
{
    private const string Reference = "docs/reference/cli.md";
    private const string WriteSwitch = "FLASHSALE_WRITE_DOCS";

    private const string Head = """
        # The `flashsale` command

        Install it as a .NET tool from a clone of the repository, once:

        ```console
        dotnet pack client -c Release -o packages && dotnet tool install -g FlashSale --source packages
        ```

        Or write `dotnet run -c Release --project client --` for `flashsale`, without installing anything.
        This page is written from the command's own help; a test fails when the two differ.

        Results go to standard output, progress and problems to standard error. With `--json` standard output
        is exactly one JSON document. Progress is a bar on a terminal, a line every ten seconds in a log, and
        nothing with `--quiet`.

        Ctrl-C (or SIGTERM, SIGQUIT, SIGHUP) stops a run cleanly: what was done so far is reported and marked
        as partial (`"partial": true`, of a load test `"isPartial": true`), and the exit code is that of the
        report: 0 if its audit passed, 1 if nothing was done. A second Ctrl-C ends the process at once.

        | exit code | meaning |
        |---|---|
        | 0 | done |
        | 1 | an invariant or a threshold failed, or a gate could not be judged |
        | 2 | bad arguments or a bad input file; the message says file, line, field, and what is allowed |
        | 3 | something could not be reached, read or written |
        | 4 | a fault of this program: the message names the file to report |

        """;

    [Fact]
    public void The_page_says_what_the_help_says()
    {
        var page = Page();
        var file = Path.Combine(Repository.Root, Reference);
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == page,
            $"{Reference} is not what the help says; write it again: {WriteSwitch}=1 dotnet test "
            + $"tests/FlashSale.Tests --filter {nameof(CliReferenceTests)}");
    }

    private static string Page()
    {
        using var terminal = new TestTerminal();
        var page = new StringBuilder(Head);
        foreach (var verb in new Cli(terminal.Terminal).Verbs)
        {
            page.Append($"\n## flashsale {verb.Name}\n\n{verb.Command.Description}\n\n");
            page.Append("| argument or option | what it is for |\n|---|---|\n");
            foreach (var argument in verb.Command.Arguments)
            {
                page.Append($"| `{argument.Name}` | {argument.Description} |\n");
            }

            foreach (var option in verb.Command.Options)
            {
                page.Append($"| `{Names(option)}` | {option.Description} |\n");
            }

            page.Append("\n```console\n");
            page.AppendJoin('\n', verb.Examples.Select(example => $"# {example.For}\n{example.Line}"));
            page.Append("\n```\n");
        }

        return page.ToString();
    }

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Order(StringComparer.Ordinal));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }
}
