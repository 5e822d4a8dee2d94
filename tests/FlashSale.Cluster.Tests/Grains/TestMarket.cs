using FlashSale.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.TestingHost;

namespace FlashSale.Cluster.Tests;

/// <summary>A cluster in this process whose market's clock can be set.</summary>
internal sealed class TestMarket : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly IRowStore _rows;

    private TestMarket(InProcessTestCluster cluster, SetClock clock, IRowStore rows)
    {
        (_cluster, Clock, _rows) = (cluster, clock, rows);
#pragma warning disable RS0030 // the composition root of these tests: the cluster itself lives in real time
        Searched = new ClusterMarketplace(cluster.Client, TimeProvider.System);
#pragma warning restore RS0030
    }

    /// <summary>The market.</summary>
    public IMarketplace Port => Searched;

    /// <summary>The same, for searches.</summary>
    public ClusterMarketplace Searched { get; }

    /// <summary>Its time.</summary>
    public SetClock Clock { get; }

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => _cluster.Client;

    /// <summary>Its rows.</summary>
    public IRowStore Rows => _rows;

    /// <summary>Questions about the whole market.</summary>
    public ClusterBrowser Browser => new(
        _rows, _cluster.Client.ServiceProvider.GetRequiredService<Serializer>(), Searched, Grains);

    /// <summary>The silos.</summary>
    public InProcessTestCluster Silos => _cluster;

    /// <summary>Starts a market.</summary>
    public static async Task<TestMarket> Start(
        int silos = 1,
        Policy? policy = null,
        MarketLimits? limits = null,
        IRowStore? rows = null,
        IOutgoingGrainCallFilter? calls = null)
    {
        var clock = new SetClock(History.Beginning);
        var store = rows ?? new MemoryRowStore();
        var cluster = await new TestSilos
        {
            Count = silos,
            Rows = store,
            Calls = calls,
            Policy = policy ?? new Policy(),
            Limits = limits ?? new MarketLimits(),
            Clock = clock,
        }.Start();
        return new TestMarket(cluster, clock, store);
    }

    /// <summary>Lets time pass, and everything happen that is due.</summary>
    public async Task SetTime(DateTimeOffset now)
    {
        Clock.Now = now;
        const int roundsMax = 10_000;
        var woken = int.MaxValue;
        for (var round = 0; woken > 0; round++)
        {
            Assert.True(round < roundsMax, $"At {now} nothing takes care of {await Due(now)}.");
            woken = 0;
            for (var slice = 0; slice < Sweeps.Slices; slice++)
            {
                woken += await Grains.GetGrain<ISweepGrain>(slice).Sweep();
            }
        }
    }

    private async Task<string> Due(DateTimeOffset now)
    {
        var due = new List<RowKey>();
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            var rows = await _rows.FindDue(kind, now.ToUnixTimeMilliseconds(), 0, 1, rowsMax: 10);
            due.AddRange(rows.Select(row => row.Key));
        }

        return string.Join(", ", due);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

/// <summary>A clock that stands where it is set.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
