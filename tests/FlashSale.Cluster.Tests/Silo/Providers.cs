using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Streams;

namespace FlashSale.Cluster.Tests;

/// <summary>A silo's providers over a real database, without the silo.</summary>
internal sealed class Providers : IDisposable
{
    private readonly IHost _host;

    private Providers(IHost host) => _host = host;

    public IMembershipTable Membership => _host.Services.GetRequiredService<IMembershipTable>();

    public ILocalSiloDetails Own => _host.Services.GetRequiredService<ILocalSiloDetails>();

    public IOptions<ClusterMembershipOptions> Limits =>
        _host.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>();

    public Orleans.IReminderTable Reminders => _host.Services.GetRequiredService<Orleans.IReminderTable>();

    public IQueueAdapterFactory Streams =>
        _host.Services.GetRequiredKeyedService<IQueueAdapterFactory>(OrderFeed.Provider);

    /// <summary>The providers after the schema was applied.</summary>
    /// <param name="connection">An empty database, or one of other providers.</param>
    /// <param name="cluster">The name of the cluster.</param>
    /// <param name="lease">How long a stream's message is a receiver's own.</param>
    public static async Task<Providers> Over(
        string connection, string cluster = "test", TimeSpan lease = default)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await OrleansSchema.Apply(database, SchemaPart.OfOrleans);
        var host = new HostBuilder().UseOrleans(silo => silo
            .Configure<ClusterOptions>(options =>
                (options.ClusterId, options.ServiceId) = (cluster, cluster))
            .Configure<ClusterMembershipOptions>(options => Silence.Follow(options, TimeSpan.FromSeconds(9)))
            .UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", connection))
            .UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", connection))
            .AddAdoNetStreams(OrderFeed.Provider, streams =>
                streams.ConfigureAdoNet(
                    table => table.Configure(options => Set(options, connection, lease)))))
            .Build();
        var providers = new Providers(host);
        await providers.Membership.InitializeMembershipTableAsync(tryInitTableVersion: true);
        await providers.Reminders.StartAsync();
        return providers;
    }

    public void Dispose() => _host.Dispose();

    private static void Set(AdoNetStreamOptions options, string connection, TimeSpan lease)
    {
        (options.Invariant, options.ConnectionString) = ("Npgsql", connection);
        options.VisibilityTimeout = lease;
        options.MaxAttempts = 3;
        options.EvictionInterval = TimeSpan.Zero;
    }
}
