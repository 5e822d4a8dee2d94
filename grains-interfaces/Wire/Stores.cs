namespace FlashSale.GrainInterfaces;

/// <summary>A store; all 0 is none. The moment is Unix time in milliseconds, 0 for none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.store")]
internal record struct StoreSurrogate(
    [property: Id(0)] int Owner,
    [property: Id(1)] byte Market,
    [property: Id(2)] byte Tier,
    [property: Id(3)] byte Status,
    [property: Id(4)] byte SuspendedFor,
    [property: Id(5)] long DepositRequiredFen,
    [property: Id(6)] long DepositPaidFen,
    [property: Id(7)] long ShortSinceMs);

/// <summary>A store as a reader sees it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.store-view")]
internal record struct StoreViewSurrogate(
    [property: Id(0)] StoreId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] Store Store,
    [property: Id(3)] Credit Credit,
    [property: Id(4)] RatingSums Rating,
    [property: Id(5)] Money Earned,
    [property: Id(6)] Certification Certification);

[RegisterConverter]
internal sealed class StoreConverter : IConverter<Store, StoreSurrogate>
{
    public StoreSurrogate ConvertToSurrogate(in Store value) => new()
    {
        Owner = value.Owner.Value,
        Market = (byte)value.Market,
        Tier = (byte)value.Tier,
        Status = (byte)value.Status,
        SuspendedFor = (byte)value.SuspendedFor,
        DepositRequiredFen = value.SecurityRequired.Fen,
        DepositPaidFen = value.SecurityPaid.Fen,
        ShortSinceMs = Moments.ToMsOrNone(value.ShortSince),
    };

    public Store ConvertFromSurrogate(in StoreSurrogate surrogate) => Store.Of(new StoreFacts(
        new SellerId(surrogate.Owner), (MarketKind)surrogate.Market, (DepositTier)surrogate.Tier,
        (StoreStatus)surrogate.Status, (SuspensionCause)surrogate.SuspendedFor,
        Money.FromFen(surrogate.DepositRequiredFen), Money.FromFen(surrogate.DepositPaidFen),
        Moments.FromMsOrNone(surrogate.ShortSinceMs)));
}

[RegisterConverter]
internal sealed class StoreViewConverter : IConverter<StoreView, StoreViewSurrogate>
{
    public StoreViewSurrogate ConvertToSurrogate(in StoreView value) =>
        new(value.Id, value.Name, value.Store, value.Credit, value.Rating, value.Earned,
            value.Certification);

    public StoreView ConvertFromSurrogate(in StoreViewSurrogate surrogate) => new(
        surrogate.Id, surrogate.Name, surrogate.Store, surrogate.Credit, surrogate.Rating, surrogate.Earned)
    {
        Certification = surrogate.Certification,
    };
}
