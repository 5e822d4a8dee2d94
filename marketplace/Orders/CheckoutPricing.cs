namespace FlashSale.Marketplace;

/// <summary>
/// What the lines of a checkout cost after all reductions (rule CRT-2): store coupons first, then the
/// cross-store reduction, both split in proportion.
/// </summary>
/// <remarks>It keeps room for its sums, so that pricing allocates nothing. Not for two threads.</remarks>
public sealed class CheckoutPricing
{
    private readonly Money[] _ofLines = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _ofOrders = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _cuts = new Money[Limits.LinesPerCartMax];
    private readonly Money[] _share = new Money[Limits.LinesPerCartMax];

    /// <summary>Takes all reductions off the values of a checkout's lines.</summary>
    /// <param name="parts">Of each line, which of the checkout's orders it belongs to, from 0.</param>
    /// <param name="coupons">Of each order, the coupon of its store; the default takes nothing off.</param>
    /// <param name="values">Of each line, its value; afterwards, what the buyer pays for it.</param>
    /// <param name="policy">The numbers of the cross-store reduction.</param>
    /// <param name="areFrozen">Whether coupons are frozen: then none takes anything off (CAP-2).</param>
    public void Reduce(
        ReadOnlySpan<int> parts,
        ReadOnlySpan<Coupon> coupons,
        Span<Money> values,
        CartPolicy policy,
        bool areFrozen)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var ofOrders = _ofOrders.AsSpan(0, coupons.Length);
        var cuts = _cuts.AsSpan(0, coupons.Length);
        ofOrders.Clear();
        for (var at = 0; at < values.Length; at++)
        {
            ofOrders[parts[at]] += values[at];
        }

        var all = Money.Zero;
        for (var order = 0; order < ofOrders.Length; order++)
        {
            cuts[order] = areFrozen ? Money.Zero : coupons[order].On(ofOrders[order]);
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
