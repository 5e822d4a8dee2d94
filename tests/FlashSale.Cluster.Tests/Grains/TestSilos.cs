using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace FlashSale.Cluster.Tests;

/// <summary>Silos in this process, as every cluster of these tests has them.</summary>
internal sealed record TestSilos
{
    /// <summary>How many.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Where rows are kept; none for a store of its own.</summary>
    public IRowStore? Rows { get; init; }

    /// <summary>Sees the calls of all silos.</summary>
    public IOutgoingGrainCallFilter? Calls { get; init; }

    /// <summary>The numbers of the market's rules.</summary>
    public Policy Policy { get; init; } = new();

    /// <summary>How much of the market there may be.</summary>
    public MarketLimits Limits { get; init; } = new();

    /// <summary>The time of the grains.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What each silo has beside this, by its name.</summary>
    public Action<string, ISiloBuilder>? Beside { get; init; }

    /// <summary>Starts them.</summary>
    public async Task<InProcessTestCluster> Start()
    {
        var rows = Rows ?? new MemoryRowStore();
        var builder = new InProcessTestClusterBuilder((short)Count);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddMemoryStreams(OrderFeed.Provider);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.UseInMemoryReminderService();
            if (Calls is not null)
            {
                silo.AddOutgoingGrainCallFilter(Calls);
            }

            silo.Services.AddSingleton(rows);
            silo.Services.AddMarketGrains(Policy, Limits, Clock);
            Beside?.Invoke(options.SiloName, silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
