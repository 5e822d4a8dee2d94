namespace FlashSale.Marketplace;

/// <summary>The goods of a checkout's lines, wherever a host keeps them.</summary>
public interface ICheckoutGoods
{
    /// <summary>The listing of a line.</summary>
    ref readonly Listing ListingOf(int line);

    /// <summary>The market of the line's store, which decides on the commission (rule STO-5).</summary>
    MarketKind MarketOf(int line);

    /// <summary>The coupon of the line's store; the default takes nothing off.</summary>
    Coupon CouponOf(int line);

    /// <summary>Which bucket of the listing holds the line's units.</summary>
    int BucketOf(int line);
}

/// <summary>
/// What the lines of a checkout cost after all reductions (rule CRT-2), and the terms of its orders (rules
/// STO-5, INV-2): store coupons first, then the cross-store reduction, both split in proportion.
/// </summary>
/// <remarks>It keeps room for its sums, so that pricing allocates nothing. Not for two threads.</remarks>
public sealed class CheckoutPricing
{
    private readonly Money[] _values = new Money[Limits.LinesPerCartMax];
    private readonly Coupon[] _coupons = new Coupon[Limits.LinesPerCartMax];
    private readonly Money[] _ofLines = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _ofOrders = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _cuts = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _share = new Money[Limits.LinesPerCartMax];

    /// <summary>Prices every line of a checkout.</summary>
    /// <param name="goods">What is ordered.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="parts">Of each line, which of the checkout's orders it belongs to, from 0.</param>
    /// <param name="orders">How many orders there are.</param>
    /// <param name="policy">The numbers of the cross-store reduction.</param>
    /// <param name="areFrozen">Whether coupons are frozen: then none takes anything off (CAP-2).</param>
    /// <param name="now">When they are placed.</param>
    /// <param name="priced">Takes the lines of the orders, each at its place.</param>
    public void Price<TGoods>(
        scoped in TGoods goods, ReadOnlySpan<CartLine> lines, ReadOnlySpan<int> parts, int orders,
        CartPolicy policy, bool areFrozen, DateTimeOffset now, Span<OrderLine> priced)
        where TGoods : struct, ICheckoutGoods, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(policy);
        var values = _values.AsSpan(0, lines.Length);
        for (var at = 0; at < lines.Length; at++)
        {
            values[at] = goods.ListingOf(at).PriceAt(now) * lines[at].Units;
            _coupons[parts[at]] = areFrozen ? default : goods.CouponOf(at);
        }

        Reduce(parts, orders, values, policy);
        for (var at = 0; at < lines.Length; at++)
        {
            ref readonly var listing = ref goods.ListingOf(at);
            priced[at] = new OrderLine(
                lines[at].Listing, lines[at].Units, listing.PriceAt(now), values[at], goods.BucketOf(at),
                listing.Hold);
        }
    }

    /// <summary>The terms of one order of a checkout.</summary>
    /// <param name="goods">What is ordered.</param>
    /// <param name="priced">All lines of the checkout.</param>
    /// <param name="parts">In which order each line is.</param>
    /// <param name="part">Which order is meant.</param>
    /// <param name="orders">How many orders there are.</param>
    /// <param name="fingerprint">A hash of what the client asked for (rule ORD-4).</param>
    /// <param name="policy">The numbers.</param>
    /// <param name="now">When it is placed.</param>
    public static OrderTerms TermsOf<TGoods>(
        scoped in TGoods goods, ReadOnlySpan<OrderLine> priced, ReadOnlySpan<int> parts, int part, int orders,
        ulong fingerprint, Policy policy, DateTimeOffset now)
        where TGoods : struct, ICheckoutGoods, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(policy);
        var tally = default(OrderTally);
        for (var at = 0; at < priced.Length; at++)
        {
            if (parts[at] == part)
            {
                tally.Add(priced[at], goods.ListingOf(at), goods.MarketOf(at), policy, now);
            }
        }

        var first = parts.IndexOf(part);
        return tally.Terms(goods.ListingOf(first), orders, fingerprint, policy.Inventory, now);
    }

    /// <summary>Takes all reductions off the values of a checkout's lines.</summary>
    private void Reduce(ReadOnlySpan<int> parts, int orders, Span<Money> values, CartPolicy policy)
    {
        var ofOrders = _ofOrders.AsSpan(0, orders);
        var cuts = _cuts.AsSpan(0, orders);
        ofOrders.Clear();
        for (var at = 0; at < values.Length; at++)
        {
            ofOrders[parts[at]] += values[at];
        }

        var all = Money.Zero;
        for (var order = 0; order < ofOrders.Length; order++)
        {
            cuts[order] = _coupons[order].On(ofOrders[order]);
            ofOrders[order] -= cuts[order];
            all += ofOrders[order];
        }

        ReduceAcrossStores(all, ofOrders, cuts, policy);
        for (var order = 0; order < ofOrders.Length; order++)
        {
            Cut(cuts[order], order, parts, values);
        }
    }

    private void ReduceAcrossStores(Money all, Span<Money> ofOrders, Span<Money> cuts, CartPolicy policy)
    {
        if (!policy.ReducesAcrossStores)
        {
            return;
        }

        // Every order keeps at least one fen to pay.
        var off = Money.Min(
            new Reduction(policy.ReductionPerStep, policy.ReductionStep).On(all),
            all - Money.FromFen(ofOrders.Length));
        Apportionment.Split(off, ofOrders, _share, leave: Money.FromFen(1));
        for (var order = 0; order < ofOrders.Length; order++)
        {
            cuts[order] += _share[order];
        }
    }

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
