using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Providers;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace FlashSale.Grains;

/// <summary>Makes rows the default place of grains' states.</summary>
internal static class RowPersistence
{
    /// <summary>
    /// Adds Orleans' default storage over the silo's rows, unless the host has added another one.
    /// </summary>
    public static IServiceCollection TryAddRowGrainStorage(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton<IGrainStorage>(
            ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
            (silo, _) => new RowGrainStorage(
                new GrainRowStore(silo.GetRequiredService<IRowStore>()),
                silo.GetRequiredService<Serializer>(),
                silo.GetRequiredService<IActivatorProvider>()));
        services.TryAddSingleton(silo => silo.GetRequiredKeyedService<IGrainStorage>(
            ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
        return services;
    }
}
