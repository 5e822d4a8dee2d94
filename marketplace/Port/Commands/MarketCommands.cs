namespace FlashSale.Marketplace;

/// <summary>Visits kinds of commands, to make a table of them.</summary>
public interface ICommandVisitor
{
    /// <summary>Visits one kind.</summary>
    void Visit<TCommand, TAnswer>()
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct;
}

/// <summary>
/// All commands of the market: the one list from which hosts, journals, streams and tests make their tables.
/// </summary>
public static class MarketCommands
{
    /// <summary>Visits every command once, in the order of their numbers.</summary>
    public static void Visit<TVisitor>(TVisitor visitor)
        where TVisitor : ICommandVisitor
    {
        visitor.Visit<OpenStore, OpenStoreResult>();
        visitor.Visit<StepStore, StoreResult>();
        visitor.Visit<SetCoupon, StoreResult>();
        visitor.Visit<Publish, ListingResult>();
        visitor.Visit<Reprice, ListingResult>();
        visitor.Visit<Restock, ListingResult>();
        visitor.Visit<Withdraw, ListingResult>();
        visitor.Visit<PutInCart, CartResult>();
        visitor.Visit<RemoveFromCart, CartResult>();
        visitor.Visit<Checkout, CheckoutAnswer>();
        visitor.Visit<Pay, PayAnswer>();
        visitor.Visit<PayBalance, PayAnswer>();
        visitor.Visit<StepOrder, OrderResult>();
        visitor.Visit<Refund, RefundAnswer>();
        visitor.Visit<OpenDispute, OrderResult>();
        visitor.Visit<ResolveDispute, OrderResult>();
        visitor.Visit<Rate, RateResult>();
        visitor.Visit<RateBuyer, RateResult>();
        visitor.Visit<Move, TransferResult>();
        visitor.Visit<Flip, FlipResult>();
    }
}
