namespace FlashSale.Marketplace;

/// <summary>One payment of an order, and what of it went back.</summary>
/// <param name="Channel">How it was paid; 0 if there is no such payment.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Refunded">What of it went back to its payer.</param>
public readonly record struct PaymentPart(PaymentChannel Channel, Money Paid, Money Refunded)
{
    /// <summary>What of it has not gone back.</summary>
    public Money Left => Paid - Refunded;
}

/// <summary>
/// What an order was paid with: one payment, or a presale's deposit by one channel and its balance by
/// another. Money goes back from the last payment first, up to what is left of it, then from the first.
/// </summary>
/// <remarks>
/// Rules ESC-3, ESC-5, ORD-3. What went back of each is derived by this rule from what went back in all.
/// </remarks>
/// <param name="First">A presale's deposit, if its balance came by another channel; else none.</param>
/// <param name="Last">The balance; or all that was paid, if it was paid by one channel.</param>
public readonly record struct OrderPayments(PaymentPart First, PaymentPart Last)
{
    /// <summary>The payments of an order.</summary>
    /// <param name="channel">How it was paid last.</param>
    /// <param name="depositChannel">How its deposit was paid, if otherwise; else 0.</param>
    /// <param name="deposit">Its deposit.</param>
    /// <param name="escrow">Its money.</param>
    public static OrderPayments Of(
        PaymentChannel channel, PaymentChannel depositChannel, Money deposit, in OrderEscrow escrow)
    {
        var first = depositChannel == 0 ? Money.Zero : deposit;
        var last = escrow.Paid - first;
        var ofLast = Money.Min(escrow.Refunded, last);
        return new OrderPayments(
            new PaymentPart(depositChannel, first, escrow.Refunded - ofLast),
            new PaymentPart(channel, last, ofLast));
    }

    /// <summary>How much of the next refund goes back to the payer of each.</summary>
    public (Money ToFirst, Money ToLast) Split(Money refund)
    {
        var toLast = Money.Min(refund, Last.Left);
        return (refund - toLast, toLast);
    }
}
