namespace FlashSale.Marketplace;

/// <summary>What can be asked of a market on every host; nothing changes by it.</summary>
/// <remarks>An answer is about durable state only.</remarks>
public interface IMarketReader
{
    /// <summary>A store with its reputation; null if there is none.</summary>
    ValueTask<StoreView?> FindStore(StoreId id);

    /// <summary>A seller with its stores; null if nobody of this id has opened one (rule IDN-4).</summary>
    ValueTask<SellerView?> FindSeller(SellerId id);

    /// <summary>A listing with its stock; null if there is none.</summary>
    ValueTask<ListingView?> FindListing(ListingId id);

    /// <summary>A buyer's cart; empty if there is nothing in it.</summary>
    ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer);

    /// <summary>An order; null if there is none.</summary>
    ValueTask<OrderView?> FindOrder(OrderId id);

    /// <summary>The platform's file on a seller; null if there is none (rules TRU-5 to TRU-8).</summary>
    ValueTask<CaseFileView?> FindCases(SellerId seller);

    /// <summary>What an account holds (rule ESC-2).</summary>
    ValueTask<Money> FindBalance(AccountId account);

    /// <summary>Counts everything again and compares it with what the market keeps.</summary>
    ValueTask<AuditReport> Audit();
}
