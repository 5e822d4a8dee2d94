namespace FlashSale.Engine;

/// <summary>Gets every command that a market is about to carry out, in its order.</summary>
public interface ICommandLog
{
    /// <summary>The policy under which all that follows is carried out.</summary>
    void Begin(Policy policy);

    /// <inheritdoc cref="Market.ChangePolicy"/>
    void ChangePolicy(Policy policy);

    /// <summary>Time passes.</summary>
    void AdvanceTo(DateTimeOffset now);

    /// <inheritdoc cref="Market.OpenStore"/>
    void OpenStore(in StoreApplication application);

    /// <inheritdoc cref="Market.StepStore"/>
    void StepStore(StoreId id, StoreStep step);

    /// <inheritdoc cref="Market.SetCoupon"/>
    void SetCoupon(StoreId id, Coupon coupon);

    /// <inheritdoc cref="Market.Publish"/>
    void Publish(ListingId id, ListingTerms terms);

    /// <inheritdoc cref="Market.Reprice"/>
    void Reprice(ListingId id, Money price);

    /// <inheritdoc cref="Market.Restock"/>
    void Restock(ListingId id, int unitsInTotal);

    /// <inheritdoc cref="Market.Withdraw"/>
    void Withdraw(ListingId id);

    /// <inheritdoc cref="Market.PutInCart"/>
    void PutInCart(BuyerId buyer, in CartLine line);

    /// <inheritdoc cref="Market.RemoveFromCart"/>
    void RemoveFromCart(BuyerId buyer, ListingId listing);

    /// <inheritdoc cref="Market.Checkout"/>
    void Checkout(CheckoutId id, ReadOnlySpan<CartLine> lines);

    /// <inheritdoc cref="Market.Pay"/>
    void Pay(CheckoutId id, PaymentChannel channel);

    /// <inheritdoc cref="Market.PayBalance"/>
    void PayBalance(CheckoutId id, PaymentChannel channel);

    /// <inheritdoc cref="Market.StepOrder"/>
    void StepOrder(OrderId id, OrderStep step);

    /// <inheritdoc cref="Market.Refund"/>
    void Refund(OrderId id, int line, int unitsInTotal);

    /// <inheritdoc cref="Market.OpenDispute"/>
    void OpenDispute(OrderId id);

    /// <inheritdoc cref="Market.ResolveDispute"/>
    void ResolveDispute(OrderId id, bool forBuyer);

    /// <inheritdoc cref="Market.Rate"/>
    void Rate(OrderId id, in Rating rating);

    /// <inheritdoc cref="Market.RateBuyer"/>
    void RateBuyer(OrderId id, CreditRating verdict);

    /// <inheritdoc cref="Market.Move"/>
    void Move(in Transfer transfer);

    /// <inheritdoc cref="Market.Flip"/>
    void Flip(in SwitchCommand command);
}
