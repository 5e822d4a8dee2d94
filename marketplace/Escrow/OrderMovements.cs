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

    /// <summary>A buyer pays an order that was closed unpaid, and has the money back at once (INV-2).</summary>
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
    public static MovementPlan ReturnHeld(in Order order)
    {
        var plan = default(MovementPlan);
        plan.Add(MovementKind.Refund, AccountId.Escrow, PayerOf(order), order.Escrow.Held);
        return plan;
    }

    /// <summary>
    /// A part of what was paid goes back to the buyer: from escrow, or, of a settled order, from the store and
    /// the platform, each what it got.
    /// </summary>
    public static MovementPlan Refund(in Order order, Money amount)
    {
        var (plan, payer) = (default(MovementPlan), PayerOf(order));
        if (!RefundRules.IsSettled(order))
        {
            plan.Add(MovementKind.Refund, AccountId.Escrow, payer, amount);
            return plan;
        }

        var commission = RefundRules.CommissionBack(order, amount);
        plan.Add(MovementKind.Return, AccountId.Of(order.Store), payer, amount - commission);
        plan.Add(MovementKind.CommissionReturn, AccountId.Platform, payer, commission);
        return plan;
    }

    private static AccountId PayerOf(in Order order) => AccountId.Payer(order.Channel, order.Id.Buyer);
}
