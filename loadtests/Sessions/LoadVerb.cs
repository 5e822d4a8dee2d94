using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>Runs a load test and tells how it went.</summary>
internal static class LoadVerb
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int BadInput = 2;
    private const int Unreachable = 3;

    /// <summary>Runs it; the exit code is 1 if a gate, the audit or the driver itself failed.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="inject">Begins the visits; null for the driver's own pacer.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Problems.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Ends it early, with a partial report.</param>
    public static async Task<int> Run(
        LoadOptions options, Injector? inject, TextWriter output, TextWriter error, TimeProvider clock,
        CancellationToken stop)
    {
        if (Wrong(options) is { } wrong)
        {
            await error.WriteLineAsync($"loadtests: {wrong}");
            return BadInput;
        }

        var file = options.File ?? options.Scenario.Name;
        var reading = ScenarioFiles.Find(file) is { } path
            ? TextFile.Read<Scenario>(path, ScenarioReader.Read)
            : new ScenarioReading<Scenario>(
                null, [new ScenarioProblem(
                    file, 1, 1, "", "there is no such scenario", "a path of a YAML file")]);
        foreach (var problem in reading.Problems)
        {
            await error.WriteLineAsync($"loadtests: {problem}");
        }

        return reading.Value is { } scenario
            ? await Guarded(
                options, scenario with { Seed = options.Seed ?? scenario.Seed },
                inject ?? ((_, work, visits) => new PacedInjection(work, visits, clock)), output, error, clock,
                stop)
            : BadInput;
    }

    private static string? Wrong(LoadOptions options) =>
        options.Url is not null && options.Cluster is not null
            ? "--url and --cluster are given; allowed: one of them"
        : options.Url is { } url && ApiAddress.Parse(url) is null
            ? $"--url «{url}» is no address; allowed: such as http://127.0.0.1:5080"
        : options.Scenario.Name == LoadScenarios.SiloKill && options.Kill is null
            ? $"{LoadScenarios.SiloKill} needs a silo to kill; allowed: --kill PID, of a silo of the cluster"
        : options.Kill is not null && (options.Url ?? options.Cluster) is null
            ? "--kill needs a market outside this process; allowed: with --url or --cluster"
        : options is { Storage: Storage.Postgres, Connection: null, Url: null, Cluster: null }
            ? "--storage postgres needs a database; allowed: --connection with it"
        : options.Measurements is not null && (options.Url ?? options.Cluster) is not null
            ? "--measurements needs the CPU time of the silo; allowed: with a silo in this process"
        : null;

    private static async Task<int> Guarded(
        LoadOptions options, Scenario scenario, Injector inject, TextWriter output, TextWriter error,
        TimeProvider clock, CancellationToken stop)
    {
        try
        {
            await using var market = await Open(options, clock, stop);
            var result = await new LoadSession(options, scenario, market, inject, clock).Run(stop);
            await LoadView.Show(result.Summary, options, output);
            return result.Summary.Passed ? Passed : Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"loadtests: {fault.Message}");
            return Unreachable;
        }
    }

    private static async Task<ILoadMarket> Open(
        LoadOptions options, TimeProvider clock, CancellationToken stop)
    {
        if (options.Url is { } url)
        {
            return await ApiMarket.Open(ApiAddress.Parse(url, Key)!, clock, stop);
        }

        if (options.Cluster is { } connection)
        {
            return await JoinedCluster.Join(connection, options.ClusterId, clock);
        }

        var silo = await TestSilo.Start(options.Storage, options.Connection, clock);
        return new ClusterMarket("silo-in-process", silo.Grains, clock, silo);
    }

    // The same keys as those of the driver: the operator's may audit.
    private static string? Key => Environment.GetEnvironmentVariable("FLASHSALE_OPERATOR_KEY")
        ?? Environment.GetEnvironmentVariable("FLASHSALE_API_KEY");
}
