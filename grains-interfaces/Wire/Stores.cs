namespace FlashSale.GrainInterfaces;

/// <summary>A store; all 0 is none. The moment is Unix time in milliseconds, 0 for none.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.store")]
internal struct StoreSurrogate
{
    [Id(0)]
    public int Owner;

    [Id(1)]
    public byte Market;

    [Id(2)]
    public byte Tier;

    [Id(3)]
    public byte Status;

    [Id(4)]
    public byte SuspendedFor;

    [Id(5)]
    public long DepositRequiredFen;

    [Id(6)]
    public long DepositPaidFen;

    [Id(7)]
    public long ShortSinceMs;
}

/// <summary>A store as a reader sees it.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.store-view")]
internal struct StoreViewSurrogate
{
    [Id(0)]
    public StoreId Id;

    [Id(1)]
    public string Name;

    [Id(2)]
    public Store Store;

    [Id(3)]
    public Credit Credit;

    [Id(4)]
    public RatingSums Rating;

    [Id(5)]
    public Money Earned;
}

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
        new SellerId(surrogate.Owner),
        (MarketKind)surrogate.Market,
        (DepositTier)surrogate.Tier,
        (StoreStatus)surrogate.Status,
        (SuspensionCause)surrogate.SuspendedFor,
        Money.FromFen(surrogate.DepositRequiredFen),
        Money.FromFen(surrogate.DepositPaidFen),
        Moments.FromMsOrNone(surrogate.ShortSinceMs)));
}

[RegisterConverter]
internal sealed class StoreViewConverter : IConverter<StoreView, StoreViewSurrogate>
{
    public StoreViewSurrogate ConvertToSurrogate(in StoreView value) => new()
    {
        Id = value.Id,
        Name = value.Name,
        Store = value.Store,
        Credit = value.Credit,
        Rating = value.Rating,
        Earned = value.Earned,
    };

    public StoreView ConvertFromSurrogate(in StoreViewSurrogate surrogate) => new(
        surrogate.Id, surrogate.Name, surrogate.Store, surrogate.Credit, surrogate.Rating, surrogate.Earned);
}
