namespace FlashSale.Engine;

/// <summary>
/// What the lines of a checkout cost after all reductions, and the terms of its orders (rules CRT-2, STO-5,
/// INV-2).
/// </summary>
internal sealed class Pricing(MarketState market)
{
    private readonly Money[] _values = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _ofLines = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _ofOrders = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _cuts = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _share = new Money[Limits.LinesPerCartMax];

    /// <summary>
    /// Prices every line: store coupons first, then the cross-store reduction, both split in proportion.
    /// </summary>
    public void Price(
        ReadOnlySpan<CartLine> lines,
        ReadOnlySpan<int> parts,
        int orders,
        ReadOnlySpan<StoreId> stores,
        ReadOnlySpan<int> buckets,
        Span<OrderLine> priced)
    {
        var values = _values.AsSpan(0, lines.Length);
        for (var at = 0; at < lines.Length; at++)
        {
            values[at] = market.Listings[lines[at].Listing].PriceAt(market.Now) * lines[at].Units;
        }

        Reduce(parts[..lines.Length], orders, stores, values);
        for (var at = 0; at < lines.Length; at++)
        {
            ref readonly var listing = ref market.Listings[lines[at].Listing];
            priced[at] = new OrderLine(
                lines[at].Listing, lines[at].Units, listing.PriceAt(
                    market.Now), values[at], buckets[at], listing.Hold);
        }
    }

    /// <summary>What of a presale's price is paid first: never the whole of it (rule LST-3).</summary>
    public static Money DepositOf(Money deposits, Money total) =>
        Money.Min(deposits, total - Money.FromFen(1));

    /// <summary>How long an order waits for its first payment (rules INV-2, LST-3).</summary>
    public TimeSpan PayWithin(bool isFestival, in Listing first, DateTimeOffset placedAt)
    {
        var policy = market.Policy.Inventory;
        var within = isFestival ? policy.FestivalPayWithin : policy.PayWithin;
        var window = first.IsPresale ? first.BalanceWindow.Until - placedAt : within;
        return window < within ? window : within; // no deposit after the time for its balance
    }

    /// <summary>The terms of an order with these lines.</summary>
    public OrderTerms TermsOf(StoreId store, ReadOnlySpan<OrderLine> lines, int orders, ulong fingerprint)
    {
        var (total, deposit, commission, isFestival) = (Money.Zero, Money.Zero, 0L, false);
        foreach (ref readonly var line in lines)
        {
            ref readonly var listing = ref market.Listings[line.Listing];
            var basisPoints = StoreFees.CommissionBasisPoints(
                market.Stores[store].Market, listing.Category, market.Policy);
            total += line.ToPay;
            deposit += listing.Deposit * line.Units;
            commission += line.ToPay.Fen * basisPoints; // far below 2^63: Limits.AmountYuanMax
            isFestival |= listing.IsFestivalAt(market.Now);
        }

        return new OrderTerms(
            total,
            DepositOf(deposit, total),
            PayWithin(isFestival, market.Listings[lines[0].Listing], market.Now),
            isFestival,
            (int)(commission / total.Fen),
            orders,
            fingerprint);
    }

    private void Reduce(ReadOnlySpan<int> parts, int orders, ReadOnlySpan<StoreId> stores, Span<Money> values)
    {
        var ofOrders = _ofOrders.AsSpan(0, orders);
        var cuts = _cuts.AsSpan(0, orders);
        ofOrders.Clear();
        for (var at = 0; at < values.Length; at++)
        {
            ofOrders[parts[at]] += values[at];
        }

        var all = Money.Zero;
        for (var order = 0; order < orders; order++)
        {
            cuts[order] = CouponOff(stores[order], ofOrders[order]);
            ofOrders[order] -= cuts[order];
            all += ofOrders[order];
        }

        ReduceAcrossStores(all, ofOrders, cuts);
        for (var order = 0; order < orders; order++)
        {
            Cut(cuts[order], order, parts, values);
        }
    }

    private void ReduceAcrossStores(Money all, Span<Money> ofOrders, Span<Money> cuts)
    {
        var carts = market.Policy.Carts;
        if (!carts.ReducesAcrossStores)
        {
            return;
        }

        // Every order keeps at least one fen to pay.
        var off = Money.Min(
            new Reduction(carts.ReductionPerStep, carts.ReductionStep).On(all),
            all - Money.FromFen(ofOrders.Length));
        Apportionment.Split(off, ofOrders, _share, leave: Money.FromFen(1));
        for (var order = 0; order < ofOrders.Length; order++)
        {
            cuts[order] += _share[order];
        }
    }

    private Money CouponOff(StoreId store, Money value) =>
        market.Switches.IsOn(Switch.CouponsFrozen, market.Now) ? Money.Zero
            : market.Stores.CouponOf(store).On(value);

    /// <summary>Takes an amount off the lines of one order, in proportion to their value.</summary>
    private void Cut(Money off, int order, ReadOnlySpan<int> parts, Span<Money> values)
    {
        if (!off.IsPositive)
        {
            return;
        }

        var weights = _ofLines.AsSpan(0, values.Length);
        for (var at = 0; at < values.Length; at++)
        {
            weights[at] = parts[at] == order ? values[at] : Money.Zero;
        }

        Apportionment.Split(off, weights, _share);
        for (var at = 0; at < values.Length; at++)
        {
            values[at] -= _share[at];
        }
    }
}
