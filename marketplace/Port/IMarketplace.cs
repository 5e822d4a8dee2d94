namespace FlashSale.Marketplace;

/// <summary>
/// The market as API, drivers and dashboard see it: the same commands, queries and answers on every host.
/// </summary>
/// <remarks>
/// An answer means that what it says is durable. Every command is idempotent by the id that the client chose,
/// so a client that got no answer sends it again (rule ORD-4). Refusals are answers; <see
/// cref="MarketBusyException"/> and <see cref="MarketHaltedException"/> say that there is none.
/// </remarks>
public interface IMarketplace
{
    /// <summary>Opens a store and pays its deposit (rules STO-1, STO-3, STO-4).</summary>
    ValueTask<OpenStoreResult> OpenStore(StoreApplication application);

    /// <summary>Takes a step in a store's life (rule STO-1).</summary>
    ValueTask<StoreResult> StepStore(StoreId id, StoreStep step);

    /// <summary>
    /// Sets the coupon that a store gives to all its buyers; the default takes it away (rule CRT-2).
    /// </summary>
    ValueTask<StoreResult> SetCoupon(StoreId id, Coupon coupon);

    /// <summary>Puts a listing on sale (rules LST-1, LST-3).</summary>
    ValueTask<ListingResult> Publish(ListingId id, ListingTerms terms);

    /// <summary>Changes a listing's price; orders already placed keep theirs.</summary>
    ValueTask<ListingResult> Reprice(ListingId id, Money price);

    /// <summary>Brings the units ever put up for sale up to a number: a repeat changes nothing.</summary>
    ValueTask<ListingResult> Restock(ListingId id, int unitsInTotal);

    /// <summary>Takes a listing off sale.</summary>
    ValueTask<ListingResult> Withdraw(ListingId id);

    /// <summary>Puts a line into a buyer's cart, in the place of the listing's line (rule CRT-1).</summary>
    ValueTask<CartResult> PutInCart(BuyerId buyer, CartLine line);

    /// <summary>Takes a listing out of a buyer's cart.</summary>
    ValueTask<CartResult> RemoveFromCart(BuyerId buyer, ListingId listing);

    /// <summary>
    /// Places one order per store for these lines, or nothing (rules CRT-1, CRT-2, INV-1, INV-3).
    /// </summary>
    ValueTask<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines);

    /// <summary>
    /// Pays a checkout's orders in one payment; of a presale, the deposit (rules CRT-1, ESC-1).
    /// </summary>
    ValueTask<PayAnswer> Pay(CheckoutId id, PaymentChannel channel);

    /// <summary>Pays the balance of a presale (rule LST-3).</summary>
    ValueTask<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel);

    /// <summary>
    /// Takes a step that a person takes with an order: cancel, ship, deliver, confirm (rule ORD-1).
    /// </summary>
    ValueTask<OrderResult> StepOrder(OrderId id, OrderStep step);

    /// <summary>Refunds a line up to a number of units (rules ORD-3, CRT-2).</summary>
    ValueTask<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal);

    /// <summary>Opens a dispute (rules ORD-2, ORD-3).</summary>
    ValueTask<OrderResult> OpenDispute(OrderId id);

    /// <summary>Ends a dispute for one side (rule ORD-3).</summary>
    ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer);

    /// <summary>The buyer rates the store of an order (rules REP-1, REP-2, REP-4).</summary>
    ValueTask<RateResult> Rate(OrderId id, Rating rating);

    /// <summary>The store rates the buyer of an order (rule REP-2).</summary>
    ValueTask<RateResult> RateBuyer(OrderId id, CreditRating verdict);

    /// <summary>Moves money that is no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
    ValueTask<TransferResult> Move(Transfer transfer);

    /// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
    ValueTask<FlipResult> Flip(SwitchCommand command);

    /// <summary>A store with its reputation; null if there is none.</summary>
    ValueTask<StoreView?> FindStore(StoreId id);

    /// <summary>A listing with its stock; null if there is none.</summary>
    ValueTask<ListingView?> FindListing(ListingId id);

    /// <summary>A buyer's cart; empty if there is nothing in it.</summary>
    ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer);

    /// <summary>An order; null if there is none.</summary>
    ValueTask<OrderView?> FindOrder(OrderId id);

    /// <summary>What an account holds (rule ESC-2).</summary>
    ValueTask<Money> FindBalance(AccountId account);

    /// <summary>Counts everything again and compares it with what the market keeps.</summary>
    ValueTask<AuditReport> Audit();
}
