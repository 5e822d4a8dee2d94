using System.Net;
using Orleans.Configuration;
using Orleans.Streams;

namespace FlashSale.Silo;

/// <summary>How a silo finds the others, and how patient it is with them.</summary>
internal static class SiloCluster
{
    private const string Npgsql = "Npgsql";

    // Each is read by one silo, ten times a second even when it is empty.
    private const int QueuesOfStreams = 4;

    // What a silo that died had received comes again to another one after so long.
    private static readonly TimeSpan StreamLease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeepDeadLetters = TimeSpan.FromDays(1);

    /// <summary>Sets up membership, reminders, streams and time limits.</summary>
    public static void Join(ISiloBuilder silo, SiloOptions options, string name)
    {
        silo.Configure<ClusterOptions>(cluster =>
            (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ClusterId));
        silo.Configure<Orleans.Configuration.SiloOptions>(own => own.SiloName = name);
        silo.Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = options.ResponseWithin);
        silo.Configure<GrainCollectionOptions>(grains => grains.CollectionAge = options.IdleWithin);
        silo.Configure<ClusterMembershipOptions>(members =>
            Silence.Follow(members, options.SilentWithin));
        if (options.Cluster == ClusterKind.Postgres)
        {
            JoinOthers(silo, options);
        }
        else
        {
            StayAlone(silo, options);
        }

        AddStreams(silo, options);
    }

    private static void JoinOthers(ISiloBuilder silo, SiloOptions options)
    {
        silo.Configure<EndpointOptions>(ends =>
        {
            ends.AdvertisedIPAddress = options.Address;
            ends.SiloPort = options.SiloPort;
            ends.GatewayPort = options.GatewayPort;
        });
        silo.UseAdoNetClustering(table =>
            (table.Invariant, table.ConnectionString) = (Npgsql, options.Connection));
        silo.UseAdoNetReminderService(table =>
            (table.Invariant, table.ConnectionString) = (Npgsql, options.Connection));
    }

    private static void StayAlone(ISiloBuilder silo, SiloOptions options)
    {
        silo.UseLocalhostClustering(
            options.SiloPort, options.GatewayPort, new IPEndPoint(IPAddress.Loopback, options.SiloPort),
            options.ClusterId, options.ClusterId);
        silo.UseInMemoryReminderService(); // The sweeps register theirs at every start.
    }

    // Consumers subscribe implicitly, so that nothing about subscriptions has to be kept.
    private static void AddStreams(ISiloBuilder silo, SiloOptions options)
    {
        if (options.Streams == StreamKind.Memory)
        {
            silo.AddMemoryStreams(OrderFeed.Provider, streams =>
                streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly));
            return;
        }

        silo.AddAdoNetStreams(OrderFeed.Provider, streams =>
        {
            streams.ConfigurePartitioning(QueuesOfStreams);
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigureAdoNet(table => table.Configure(database =>
            {
                (database.Invariant, database.ConnectionString) = (Npgsql, options.Connection);
                database.VisibilityTimeout = StreamLease;
                database.DeadLetterEvictionTimeout = KeepDeadLetters;
            }));
        });
    }
}
