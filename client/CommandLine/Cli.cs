using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>The `flashsale` command: its verbs, its help, and what an exit code means.</summary>
internal sealed class Cli
{
    private const string Purpose =
        "A flight simulator for Singles' Day: an Alibaba-like marketplace, in virtual or in real time.";

    private readonly Terminal _terminal;

    public Cli(Terminal terminal)
    {
        _terminal = terminal;
        Root = new RootCommand(Purpose);
        foreach (var verb in Verbs)
        {
            verb.Command.SetAction((parsed, stop) => Task.FromResult((int)Guarded(verb, parsed, stop)));
            Root.Add(verb.Command);
        }

        var help = Root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Verbs);
    }

    /// <summary>All verbs, in the order of the help.</summary>
    public IReadOnlyList<IVerb> Verbs { get; } =
        [
            new SimulateVerb(), new ServeVerb(), new DriveVerb(), new ReportVerb(), new PlanVerb(),
            new ValidateVerb(), new AuditVerb(), new ReplayVerb(),
        ];

    /// <summary>The whole tree of commands, arguments and options.</summary>
    public RootCommand Root { get; }

    /// <summary>Runs one command line.</summary>
    public ExitCode Run(IReadOnlyList<string> args, CancellationToken stop)
    {
        if (GivenTwice(args) is { } twice)
        {
            return Refuse(Root.Parse([.. args.Take(1)]), [$"{twice} is given more than once; allowed: once"]);
        }

        var parsed = Root.Parse(args.Count == 0 ? ["--help"] : args);
        if (UnknownOption(parsed) is { } unknown)
        {
            return Refuse(parsed, [$"there is no option {unknown}; allowed: {OptionNames(parsed)}"]);
        }

        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed, parsed.Errors.Select(error => error.Message));
        }

        var streams = new InvocationConfiguration
        {
            Output = _terminal.Out,
            Error = _terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // StopSignals asks; a partial report takes its time.
        };
        return (ExitCode)parsed.InvokeAsync(streams, stop).GetAwaiter().GetResult();
    }

    // No option takes several values, and checks of several options read each of them.
    private static string? GivenTwice(IReadOnlyList<string> args) => args
        .Where(arg => arg.StartsWith("--", StringComparison.Ordinal))
        .GroupBy(arg => arg.Split('=')[0], StringComparer.Ordinal)
        .FirstOrDefault(option => option.Count() > 1)?.Key;

    // The parser takes an unknown option for an argument where one may stand. A negative number is none.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .Where(token => token.Type == TokenType.Argument)
        .Select(token => token.Value)
        .FirstOrDefault(text => text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1]));

    private static string OptionNames(ParseResult parsed) =>
        string.Join(", ", parsed.CommandResult.Command.Options.Select(option => option.Name));

    private ExitCode Refuse(ParseResult parsed, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            _terminal.Error.WriteLine($"flashsale: {problem}");
        }

        var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        _terminal.Error.WriteLine($"What is allowed: flashsale {verb}--help");
        return ExitCode.BadInput;
    }

    // Storage faults end here, in one place; bugs are not caught.
    private ExitCode Guarded(IVerb verb, ParseResult parsed, CancellationToken stop)
    {
        try
        {
            return verb.Run(parsed, _terminal, stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine($"flashsale {verb.Command.Name}: {fault.Message}");
            return ExitCode.Unreachable;
        }
    }
}
