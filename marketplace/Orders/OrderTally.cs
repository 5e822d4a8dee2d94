namespace FlashSale.Marketplace;

/// <summary>Adds the priced lines of one order up to its terms (rules STO-5, INV-2, LST-3, REP-2).</summary>
public struct OrderTally
{
    private Money _total;
    private Money _deposits;
    private long _commission; // fen × basis points; far below 2^63: Limits.AmountYuanMax
    private bool _isFestival;
    private bool _hasNoVerdicts;

    /// <summary>Adds a line of a listing in a store of this market.</summary>
    public void Add(
        in OrderLine line, in Listing listing, MarketKind market, Policy policy, DateTimeOffset now)
    {
        _total += line.ToPay;
        _deposits += listing.Deposit * line.Units;
        _commission += line.ToPay.Fen * StoreFees.CommissionBasisPoints(market, listing.Category, policy);
        _isFestival |= listing.IsFestivalAt(now);
        _hasNoVerdicts = !policy.Reputation.HasVerdicts(market); // all lines are of one store
    }

    /// <summary>The terms of the order with these lines.</summary>
    /// <param name="first">The listing of its first line.</param>
    /// <param name="orders">Orders that are paid together with this one, itself included.</param>
    /// <param name="fingerprint">A hash of what the client asked for (rule ORD-4).</param>
    /// <param name="policy">The numbers.</param>
    /// <param name="now">When it is placed.</param>
    public readonly OrderTerms Terms(
        in Listing first, int orders, ulong fingerprint, InventoryPolicy policy, DateTimeOffset now) =>
        new(
            _total,
            DepositOf(_deposits, _total),
            PayWithin(first, _isFestival ? policy.FestivalPayWithin : policy.PayWithin, now),
            _isFestival,
            (int)(_commission / _total.Fen),
            orders,
            fingerprint)
        {
            HasNoVerdicts = _hasNoVerdicts,
        };

    /// <summary>What of a presale's price is paid first: never the whole of it (rule LST-3).</summary>
    public static Money DepositOf(Money deposits, Money total) =>
        Money.Min(deposits, total - Money.FromFen(1));

    /// <summary>
    /// Until when an order waits for its first payment, by what was promised when it was placed (INV-2).
    /// </summary>
    public static DateTimeOffset PayBy(
        bool isFestival, in Listing first, PolicyTimeline policies, DateTimeOffset placedAt)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var promised = policies.PromisesAt(placedAt);
        return placedAt + PayWithin(
            first, isFestival ? promised.FestivalPayWithin : promised.PayWithin, placedAt);
    }

    private static TimeSpan PayWithin(in Listing first, TimeSpan within, DateTimeOffset placedAt)
    {
        var window = first.IsPresale ? first.BalanceWindow.Until - placedAt : within;
        return window < within ? window : within; // no deposit after the time for its balance (LST-3)
    }
}
