using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>The commands of a market as calls, which read like the rule book.</summary>
internal static class MarketCalls
{
    public static OpenStoreResult OpenStore(this Market market, in StoreApplication application) =>
        market.Do(new OpenStore(application));

    public static StoreResult StepStore(this Market market, StoreId id, StoreStep step) =>
        market.Do(new StepStore(id, step));

    public static StoreResult SetCoupon(this Market market, StoreId id, Coupon coupon) =>
        market.Do(new SetCoupon(id, coupon));

    public static ListingResult Publish(this Market market, ListingId id, ListingTerms terms) =>
        market.Do(new Publish(id, terms));

    public static ListingResult Reprice(this Market market, ListingId id, Money price) =>
        market.Do(new Reprice(id, price));

    public static ListingResult Restock(this Market market, ListingId id, int unitsInTotal) =>
        market.Do(new Restock(id, unitsInTotal));

    public static ListingResult Withdraw(this Market market, ListingId id) =>
        market.Do(new Withdraw(id));

    public static CartResult PutInCart(this Market market, BuyerId buyer, in CartLine line) =>
        market.Do(new PutInCart(buyer, line));

    public static CartResult RemoveFromCart(this Market market, BuyerId buyer, ListingId listing) =>
        market.Do(new RemoveFromCart(buyer, listing));

    public static CheckoutAnswer Checkout(this Market market, CheckoutId id, ReadOnlySpan<CartLine> lines) =>
        market.Do(new Checkout(id, lines.ToArray()));

    public static PayAnswer Pay(this Market market, CheckoutId id, PaymentChannel channel) =>
        market.Do(new Pay(id, channel));

    public static PayAnswer PayBalance(this Market market, CheckoutId id, PaymentChannel channel) =>
        market.Do(new PayBalance(id, channel));

    public static OrderResult StepOrder(this Market market, OrderId id, OrderStep step) =>
        market.Do(new StepOrder(id, step));

    public static RefundAnswer Refund(this Market market, OrderId id, int line, int unitsInTotal) =>
        market.Do(new Refund(id, line, unitsInTotal));

    public static OrderResult OpenDispute(this Market market, OrderId id) =>
        market.Do(new OpenDispute(id));

    public static OrderResult ResolveDispute(this Market market, OrderId id, bool forBuyer) =>
        market.Do(new ResolveDispute(id, forBuyer));

    public static RateResult Rate(this Market market, OrderId id, in Rating rating) =>
        market.Do(new Rate(id, rating));

    public static RateResult RateBuyer(this Market market, OrderId id, CreditRating verdict) =>
        market.Do(new RateBuyer(id, verdict));

    public static TransferResult Move(this Market market, in Transfer transfer) =>
        market.Do(new Move(transfer));

    public static FlipResult Flip(this Market market, in SwitchCommand command) =>
        market.Do(new Flip(command));

    public static PolicyResult ChangePolicy(
        this Market market, Policy? policy, DateTimeOffset? from = null, RequestId request = default) =>
        market.Do(new ChangePolicy(policy, from, request));

    public static ComplainResult Complain(
        this Market market, OrderId id, int line = 0, ComplaintReason reason = ComplaintReason.Counterfeit) =>
        market.Do(new Complain(id, line, reason));

    public static CaseResult OpenCase(
        this Market market, SellerId seller, StoreId store, ListingId listing, CaseKind what) =>
        market.Do(new OpenCase(seller, store, listing, what));

    public static CaseResult RecordEvidence(this Market market, CaseId id, int basisPoints) =>
        market.Do(new RecordEvidence(id, basisPoints));

    public static CaseResult StepCase(this Market market, CaseId id, CaseStep step) =>
        market.Do(new StepCase(id, step));

    public static CaseResult DecideCase(this Market market, CaseId id, CaseVerdict finding) =>
        market.Do(new DecideCase(id, finding));

    public static PolicyResult WithdrawPolicy(this Market market, DateTimeOffset from) =>
        market.Do(new WithdrawPolicy(from));
}
