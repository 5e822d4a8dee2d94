using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale simulate»: one scenario in virtual time, from the filled carts to the last parcel.
/// </summary>
internal sealed class SimulateVerb : IVerb
{
    /// <summary>What is simulated when nothing else is asked for.</summary>
    public const string ScenarioUsual = "double11-2018";

    private readonly SimulateArguments _arguments = new();

    public SimulateVerb()
    {
        Command = new Command("simulate", "Run a Singles' Day in virtual time, audit it and write a report.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale simulate", "The festival of 2018 with one buyer in a thousand; results in runs/."),
        new("flashsale simulate quick --seed 7", "A few seconds, with other chance."),
        new("flashsale simulate double11-2016 --scale 0.01 --out my-run", "One buyer in a hundred, of 2016."),
        new("flashsale simulate quick --set policy.inventory.payWithin=1min --seeds 5",
            "The same with one value set, on five seeds: means with intervals."),
        new("flashsale simulate --facts facts.yaml", "A festival of which only the totals are known."),
        new("flashsale simulate quick --journal quick-journal", "Record every command, to replay it later."),
        new("flashsale simulate --watch", "Look at it in a browser: a minute of the festival every second."),
        new("flashsale simulate quick --json --quiet", "For a script: the summary and nothing else."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var options = _arguments.Read(parsed);
        if (ScenarioChoice.Read(options, terminal) is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        if (AlertChoice.Read(options.Alerts, terminal, "simulate") is not { } alerts)
        {
            return ExitCode.BadInput;
        }

        ApiKeys? keys = null;
        if (options.Watch && !WatchKeys.TryRead(options.Urls, terminal, "simulate", out keys))
        {
            return ExitCode.BadInput;
        }

        foreach (var warning in SampleWarnings.Of(scenario))
        {
            terminal.Error.WriteLine($"flashsale simulate: {warning}");
        }

        options = options with { AlertRules = alerts, Keys = keys };
        return options.Seeds is { } seeds
            ? SeedRuns.Run(scenario, options, seeds, terminal, stop)
            : RunOne(scenario, options, terminal, stop);
    }

    private static ExitCode RunOne(
        Scenario scenario, SimulateOptions options, Terminal terminal, CancellationToken stop)
    {
        var seal = RunSeals.Of(scenario, options);
        using var place = OutputFolder.Take(seal, OutputWish.Of(scenario, options), terminal);
        if (place is null)
        {
            return ExitCode.BadInput;
        }

        using var festival = new FestivalRun(scenario, options, terminal);
        var result = festival.Run(stop);
        var folder = new RunFolder(place.Path);
        festival.Write(result, folder, seal);
        SummaryView.Show(result.Summary, folder, terminal, options);
        festival.StayOpen(stop);
        return result.Summary.Audit.Passed ? ExitCode.Done : ExitCode.Failed;
    }
}
