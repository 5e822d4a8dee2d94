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
        WatchedRun run, Scenario scenario, SimulateOptions options, TimeProvider clock)
    {
        var api = new MarketApi(run.Market, run.Market, new ApiOptions
        {
            MarketClock = new RunClock(run),
            RealClock = clock,
            Keys = options.Keys,
        });
        var live = WatchedFestival.Of(scenario, run) with
        {
            Kind = "simulate",
            Name = "simulation",
            Controls = run,
            Runs = OutputFolder.Parent,
            Alerts = options.AlertRules,
        };
        return ServedApi.Start(
            options.Urls, api, live, StopWithin,
            services => services.AddMetricsExport(metrics: null, live.Name));
    }

    private sealed class RunClock(WatchedRun run) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => run.Told;
    }
}
