using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Driver;
using Spectre.Console;

namespace FlashSale.Tests.Client;

public sealed class CliTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("simulate", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("validate", "--help")]
    [InlineData("audit", "--help")]
    [InlineData("replay", "-h")]
    [InlineData("plan", "--help")]
    [InlineData("report", "--help")]
    [InlineData("drive", "--help")]
    [InlineData("study", "--help")]
    [InlineData("study", "run", "--help")]
    [InlineData("study", "cache", "-h")]
    public void Help_shows_examples_and_exit_codes(params string[] args)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run(args));

        Assert.Contains("Examples:\n  flashsale ", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("  2  bad arguments", terminal.Out, StringComparison.Ordinal);
        Assert.Empty(terminal.Error);
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run());

        Assert.Contains("simulate", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed «x» is wrong; allowed: a whole number from 0 to 9007199254740992", "--seed", "x")]
    [InlineData("--seed «-1» is wrong", "--seed", "-1")]
    [InlineData("--scale «0» is wrong; allowed: a number from 0.000001 to 1", "--scale", "0")]
    [InlineData("--scale «NaN» is wrong", "--scale", "NaN")]
    [InlineData("--days «1.5» is wrong; allowed: a whole number from 1 to 365", "--days", "1.5")]
    [InlineData("a scenario and --facts are given; allowed: one of them", "quick", "--facts", "facts.yaml")]
    [InlineData(
        "there is no option --seeed; did you mean --seed?; allowed: --facts, --seed,", "--seeed", "4")]
    [InlineData("--speed changes nothing without --watch; allowed: with it", "quick", "--speed", "5")]
    [InlineData("--alerts changes nothing without --watch", "quick", "--alerts", "rules.json")]
    [InlineData("Required argument missing for option: '--out'", "--out")]
    public void A_bad_argument_is_refused_with_what_is_allowed(string message, params string[] args)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run(["simulate", .. args]));

        Assert.Contains(message, terminal.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "What is allowed: flashsale simulate --help\n", terminal.Error, StringComparison.Ordinal);
        Assert.Empty(terminal.Out);
    }

    [Fact]
    public void An_unknown_verb_is_refused()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run("simulat"));

        Assert.Contains(
            "there is no command simulat; did you mean simulate?; allowed: simulate, season,",
            terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_given_twice_is_refused_before_it_is_simulated()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run("validate", "2018", "2018"));

        Assert.Contains("a year is given twice", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_a_sentence_and_a_file()
    {
        using var terminal = new TestTerminal();
        var parsed = new Cli(terminal.Terminal).Root.Parse(["simulate", "quick"]);

        var told = FaultFile.Tell(new InvalidOperationException("a table has no row 7"), parsed);

        var file = told.Split(' ')[^1];
        var text = File.ReadAllText(file);
        File.Delete(file);
        Assert.Contains("you gave it: a table has no row 7; please report", told, StringComparison.Ordinal);
        Assert.Contains("simulate quick\nSystem.InvalidOperationException", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_a_pipe_has_no_blanks_at_the_ends_of_lines_and_breaks_no_number()
    {
        using var terminal = new TestTerminal();
        var console = terminal.Terminal.Pretty(onError: false);
        console.Write(new Table().AddColumn("measure").AddColumn("yuan").Border(TableBorder.Simple)
            .AddRow(new string('m', 120), "213,500,000,000").AddRow("m", "1"));

        var lines = terminal.Out.Split('\n');
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains(lines, line => line.EndsWith("m   213,500,000,000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("serve")]
    [InlineData("drive")]
    [InlineData("report")]
    [InlineData("validate")]
    [InlineData("audit")]
    [InlineData("replay")]
    public void A_verb_that_tells_how_it_goes_can_be_quiet(string verb) // B5
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Done, terminal.Run(verb, "--help"));

        Assert.Contains("-q, --quiet", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_says_what_holds_without_it()
    {
        using var terminal = new TestTerminal();
        foreach (var verb in new Cli(terminal.Terminal).Verbs)
        {
            var silent = verb.Command.Options
                .Where(option => option.ValueType != typeof(bool) && !option.Required && !option.Hidden)
                .Where(option => !option.Description!.Contains("Without it", StringComparison.Ordinal));

            Assert.Empty(silent.Select(option => $"{verb.Name} {option.Name}"));
        }
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("replay")]
    public void A_folder_that_is_not_there_cannot_be_reached(string verb)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.Unreachable, terminal.Run(verb, "no/such/folder"));

        Assert.Contains("no such folder: no/such/folder", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0.0+0123456789ab", "0123456789ab")]
    [InlineData("1.0.0+0123456789ab-changed", "0123456789ab-changed")]
    [InlineData("1.0.0", "unknown")]
    [InlineData("1.0.0+", "unknown")]
    public void Results_name_the_commit_that_the_program_was_built_from(string version, string commit) =>
        Assert.Equal(commit, AssemblyCommit.Of(version));
}
