namespace FlashSale.Marketplace;

/// <summary>What the money of a market's orders adds up to (rule ESC-3).</summary>
public struct OrderMoney
{
    /// <summary>What was ever paid.</summary>
    public Money Paid { get; private set; }

    /// <summary>What escrow must hold.</summary>
    public Money Held { get; private set; }

    /// <summary>What stores and the platform have.</summary>
    public Money Released { get; private set; }

    /// <summary>What went back to buyers.</summary>
    public Money Refunded { get; private set; }

    /// <summary>
    /// What an order must have been paid when it is at a status; null if any part may have been.
    /// </summary>
    public static Money? PaidUpTo(OrderStatus status, in OrderTerms terms) => status switch
    {
        OrderStatus.Placed => Money.Zero,
        OrderStatus.DepositPaid => terms.Deposit,
        OrderStatus.Closed => null,
        _ => terms.Total,
    };

    /// <summary>Adds an order.</summary>
    public void Add(in OrderEscrow order)
    {
        Paid += order.Paid;
        Held += order.Held;
        Released += order.Released;
        Refunded += order.Refunded;
    }

    /// <summary>Compares what accounts hold and have moved with what the orders say.</summary>
    /// <param name="escrow">What the accounts hold in escrow.</param>
    /// <param name="moved">All that was ever moved by movements of a kind.</param>
    public readonly AuditCheck EscrowEqualsOrders(Money escrow, Func<MovementKind, Money> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var findings = new AuditFindings("escrow-equals-orders", "ESC-1, ESC-3");
        findings.Expect(escrow == Held, $"escrow holds {escrow}, orders say {Held}");
        var paid = moved(MovementKind.Payment);
        findings.Expect(paid == Paid, $"payments moved {paid}, orders say {Paid}");
        var returned = moved(MovementKind.Return) + moved(MovementKind.CommissionReturn);
        var back = moved(MovementKind.Refund) + returned;
        findings.Expect(back == Refunded, $"refunds moved {back}, orders say {Refunded}");
        var released = moved(MovementKind.Release) + moved(MovementKind.Commission)
            + moved(MovementKind.DepositForfeited) - returned;
        findings.Expect(released == Released, $"{released} released, orders say {Released}");
        return findings.Close($"paid {Paid}, held {escrow}, back {back}");
    }

    /// <summary>Money is only moved: all accounts together hold nothing (rule ESC-2).</summary>
    public static AuditCheck MoneyIsConserved(Money all)
    {
        var findings = new AuditFindings("money-is-conserved", "ESC-2");
        findings.Expect(all == Money.Zero, $"all accounts sum to {all}");
        return findings.Close("all accounts sum to ¥0.00");
    }
}
