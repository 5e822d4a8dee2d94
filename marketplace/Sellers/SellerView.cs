namespace FlashSale.Marketplace;

/// <summary>
/// A seller as a reader sees it: the person or organisation behind stores, which are added up (rule IDN-4).
/// </summary>
/// <remarks>A seller comes to be with its first store, and no store changes hands.</remarks>
/// <param name="Id">Its id.</param>
/// <param name="Stores">Its stores, at most <see cref="StoresMax"/>; sums are over these.</param>
/// <param name="HasMore">Whether it has further stores.</param>
public sealed record SellerView(SellerId Id, IReadOnlyList<StoreView> Stores, bool HasMore)
{
    /// <summary>Stores of one seller that are looked at together (assumed).</summary>
    public const int StoresMax = 100;

    /// <summary>The credit of its stores (rule REP-2).</summary>
    public Credit Credit => Credit.Of(
        Stores.Sum(store => store.Credit.Points), Stores.Sum(store => store.Credit.Good),
        Stores.Sum(store => store.Credit.Medium), Stores.Sum(store => store.Credit.Poor));

    /// <summary>What its stores may withdraw.</summary>
    public Money Earned => Sum(store => store.Earned);

    /// <summary>What lies in escrow as its stores' deposits (rule STO-3).</summary>
    public Money SecurityPaid => Sum(store => store.Store.SecurityPaid);

    /// <summary>What of their deposits is owed; a closed store owes nothing.</summary>
    public Money SecurityMissing => Sum(store =>
        store.Store.Status == StoreStatus.Closed ? Money.Zero : store.Store.SecurityMissing);

    private Money Sum(Func<StoreView, Money> amount) =>
        Stores.Aggregate(Money.Zero, (sum, store) => sum + amount(store));
}

/// <summary>Some of the sellers.</summary>
/// <param name="Sellers">They, by their ids.</param>
/// <param name="Next">Where to go on; null if all were seen.</param>
public sealed record SellerPage(IReadOnlyList<SellerView> Sellers, SellerId? Next);
