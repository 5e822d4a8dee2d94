using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace FlashSale.Silo;

/// <summary>
/// Where grains with a [PersistentState] are kept: in the database that silos share, else in the silo's rows.
/// </summary>
internal static class GrainStates
{
    private const string Database = "database";
    private const string Npgsql = "Npgsql";

    /// <summary>Adds the default storage of a cluster with a database; one silo keeps to its rows.</summary>
    public static void Keep(ISiloBuilder silo, IRowStore rows)
    {
        if (rows is not PostgresRowStore shared)
        {
            return;
        }

        silo.AddAdoNetGrainStorage(Database, states => states.Configure<Serializer>((options, serializer) =>
        {
            options.Invariant = Npgsql;
            options.DataSource = shared.States;
            options.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
        silo.Services.AddGrainStorage(
            ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
            (services, _) => new FencedGrainStorage(
                services.GetRequiredKeyedService<IGrainStorage>(Database), shared));
    }
}
