using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale drive»: an open-loop load on the API, judged by gates and the market's audit.
/// </summary>
internal sealed class DriveVerb : IVerb
{
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
        new("flashsale drive --rate 5000", "A constant rate in single calls, as long as the scenario says."),
        new("flashsale drive --find-peak --way stream", "The highest rate that this machine bears."),
        new("flashsale drive --curve data/tmall_store_hourly_orders.csv --speed 3600 --peak 2000 --from 540",
            "The last week of a recorded shop, an hour every second, 2,000 orders in the highest."),
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
            || ReadChaos(options, terminal) is not { } chaos)
        {
            return ExitCode.BadInput;
        }

        var view = new DriveView(terminal, options);
        using var session = new DriveSession(scenario, options, terminal, view, stop);
        return options.FindPeak
            ? new DrivePeak(session, scenario, options, terminal, view).Run(stop).GetAwaiter().GetResult()
            : DrivePlan.Of(scenario, options, terminal) is { } plan
                ? Drive(session, plan, chaos, options, view).GetAwaiter().GetResult()
            : ExitCode.BadInput;
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
        return result.Summary.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }

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
