namespace FlashSale.Marketplace;

/// <summary>
/// How many verdicts between a buyer and a store have moved points in a month (rule REP-2). 12 bytes.
/// </summary>
/// <param name="Buyer">The buyer.</param>
/// <param name="Store">The store.</param>
/// <param name="Month">The month, as <see cref="ChinaTime.MonthOf"/> counts.</param>
/// <param name="OfStore">Verdicts on the store.</param>
/// <param name="OfBuyer">Verdicts on the buyer.</param>
public readonly record struct PairCredit(
    BuyerId Buyer, StoreId Store, ushort Month, byte OfStore, byte OfBuyer)
    : ICreditRow
{
    bool ICreditRow.IsEmpty => Month == 0;

    ulong ICreditRow.Key => KeyOf(Buyer, Store);

    bool ICreditRow.IsOver(in CreditMoment now) => Month != now.Month;

    internal static ulong KeyOf(BuyerId buyer, StoreId store) =>
        ((ulong)(uint)buyer.Value << 32) | (uint)store.Value;

    internal int CountIn(int month, RatedSide side) =>
        Month != month ? 0 : side == RatedSide.Store ? OfStore : OfBuyer;

    internal PairCredit With(BuyerId buyer, StoreId store, int month, RatedSide side) => new(
        buyer,
        store,
        (ushort)month,
        (byte)(CountIn(month, RatedSide.Store) + (side == RatedSide.Store ? 1 : 0)),
        (byte)(CountIn(month, RatedSide.Buyer) + (side == RatedSide.Buyer ? 1 : 0)));
}
