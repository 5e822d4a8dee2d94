using Orleans.Configuration;

namespace FlashSale.LoadTests;

/// <summary>A client of silos that are already running, over the gateways of whichever are alive.</summary>
internal static class JoinedCluster
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookForGatewaysEvery = TimeSpan.FromSeconds(2);

    /// <summary>Connects.</summary>
    /// <param name="connection">The PostgreSQL database that the silos share.</param>
    /// <param name="clusterId">The name that they share.</param>
    /// <param name="clock">The time.</param>
    /// <param name="silos">What to stop with the market; null if others have started the silos.</param>
    /// <exception cref="IOException">There is no such cluster.</exception>
    public static async Task<ILoadMarket> Join(
        string connection, string clusterId, TimeProvider clock, IAsyncDisposable? silos)
    {
        var host = new HostBuilder().UseOrleansClient((_, client) => client
            .Configure<ClusterOptions>(cluster =>
                (cluster.ClusterId, cluster.ServiceId) = (clusterId, clusterId))
            .Configure<ClientMessagingOptions>(messages => messages.ResponseTimeout = AnswerWithin)
            .Configure<GatewayOptions>(gateways =>
                gateways.GatewayListRefreshPeriod = LookForGatewaysEvery)
            .UseAdoNetClustering(table =>
                (table.Invariant, table.ConnectionString) = ("Npgsql", connection))).Build();
        try
        {
            await host.StartAsync();
        }
        catch (Exception fault) when (fault is OrleansException or System.Data.Common.DbException)
        {
            host.Dispose();
            throw new IOException($"cannot join the cluster: {fault.Message}", fault);
        }

        var grains = host.Services.GetRequiredService<IGrainFactory>();
        return new ClusterMarket(
            silos is null ? "orleans, a cluster" : "orleans, silo processes", grains, clock,
            new Closing(host, silos));
    }

    private sealed class Closing(IHost host, IAsyncDisposable? silos) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            if (silos is not null)
            {
                await silos.DisposeAsync();
            }
        }
    }
}
