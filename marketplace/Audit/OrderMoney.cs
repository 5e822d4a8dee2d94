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

    /// <summary>The same, from what was ever moved by the movements of each kind.</summary>
    public static OrderMoney OfMovements(Func<MovementKind, Money> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var sums = default(OrderMoney);
        foreach (var kind in Enum.GetValues<MovementKind>())
        {
            sums.Add(MovementTable.Of(kind), moved(kind));
        }

        return sums;
    }

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
        var sums = OfMovements(moved);
        var findings = new AuditFindings("escrow-equals-orders", "ESC-1, ESC-3");
        findings.Expect(escrow == Held, $"escrow holds {escrow}, orders say {Held}");
        findings.Expect(sums.Paid == Paid, $"payments moved {sums.Paid}, orders say {Paid}");
        findings.Expect(sums.Refunded == Refunded, $"refunds moved {sums.Refunded}, orders say {Refunded}");
        findings.Expect(sums.Released == Released, $"{sums.Released} released, orders say {Released}");
        return findings.Close($"paid {Paid}, held {escrow}, back {sums.Refunded}");
    }

    /// <summary>Compares what the accounts hold in escrow with what was moved.</summary>
    public static AuditCheck EscrowAddsUp(Money escrow, Func<MovementKind, Money> moved)
    {
        var held = OfMovements(moved).Held;
        var findings = new AuditFindings("escrow-adds-up", "ESC-1, ESC-3");
        findings.Expect(escrow == held, $"escrow holds {escrow}, movements say {held}");
        return findings.Close($"paid − released − refunded = {escrow}");
    }

    /// <summary>Money is only moved: all accounts together hold nothing (rule ESC-2).</summary>
    /// <param name="sumOf">What all accounts of a kind hold.</param>
    public static AuditCheck MoneyIsConserved(Func<AccountKind, Money> sumOf)
    {
        var all = Enum.GetValues<AccountKind>().Aggregate(Money.Zero, (sum, kind) => sum + sumOf(kind));
        var findings = new AuditFindings("money-is-conserved", "ESC-2");
        findings.Expect(all == Money.Zero, $"all accounts sum to {all}");
        return findings.Close("all accounts sum to ¥0.00");
    }

    private void Add(in MovementRule rule, Money amount)
    {
        if (!rule.IsOfOrder)
        {
            return;
        }

        Paid += rule.To == AccountKind.Escrow ? amount : Money.Zero;
        Held += rule.To == AccountKind.Escrow ? amount
            : rule.From == AccountKind.Escrow ? -amount
            : Money.Zero;
        Refunded += rule.To is null ? amount : Money.Zero;
        Released += rule.From == AccountKind.Escrow && rule.To is not null ? amount
            : rule.From != AccountKind.Escrow && rule.To is null ? -amount // what was released comes back
            : Money.Zero;
    }
}
