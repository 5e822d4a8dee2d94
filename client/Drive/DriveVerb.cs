using System.CommandLine;
using System.Text.Json;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale drive»: an open-loop load on the API, judged by gates and the market's audit.
/// </summary>
internal sealed class DriveVerb : IVerb
{
    private const double FirstRate = 1_000;
    private const double Precision = 0.05;
    private const int TrySeconds = 10;
    private const int TryWarmUp = 3;

    private readonly DriveArguments _arguments = new();

    public DriveVerb()
    {
        Command = new Command(
            "drive", "Put a scenario's load on a market behind its API, judge it, audit it, write a report.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale drive --way batch",
            "The midnight of 2016 at a peak of 20,000 orders a second, on what «flashsale serve» runs."),
        new("flashsale drive --rate 5000 --duration 30", "A constant rate in single calls."),
        new("flashsale drive --find-peak --way stream", "The highest rate that this machine bears."),
        new("flashsale drive --curve data/tmall_store_hourly_orders.csv --speed 3600 --peak 2000",
            "A recorded shop, an hour every second."),
        new("flashsale drive --chaos trouble.yaml --processes 2",
            "With trouble on a timeline, from two processes."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var options = _arguments.Read(parsed);
        if (options.Part is { } part)
        {
            return RunPart(part, terminal, stop);
        }

        var choice = new SimulateOptions
        {
            Scenario = options.Scenario,
            Seed = options.Seed,
            Scale = options.Scale,
        };
        if (ScenarioChoice.Read(choice, terminal, "drive") is not { } scenario
            || DriveCurve.Of(scenario, options, terminal) is not { } curve
            || ReadChaos(options, terminal) is not { } chaos)
        {
            return ExitCode.BadInput;
        }

        try
        {
            var view = new DriveView(terminal, options);
            using var session = new DriveSession(scenario, options, terminal, view, stop);
            return options.FindPeak
                ? FindPeak(session, scenario, options, view, terminal, stop).GetAwaiter().GetResult()
                : Drive(session, PlannedLoad.Of(scenario.Load, curve, options.WarmUp), chaos, options, view)
                    .GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Error.WriteLine("flashsale drive: stopped before there was anything to report");
            return ExitCode.Done;
        }
    }

    private static ExitCode RunPart(string file, Terminal terminal, CancellationToken stop)
    {
        try
        {
            DriverProcesses.RunPart(file, terminal, stop).GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (InvalidDataException wrong)
        {
            terminal.Error.WriteLine($"flashsale drive: {file}: {wrong.Message}");
            return ExitCode.BadInput;
        }
    }

    private static async Task<ExitCode> Drive(
        DriveSession session, PlannedLoad plan, IReadOnlyList<ChaosStep> chaos, DriveOptions options,
        DriveView view)
    {
        var folder = new DriveFolder(OutputFolder.Prepare(
            options.Out ?? Path.Combine(
                "runs", $"drive-{Path.GetFileNameWithoutExtension(options.Scenario)}")));
        var result = await session.Run(plan, chaos);
        folder.Write(result);
        view.Show(result.Summary, folder);
        return result.Summary.Passed ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<ExitCode> FindPeak(
        DriveSession session, Scenario scenario, DriveOptions options, DriveView view, Terminal terminal,
        CancellationToken stop)
    {
        var gates = PeakGates(scenario.Load.Gates);
        var tries = await PeakSearch.Run(
            options.Rate ?? options.Peak ?? FirstRate, Precision,
            async rate =>
            {
                var one = await session.Try(
                    rate, options.Duration ?? TrySeconds, options.WarmUp ?? TryWarmUp, gates);
                view.Show(one);
                return one;
            },
            stop);
        var peak = PeakSearch.Peak(tries);
        if (options.Json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new { Way = LoadWords.Of(options.Way), Peak = peak?.Rate, Tries = tries },
                JsonSerializerOptions.Web));
        }
        else
        {
            terminal.Out.WriteLine(peak is null
                ? "No rate held."
                : FormattableString.Invariant(
                    $"Peak, {LoadWords.Of(options.Way)}, {LoadWords.Of(options.Mix)}: ")
                    + FormattableString.Invariant(
                        $"{peak.Rate:#,0} orders/s, p99 {peak.Figures.LatencyMs.P99:0.0} ms"));
        }

        return peak is null ? ExitCode.Failed : ExitCode.Done;
    }

    // What breaks is the rate, the latency or an error; how much sells out is no matter of capacity.
    private static LoadGates PeakGates(LoadGates asked) => new()
    {
        RateReachedMin = asked.RateReachedMin ?? 0.99,
        LatencyMsP99Max = asked.LatencyMsP99Max ?? 100,
        ErrorShareMax = asked.ErrorShareMax ?? 0,
    };

    private static IReadOnlyList<ChaosStep>? ReadChaos(DriveOptions options, Terminal terminal)
    {
        if (options.Chaos is not { } file)
        {
            return [];
        }

        var reading = TextFile.Read(file, ScenarioReader.ReadChaos);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale drive: {problem}");
        }

        return reading.Value;
    }
}
