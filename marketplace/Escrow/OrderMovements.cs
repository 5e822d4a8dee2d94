namespace FlashSale.Marketplace;

/// <summary>Which money moves when something happens to an order: decided here, once for all hosts.</summary>
/// <remarks>
/// Rules ESC-1, ESC-2, ESC-5, ORD-3. Nothing here changes the order: the host moves the money and then tells
/// the order what it did.
/// </remarks>
public static class OrderMovements
{
    /// <summary>A buyer pays into escrow.</summary>
    public static Movement Payment(BuyerId buyer, PaymentChannel channel, Money amount) =>
        new(MovementKind.Payment, AccountId.Payer(channel, buyer), AccountId.Escrow, amount);

    /// <summary>A buyer pays an order that was closed unpaid: the money goes back at once (INV-2).</summary>
    public static MovementPlan LatePayment(BuyerId buyer, PaymentChannel channel, Money amount)
    {
        var (plan, payer) = (default(MovementPlan), AccountId.Payer(channel, buyer));
        plan.Add(MovementKind.Payment, payer, AccountId.Escrow, amount);
        plan.Add(MovementKind.Refund, AccountId.Escrow, payer, amount);
        return plan;
    }

    /// <summary>Receipt is confirmed: what is held goes to the store, less commission.</summary>
    public static MovementPlan Settlement(in Order order)
    {
        var (plan, held) = (default(MovementPlan), order.Escrow.Held);
        var commission = order.CommissionOn(held);
        plan.Add(MovementKind.Release, AccountId.Escrow, AccountId.Of(order.Store), held - commission);
        plan.Add(MovementKind.Commission, AccountId.Escrow, AccountId.Platform, commission);
        return plan;
    }

    /// <summary>The balance of a presale was not paid in time: the store gets the deposit (LST-3).</summary>
    public static MovementPlan Forfeit(in Order order)
    {
        var plan = default(MovementPlan);
        plan.Add(
            MovementKind.DepositForfeited, AccountId.Escrow, AccountId.Of(order.Store), order.Escrow.Held);
        return plan;
    }

    /// <summary>All that is held goes back to the buyer.</summary>
    public static MovementPlan ReturnHeld(in Order order) => FromEscrow(order, order.Escrow.Held);

    /// <summary>
    /// A part of what was paid goes back to its payers, from the last payment first: from escrow, or, of a
    /// settled order, from the store and the platform, each what it got.
    /// </summary>
    public static MovementPlan Refund(in Order order, Money amount)
    {
        if (!order.IsSettled)
        {
            return FromEscrow(order, amount);
        }

        var (plan, store) = (default(MovementPlan), AccountId.Of(order.Store));
        var (first, last) = PayersOf(order);
        var (_, toLast) = order.Payments.Split(amount);
        var fromPlatform = CommissionBack(order, amount);
        var fromStore = amount - fromPlatform;
        var storeToLast = Money.Min(fromStore, toLast); // what the store gives fills the last payment first
        plan.Add(MovementKind.Return, store, last, storeToLast);
        plan.Add(MovementKind.Return, store, first, fromStore - storeToLast);
        plan.Add(MovementKind.CommissionReturn, AccountId.Platform, last, toLast - storeToLast);
        plan.Add(
            MovementKind.CommissionReturn, AccountId.Platform, first, fromPlatform - (toLast - storeToLast));
        return plan;
    }

    // What of it the platform gives back; the store gives the rest.
    private static Money CommissionBack(in Order order, Money amount)
    {
        var released = order.Escrow.Released;
        return order.CommissionOn(released) - order.CommissionOn(released - amount);
    }

    private static MovementPlan FromEscrow(in Order order, Money amount)
    {
        var plan = default(MovementPlan);
        var (first, last) = PayersOf(order);
        var (toFirst, toLast) = order.Payments.Split(amount);
        plan.Add(MovementKind.Refund, AccountId.Escrow, last, toLast);
        plan.Add(MovementKind.Refund, AccountId.Escrow, first, toFirst);
        return plan;
    }

    private static (AccountId First, AccountId Last) PayersOf(in Order order)
    {
        var (first, last) = order.Payments;
        return (
            AccountId.Payer(first.Channel, order.Id.Buyer), AccountId.Payer(last.Channel, order.Id.Buyer));
    }
}
