using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;
using FlashSale.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;
using Serilog;

namespace FlashSale.Cluster.Tests;

/// <summary>A cluster in this process whose silos have slots for studies, behind its API.</summary>
internal sealed class StudyCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly MarketApi _api;

    private StudyCluster(InProcessTestCluster cluster, StudyClock clock, DirectoryInfo folder)
    {
        (_cluster, Clock, _folder) = (cluster, clock, folder);
        Grains = new MarketAddresses(cluster.Client);
        _api = new MarketApi(
            new ClusterMarketplace(cluster.Client, RealClock.Instance), null, new ApiOptions
            {
                MarketClock = RealClock.Instance,
                RealClock = RealClock.Instance,
                Studies = new ClusterStudies(cluster.Client),
            });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(_api.Limits.Apply);
        _app = builder.Build();
        _api.Map(_app);
    }

    /// <summary>The time of leases.</summary>
    public StudyClock Clock { get; }

    /// <summary>The grains.</summary>
    public MarketAddresses Grains { get; }

    /// <summary>Where the API is.</summary>
    public Uri Url => new(_app.Urls.Single());

    /// <summary>Starts one.</summary>
    /// <param name="silos">How many silos.</param>
    /// <param name="slots">How many slots each has.</param>
    /// <param name="rows">Where rows are kept; none for a store of its own.</param>
    /// <param name="calls">Sees the calls of all silos.</param>
    public static async Task<StudyCluster> Start(
        int silos = 1, int slots = 0, IRowStore? rows = null, IOutgoingGrainCallFilter? calls = null)
    {
        var clock = new StudyClock(isMoving: slots > 0);
        var folder = Directory.CreateTempSubdirectory("flashsale-slots-");
        var cluster = await new TestSilos
        {
            Count = silos,
            Rows = rows,
            Calls = calls,
            Clock = clock,
            Beside = (name, silo) =>
            {
                if (slots > 0)
                {
                    silo.Services.AddSingleton<IHostedService>(services => new StudySlots(
                        name, slots, Path.Combine(folder.FullName, name),
                        services.GetRequiredService<IGrainFactory>(), RealClock.Instance, Log.Logger));
                }
            },
        }.Start();
        var made = new StudyCluster(cluster, clock, folder);
        await made._app.StartAsync();
        return made;
    }

    /// <summary>The engine of a study on this cluster.</summary>
    public ClusterEngine EngineOf(Study study, RunCache cache) =>
        new([new ApiAddress(Url)], study, runWithin: null, cache, RealClock.Instance);

    /// <summary>The names of the silos.</summary>
    public IEnumerable<string> Silos => _cluster.Silos.Select(NameOf);

    /// <summary>Ends a silo at once.</summary>
    public Task Kill(string silo) =>
        _cluster.KillSiloAsync(_cluster.Silos.Single(one => NameOf(one) == silo));

    /// <summary>The only study that is open.</summary>
    public async Task<IStudyGrain> OnlyStudy() =>
        Grains.Study(Assert.Single((await Grains.Studies.Look()).Studies));

    private static string NameOf(InProcessSiloHandle silo) =>
        silo.ServiceProvider.GetRequiredService<ILocalSiloDetails>().Name;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _api.Dispose();
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>A clock of leases: it stands, or moves with the real one, and can be put ahead.</summary>
internal sealed class StudyClock(bool isMoving) : TimeProvider
{
    /// <summary>How far it is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        (isMoving ? RealClock.Instance.GetUtcNow() : History.Beginning) + Ahead;
}
