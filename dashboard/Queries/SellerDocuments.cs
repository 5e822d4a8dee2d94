namespace FlashSale.Dashboard;

/// <summary>A seller with its stores, added up (rule IDN-4).</summary>
internal sealed record SellerDocument(
    SellerId Id,
    IReadOnlyList<StoreId> Stores,
    bool HasMoreStores,
    CreditDocument Credit,
    Money EarnedFen,
    Money DepositPaidFen,
    Money DepositMissingFen)
{
    public static SellerDocument Of(SellerView view, ReputationPolicy policy) => new(
        view.Id, [.. view.Stores.Select(store => store.Id)], view.HasMore,
        CreditDocument.Of(view.Credit, policy), view.Earned, view.SecurityPaid, view.SecurityMissing);
}

/// <summary>A page of sellers; without «next» it is the last one.</summary>
internal sealed record SellerPageDocument(IReadOnlyList<SellerDocument> Sellers, SellerId? Next);
