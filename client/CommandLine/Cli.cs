using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

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
        foreach (var verb in TopVerbs)
        {
            Root.Add(verb.Command);
        }

        foreach (var verb in Verbs)
        {
            verb.Command.SetAction((parsed, stop) => Task.FromResult((int)Guarded(verb, parsed, stop)));
            CompleteNames(verb.Command);
        }

        var help = Root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/h"); // Paths begin so, and completion would offer them.
        help.Aliases.Remove("/?");
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Verbs);
    }

    /// <summary>The verbs that stand alone, in the order of the help.</summary>
    public IReadOnlyList<IVerb> TopVerbs { get; } =
        [
            new SimulateVerb(), new SeasonVerb(), new GovernanceVerb(), new StudyVerb(), new ServeVerb(),
            new DriveVerb(), new ReportVerb(), new PlanVerb(), new ValidateVerb(), new AuditVerb(),
            new ReplayVerb(), new ScenariosVerb(), new CompletionVerb(),
        ];

    /// <summary>All verbs, those below another after it.</summary>
    public IReadOnlyList<IVerb> Verbs => [.. TopVerbs.SelectMany(verb => verb.Parts.Prepend(verb))];

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
        if (UnknownVerb(parsed) is { } verb)
        {
            return Refuse(parsed, [Unknown("command", verb, TopVerbs.Select(known => known.Command.Name))]);
        }

        if (UnknownOption(parsed) is { } option)
        {
            var known = parsed.CommandResult.Command.Options.Select(one => one.Name);
            return Refuse(parsed, [Unknown("option", option, known)]);
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

    private static void CompleteNames(Command command)
    {
        foreach (var (symbol, shipped) in new (string, Func<IReadOnlyList<string>>)[]
            {
                ("scenario", () => ScenarioFiles.Shipped()),
                ("season", () => ScenarioFiles.Shipped(ScenarioKind.Season)),
                ("study", StudyFiles.Shipped),
            })
        {
            var sources = command.Arguments.Where(one => one.Name == symbol)
                .Select(one => one.CompletionSources)
                .Concat(command.Options.Where(one => one.Name == $"--{symbol}")
                    .Select(one => one.CompletionSources));
            foreach (var source in sources)
            {
                source.Add(_ => shipped().Select(name => new CompletionItem(name)));
            }
        }
    }

    // Few options take several values, and checks of several options read each of the others.
    private string? GivenTwice(IReadOnlyList<string> args) => args
        .Where(arg => arg.StartsWith("--", StringComparison.Ordinal))
        .GroupBy(arg => arg.Split('=')[0], StringComparer.Ordinal)
        .Where(option => !Verbs.SelectMany(verb => verb.Command.Options).Any(known =>
            known.Name == option.Key && known.Arity.MaximumNumberOfValues > 1))
        .FirstOrDefault(option => option.Count() > 1)?.Key;

    // A directive, as completion scripts use it, brings a command line as one word.
    private static string? UnknownVerb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand
        && parsed.Tokens is not [{ Type: TokenType.Directive }, ..]
        ? parsed.UnmatchedTokens.FirstOrDefault(word => !word.StartsWith('-'))
        : null;

    private static string Unknown(string kind, string word, IEnumerable<string> allowed)
    {
        var words = allowed.ToArray();
        var hint = NearestWord.Of(word, words) is { } near ? $"; did you mean {near}?" : "";
        return $"there is no {kind} {word}{hint}; allowed: {string.Join(", ", words)}";
    }

    // The parser takes an unknown option for an argument where one may stand. A negative number is none.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .Where(token => token.Type == TokenType.Argument)
        .Select(token => token.Value)
        .FirstOrDefault(text => text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1]));

    private ExitCode Refuse(ParseResult parsed, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            _terminal.Error.WriteLine($"flashsale: {problem}");
        }

        var verb = Verbs.FirstOrDefault(one => one.Command == parsed.CommandResult.Command) is { } known
            ? known.Name + " " : "";
        _terminal.Error.WriteLine($"What is allowed: flashsale {verb}--help");
        return ExitCode.BadInput;
    }

    // Storage faults end here, in one place, and so do faults of the program: a user reads a sentence, and
    // who mends it the file.
    private ExitCode Guarded(IVerb verb, ParseResult parsed, CancellationToken stop)
    {
        try
        {
            return verb.Run(parsed, _terminal, stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            or JournalHaltedException)
        {
            _terminal.Error.WriteLine($"flashsale {verb.Name}: {fault.Message}");
            return ExitCode.Unreachable;
        }
        catch (InvalidDataException wrong)
        {
            _terminal.Error.WriteLine($"flashsale {verb.Name}: {wrong.Message}");
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // The last place that can tell the user.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _terminal.Error.WriteLine($"flashsale {verb.Name}: {FaultFile.Tell(fault, parsed)}");
            return ExitCode.Fault;
        }
    }
}
