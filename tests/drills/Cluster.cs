using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace FlashSale.Drill;

/// <summary>A client of the cluster, over the gateways of whichever silos are alive.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string ClusterId = "flashsale";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookForGatewaysEvery = TimeSpan.FromSeconds(2);

    private readonly IHost _host;

    private Cluster(IHost host, TimeProvider clock)
    {
        _host = host;
        Market =
            new ClusterMarketplace((IGrainFactory)host.Services.GetService(typeof(IGrainFactory))!, clock);
    }

    /// <summary>The market.</summary>
    public IMarketplace Market { get; }

    /// <summary>Connects to a cluster that is there.</summary>
    public static async Task<Cluster> Join(string connection, TimeProvider clock)
    {
        var host = new HostBuilder().UseOrleansClient((_, client) => client
            .Configure<ClusterOptions>(cluster =>
                (cluster.ClusterId, cluster.ServiceId) = (ClusterId, ClusterId))
            .Configure<ClientMessagingOptions>(messages => messages.ResponseTimeout = AnswerWithin)
            .Configure<GatewayOptions>(gateways =>
                gateways.GatewayListRefreshPeriod = LookForGatewaysEvery)
            .UseAdoNetClustering(table =>
                (table.Invariant, table.ConnectionString) = ("Npgsql", connection))).Build();
        await host.StartAsync();
        return new Cluster(host, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
