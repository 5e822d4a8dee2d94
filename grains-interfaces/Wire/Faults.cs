namespace FlashSale.GrainInterfaces;

/// <summary>The market's queue is full.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.market-busy")]
internal record struct MarketBusySurrogate([property: Id(0)] long RetryAfterTicks);

/// <summary>The market has stopped; the cause stays in the log of the silo that met it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.market-halted")]
internal record struct MarketHaltedSurrogate([property: Id(0)] string Reason);

[RegisterConverter]
internal sealed class MarketBusyConverter : IConverter<MarketBusyException, MarketBusySurrogate>
{
    public MarketBusySurrogate ConvertToSurrogate(in MarketBusyException value) =>
        new(value.RetryAfter.Ticks);

    public MarketBusyException ConvertFromSurrogate(in MarketBusySurrogate surrogate) =>
        new(TimeSpan.FromTicks(surrogate.RetryAfterTicks));
}

[RegisterConverter]
internal sealed class MarketHaltedConverter : IConverter<MarketHaltedException, MarketHaltedSurrogate>
{
    public MarketHaltedSurrogate ConvertToSurrogate(in MarketHaltedException value) => new(value.Message);

    public MarketHaltedException ConvertFromSurrogate(in MarketHaltedSurrogate surrogate) =>
        new(surrogate.Reason);
}
