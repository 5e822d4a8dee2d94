using FlashSale.Dashboard;
using Microsoft.AspNetCore.Hosting.Server;
using Orleans.Serialization;
using Serilog;

namespace FlashSale.Silo;

/// <summary>Puts a silo together: grains over a row store, their cluster, and HTTP in front.</summary>
internal static class SiloHost
{
    /// <summary>A silo that is ready to be started.</summary>
    /// <param name="builder">The application with its configuration.</param>
    /// <param name="options">What the silo was told; its ports are chosen.</param>
    /// <param name="name">The name of this process in the cluster.</param>
    /// <param name="rows">Where grains keep their rows; outlives the silo.</param>
    /// <param name="door">Where HTTP is listened for; outlives the silo.</param>
    /// <param name="clock">The clock of rules and silo.</param>
    /// <param name="log">Where all messages go.</param>
    public static WebApplication Build(
        WebApplicationBuilder builder, SiloOptions options, string name, IRowStore rows, FrontDoor door,
        TimeProvider clock, Serilog.ILogger log)
    {
        LogTo(builder, log);
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(rows);
        builder.Services.AddSingleton<IServer>(door);
        builder.Services.AddSingleton<DrainGate>();
        builder.Services.AddSingleton<StorageProbe>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainWithin);
        if (rows is ISiloFence fence)
        {
            builder.Services.AddSingleton(fence);
            builder.Services.AddHostedService<SilentMembers>().AddHostedService<DeadSilos>();
        }

        builder.UseOrleans(silo => Join(silo, options, name, rows));
        builder.Services.AddSingleton<IFatalErrorHandler, DeclaredDead>();
        builder.Services.AddMarketGrains(options.Policy, new MarketLimits(), clock);
        builder.Services.AddSingleton(services =>
            new ClusterMarketplace(services.GetRequiredService<IGrainFactory>(), clock));
        builder.Services.AddSingleton<IMarketplace>(services =>
            services.GetRequiredService<ClusterMarketplace>());
        builder.Services.AddSingleton<IMarketBrowser>(services => new ClusterBrowser(
            rows, services.GetRequiredService<Serializer>(),
            services.GetRequiredService<ClusterMarketplace>(),
            services.GetRequiredService<IGrainFactory>()));
        builder.Services.AddMetricsExport(options.Collector, name);
        AddStudies(builder, options, name);
        AddApi(builder, options, clock);
        AddDashboard(builder, options, name);
        var app = builder.Build();
        app.MapHealth();
        app.Use(app.Services.GetRequiredService<DrainGate>().Answer);
        MapPages(app, options);
        return app;
    }

    private static void Join(ISiloBuilder silo, SiloOptions options, string name, IRowStore rows)
    {
        SiloCluster.Join(silo, options, name);
        GrainStates.Keep(silo, rows);
        if (options.HasOrleansDashboard)
        {
            OrleansPages.AddTo(silo);
        }
    }

    private static void MapPages(WebApplication app, SiloOptions options)
    {
        var api = app.Services.GetRequiredService<MarketApi>();
        if (options.HasOrleansDashboard)
        {
            OrleansPages.UseGate(app, api);
        }

        api.Map(app);
        app.MapMetrics(api);
        app.Services.GetRequiredService<LiveDashboard>().Map(app);
        if (options.HasOrleansDashboard)
        {
            OrleansPages.Map(app);
        }
    }

    // Levels are set in one place, SiloLog: nothing is held back in front of it.
    private static void LogTo(WebApplicationBuilder builder, Serilog.ILogger log)
    {
        builder.Logging.ClearProviders().AddSerilog(log);
        builder.Services.PostConfigure<LoggerFilterOptions>(all =>
        {
            all.Rules.Clear();
            all.MinLevel = LogLevel.Trace;
        });
    }

    private static void AddStudies(WebApplicationBuilder builder, SiloOptions options, string name)
    {
        builder.Services.AddSingleton(services =>
            new ClusterStudies(services.GetRequiredService<IGrainFactory>()));
        if (options.StudySlots > 0)
        {
            builder.Services.AddHostedService(services => new StudySlots(
                name, options.StudySlots, Path.Combine(options.Folder, "studies"),
                services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<Serilog.ILogger>()));
        }
    }

    private static void AddApi(WebApplicationBuilder builder, SiloOptions options, TimeProvider clock) =>
        builder.Services.AddSingleton(services => new MarketApi(
            services.GetRequiredService<IMarketplace>(), services.GetService<IMarketBrowser>(),
            new ApiOptions
            {
                Keys = options.Keys,
                TrustsLoopback = options.TrustsLoopback,
                MarketClock = clock,
                RealClock = clock,
                Reputation = options.Policy.Reputation,
                Studies = services.GetRequiredService<ClusterStudies>(),
                ServesHealth = false, // This silo also knows whether it is a member, and whether it drains.
            }));

    private static void AddDashboard(WebApplicationBuilder builder, SiloOptions options, string name)
    {
        builder.Services.AddSingleton(options.Policy).AddSingleton<ClusterHosts>()
            .AddSingleton<ClusterWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClusterHosts>());
        builder.Services.AddSingleton(services => new LiveDashboard(
            services.GetRequiredService<MarketApi>(), new LiveOptions
            {
                Kind = "silo",
                Name = name,
                Market = services.GetRequiredService<ClusterWatch>(),
                Controls = services.GetRequiredService<ClusterWatch>(),
                Hosts = services.GetRequiredService<ClusterHosts>(),
                Studies = services.GetRequiredService<ClusterStudies>(),
                Alerts = options.Alerts,
                Runs = "runs",
                Preflight = stop => Preflight(services, options),
            }));
    }

    private static async ValueTask<IReadOnlyList<ReadyCheck>> Preflight(
        IServiceProvider services, SiloOptions options)
    {
        var isWritable = await services.GetRequiredService<StorageProbe>().IsWritable();
        var silos = services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
            .Count(member => member.Status == SiloStatus.Active);
        return
        [
            new ReadyCheck("rows", isWritable, isWritable ? "a row was written" : "rows cannot be written"),
            new ReadyCheck("silos", silos > 0, $"{silos} active in cluster {options.ClusterId}"),
        ];
    }
}
