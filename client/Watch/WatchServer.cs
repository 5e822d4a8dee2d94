using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The dashboard of a simulation that is watched, on this machine only.</summary>
internal static class WatchServer
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(2);

    /// <summary>Opens it.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static Task<ServedApi> Start(
        WatchedRun run, Scenario scenario, SimulateOptions options, TimeProvider clock) =>
        Start(run, WatchedFestival.Of(scenario, run) with
        {
            Kind = "simulate",
            Name = "simulation",
            Alerts = options.AlertRules,
        }, options.Urls, options.Keys, clock);

    /// <summary>Opens that of a season.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static Task<ServedApi> Start(
        WatchedRun run, Season season, SeasonOptions options, TimeProvider clock) =>
        Start(run, WatchedFestival.Of(scenario: null, run) with
        {
            Kind = "season",
            Name = "season",
            Scenario = season.Scenario.Name,
            Seed = season.Scenario.Seed,
            Season = new WatchedSeason(season, run.Market),
        }, options.Urls, options.Keys, clock);

    private static Task<ServedApi> Start(
        WatchedRun run, LiveOptions live, string urls, ApiKeys? keys, TimeProvider clock)
    {
        var api = new MarketApi(run.Market, run.Market, new ApiOptions
        {
            MarketClock = new RunClock(run),
            RealClock = clock,
            Keys = keys,
        });
        return ServedApi.Start(
            urls, api, live with { Controls = run, Runs = OutputFolder.Parent }, StopWithin,
            services => services.AddMetricsExport(metrics: null, live.Name));
    }

    private sealed class RunClock(WatchedRun run) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => run.Told;
    }
}
