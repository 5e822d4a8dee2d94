namespace FlashSale.GrainInterfaces;

/// <summary>The market's queue is full.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.market-busy")]
internal struct MarketBusySurrogate
{
    [Id(0)]
    public long RetryAfterTicks;
}

/// <summary>The market has stopped; the cause stays in the log of the silo that met it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.market-halted")]
internal struct MarketHaltedSurrogate
{
    [Id(0)]
    public string Reason;
}

[RegisterConverter]
internal sealed class MarketBusyConverter : IConverter<MarketBusyException, MarketBusySurrogate>
{
    public MarketBusySurrogate ConvertToSurrogate(in MarketBusyException value) =>
        new() { RetryAfterTicks = value.RetryAfter.Ticks };

    public MarketBusyException ConvertFromSurrogate(in MarketBusySurrogate surrogate) =>
        new(TimeSpan.FromTicks(surrogate.RetryAfterTicks));
}

[RegisterConverter]
internal sealed class MarketHaltedConverter : IConverter<MarketHaltedException, MarketHaltedSurrogate>
{
    public MarketHaltedSurrogate ConvertToSurrogate(in MarketHaltedException value) =>
        new() { Reason = value.Message };

    public MarketHaltedException ConvertFromSurrogate(in MarketHaltedSurrogate surrogate) =>
        new(surrogate.Reason);
}
