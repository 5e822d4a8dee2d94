using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace FlashSale.Grains;

/// <summary>Puts the market's grains into a silo.</summary>
public static class MarketGrains
{
    /// <summary>
    /// Adds what the grains need. The host adds an <see cref="IRowStore"/>, reminders, and streams by the
    /// name <see cref="OrderFeed.Provider"/>. States that Orleans keeps are in the rows, unless the host has
    /// added a default storage before.
    /// </summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="policy">
    /// The numbers of the rules until they are changed; the same on all silos.
    /// </param>
    /// <param name="limits">How large the market may grow.</param>
    /// <param name="clock">The market's time.</param>
    public static IServiceCollection AddMarketGrains(
        this IServiceCollection services, Policy policy, MarketLimits limits, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Validate() is [var problem, ..])
        {
            throw new ArgumentException($"The policy cannot be used: {problem}", nameof(policy));
        }

        return services
            .TryAddRowGrainStorage()
            .AddSingleton<StockRoutes>()
            .AddSingleton(new FestivalWatch(policy))
            .AddSingleton(silo => new MarketAddresses(silo.GetRequiredService<IGrainFactory>()))
            .AddSingleton(silo => new OutboxBell(silo.GetRequiredService<MarketAddresses>(), clock))
            .AddSingleton(silo => new GrainRoom(
                new GrainRowStore(silo.GetRequiredService<IRowStore>()),
                silo.GetRequiredService<Serializer>(),
                silo.GetRequiredService<MarketAddresses>(),
                limits,
                clock,
                silo.GetRequiredService<FestivalWatch>(),
                silo.GetRequiredService<OutboxBell>()))
            .AddHostedService<FestivalRefresher>()
            .AddHostedService<SweepStart>();
    }
}
