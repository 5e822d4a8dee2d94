using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale serve»: the market in real or sped-up time behind its HTTP API.</summary>
internal sealed class ServeVerb : IVerb
{
    private readonly ServeArguments _arguments = new();

    public ServeVerb()
    {
        Command = new Command(
            "serve", "Run the market in real time behind its HTTP API, durable in a folder, until Ctrl-C.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale serve", "An empty market in the folder market, for one's own stores and buyers."),
        new("flashsale serve --scenario quick", "A small festival from ten minutes before midnight."),
        new("flashsale serve --scenario double11-2018 --speed 60", "A minute of the festival every second."),
        new("flashsale serve --scenario double11-2016 --scale 0.01 --no-buyers --journal load",
            "Stores and stock for a load test, with no other customer."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var options = _arguments.Read(parsed);
        var (keys, problem) = ServeKeys.Read(options.Urls, Environment.GetEnvironmentVariable);
        var wrong = MetricsExport.Read(Environment.GetEnvironmentVariable, out var collector);
        options = options with { Collector = collector };
        problem ??= wrong ?? (options.TrustsLoopback && keys is null
            ? $"--trust-loopback changes nothing; allowed: with {ServeKeys.ApiKeyName} and "
                + $"{ServeKeys.OperatorKeyName} set"
            : null);
        if (problem is not null)
        {
            return Refuse(terminal, problem);
        }

        if (AlertChoice.Read(options.Alerts, terminal, "serve") is not { } alerts)
        {
            return ExitCode.BadInput;
        }

        if (!TryChoose(options, terminal, out var festival))
        {
            return ExitCode.BadInput;
        }

        try
        {
            options = options with { AlertRules = alerts };
            return Serve(options, keys, festival, terminal, stop).GetAwaiter().GetResult();
        }
        catch (Exception refusal)
            when (refusal is JournalCorruptException or JournalFormatException or InvalidDataException)
        {
            return Refuse(terminal, $"{options.Journal}: {refusal.Message}");
        }
    }

    // No festival is a choice too.
    private static bool TryChoose(ServeOptions options, Terminal terminal, out LiveFestival? festival)
    {
        festival = null;
        if (options.Scenario is null)
        {
            return true;
        }

        var choice = new SimulateOptions
        {
            Scenario = options.Scenario,
            Seed = options.Seed,
            Scale = options.Scale,
        };
        festival = ScenarioChoice.Read(choice, terminal, "serve") is { } scenario
            ? LiveFestival.Of(scenario)
            : null;
        return festival is not null;
    }

    private static async Task<ExitCode> Serve(
        ServeOptions options, ApiKeys? keys, LiveFestival? festival, Terminal terminal,
        CancellationToken stop)
    {
        ServedUrls.CheckFree(options.Urls);
        var view = new ServeView(terminal, options);
        var policy = festival is not null && options.HasBuyers ? festival.Policy : PolicyOf(festival);
        await using var server = MarketServer.Open(options, policy, terminal.Clock, view);
        await server.SetTime(options, festival);
        if (festival is not null && !await server.Settle(festival, options.HasBuyers))
        {
            return Refuse(terminal, $"{options.Journal} holds another market than scenario "
                + $"{festival.Scenario.Name}; give another --journal, or the scenario, seed and scale that "
                + "it was begun with");
        }

        await server.Listen(options, keys, festival);
        view.Ready(server, festival);
        var isHalted = await Watch(server, view, terminal.Clock, stop);
        view.Stopping(isHalted);
        return isHalted ? ExitCode.Unreachable : ExitCode.Done;
    }

    // Where nobody simulated lives, the limit in front is that of the rule book, not of a sample.
    private static Policy PolicyOf(LiveFestival? festival) =>
        (festival?.Policy ?? new Policy()) with { Admission = new AdmissionPolicy() };

    /// <summary>Waits until somebody stops the server, or its market halts.</summary>
    private static async Task<bool> Watch(
        MarketServer server, ServeView view, TimeProvider clock, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (!server.Engine.IsHalted)
            {
                view.Show(server);
                await timer.WaitForNextTickAsync(stop);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static ExitCode Refuse(Terminal terminal, string problem)
    {
        terminal.Error.WriteLine($"flashsale serve: {problem}");
        return ExitCode.BadInput;
    }
}
