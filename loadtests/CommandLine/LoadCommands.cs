using System.CommandLine;
using System.CommandLine.Invocation;

namespace FlashSale.LoadTests;

/// <summary>A program that loads markets: the driver's own, or that of another injector.</summary>
/// <param name="Project">Its project: it stands in the command that repeats a load.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Inject">Begins the visits; null for the driver's own pacer.</param>
internal sealed record LoadProgram(string Project, string Purpose, Injector? Inject);

/// <summary>The command line: a load test by its name, or «measure» for the closed loop.</summary>
internal static class LoadCommands
{
    private const int HoursMax = 6 * 3_600;

    private static readonly Argument<string> Name = new("scenario")
    {
        Description = "A load test: "
            + string.Join("; ", LoadScenarios.All.Select(one => $"{one.Name}, {one.For}")) + ".",
        DefaultValueFactory = _ => LoadScenarios.Usual,
    };

    private static readonly Option<string?> File =
        Text("--file", "A scenario file instead of the shipped one.");

    private static readonly Option<string?> Url = Text(
        "--url", "The HTTP API to load, such as http://127.0.0.1:5080, with the key that is in "
            + "FLASHSALE_OPERATOR_KEY or FLASHSALE_API_KEY, instead of a silo in this process.");

    private static readonly Option<string?> Cluster = Text(
        "--cluster", "The PostgreSQL database of a running cluster, to join it as an Orleans client.");

    private static readonly Option<string?> ClusterId = Text(
        "--cluster-id", $"The name that the cluster's silos share; usual: {LoadOptions.ClusterIdUsual}.");

    private static readonly Option<int?> Silos = Number(
        "--silos", "So many silo processes over one PostgreSQL database, started and stopped here.", 1,
        SiloProcesses.CountMax);

    private static readonly Option<double?> Peak = new("--peak")
    {
        Description = "The highest rate, in arrivals a second, instead of the scenario's.",
    };

    private static readonly Option<int?> Seconds =
        Number("--seconds", "How long, without the warm-up.", 1, HoursMax);

    private static readonly Option<int?> WarmUp = Number("--warm-up", "Seconds of the warm-up.", 0, 3_600);
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "The seed of all draws." };

    private static readonly Option<string?> Kill = Text(
        "--kill", "A process to kill when a third has passed: its number, or such as silo-2 with --silos.");

    private static readonly Option<string?> Chaos = Text(
        "--chaos", "A YAML file of trouble to make: commands to run, processes to kill or pause, switches.");

    private static readonly Option<string?> Out = Text(
        "--out", "The folder for summary.json, timeline.csv, junit.xml and report.html; usual: "
            + "runs/load-SCENARIO.");

    // Options of a load that mean nothing to «measure».
    private static readonly Option[] OfLoads =
    [
        File, Url, Cluster, ClusterId, Silos, Peak, Seconds, WarmUp, Seed, Kill, Chaos, Out,
    ];

    /// <summary>Runs one command line and gives the exit code.</summary>
    public static async Task<int> Run(
        LoadProgram program, IReadOnlyList<string> args, LoadTerminal terminal, TimeProvider clock,
        CancellationToken stop)
    {
        var parsed = Root(program, terminal, clock).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync($"loadtests: {problem.Message}");
            }

            await terminal.Error.WriteLineAsync("What is allowed: --help");
            return LoadVerb.BadInput;
        }

        var streams = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // StopSignals asks; a partial report takes its time.
        };
        return await parsed.InvokeAsync(streams, stop);
    }

    private static RootCommand Root(LoadProgram program, LoadTerminal terminal, TimeProvider clock)
    {
        Name.AcceptOnlyFromAmong([.. LoadScenarios.All.Select(one => one.Name)]);
        Out.Aliases.Add("-o");
        Peak.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is { } peak && !(peak is > 0 and <= 1e6))
            {
                given.AddError("--peak: above 0, at most 1000000");
            }
        });
        var measure = MeasureOptions.Command(terminal, clock);
        measure.Validators.Add(given =>
        {
            foreach (var one in OfLoads.Where(one => given.GetResult(one) is { Implicit: false }))
            {
                given.AddError($"{one.Name} changes nothing in «measure»; allowed: with a load test");
            }
        });
        var root = new RootCommand(program.Purpose)
        {
            Name, MeasureOptions.StorageOption, MeasureOptions.Connection, MeasureOptions.Measurements,
        };
        foreach (var option in OfLoads)
        {
            root.Add(option);
        }

        root.Add(measure);
        root.SetAction((parsed, stop) => new LoadVerb(terminal, clock).Run(
            Read(parsed, program), program.Inject, stop));
        return root;
    }

    private static LoadOptions Read(ParseResult parsed, LoadProgram program) => new()
    {
        Scenario = LoadScenarios.All.Single(one => one.Name == parsed.GetRequiredValue(Name)),
        Project = program.Project,
        File = parsed.GetValue(File),
        Url = parsed.GetValue(Url),
        Cluster = parsed.GetValue(Cluster),
        ClusterId = parsed.GetValue(ClusterId),
        Silos = parsed.GetValue(Silos),
        Storage = parsed.GetValue(MeasureOptions.StorageOption),
        Connection = parsed.GetValue(MeasureOptions.Connection),
        Peak = parsed.GetValue(Peak),
        Seconds = parsed.GetValue(Seconds),
        WarmUp = parsed.GetValue(WarmUp),
        Seed = parsed.GetValue(Seed),
        Kill = parsed.GetValue(Kill),
        Chaos = parsed.GetValue(Chaos),
        Out = parsed.GetValue(Out),
        Measurements = parsed.GetValue(MeasureOptions.Measurements),
    };

    private static Option<string?> Text(string name, string description) => new(name)
    {
        Description = description,
    };

    private static Option<int?> Number(string name, string description, int least, int most)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is { } number && (number < least || number > most))
            {
                given.AddError($"{name}: {least} to {most}");
            }
        });
        return option;
    }
}
