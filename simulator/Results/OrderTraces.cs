using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What the market forgets of an order that has ended, kept for run.sqlite: the milliseconds of its steps,
/// when and why it was closed, whether time confirmed it; each refund with its reason; and what a coupon took
/// off an order.
/// </summary>
/// <remarks>Nothing else is kept of an order before it is confirmed or closed: the market has it.</remarks>
internal sealed class OrderTraces(int maxRows = int.MaxValue)
{
    private readonly Table<ConfirmedTrace> _confirmed = new(maxRows);
    private readonly Table<ClosedTrace> _closed = new(maxRows);
    private readonly Table<RefundTrace> _refunds = new(maxRows);
    private readonly Table<CouponTrace> _coupons = new(maxRows);

    /// <summary>The refunds, in the order in which they were made.</summary>
    public IEnumerable<RefundTrace> Refunds =>
        Enumerable.Range(0, _refunds.Count).Select(row => _refunds[row]);

    /// <summary>Receipt of an order was confirmed.</summary>
    public void Confirmed(in Order order, bool byItself) =>
        _confirmed[_confirmed.Add()] = new ConfirmedTrace(order.Id.Packed, StepMs.Of(order).Packed, byItself);

    /// <summary>An order was closed.</summary>
    public void Closed(in Order order, long atMs, CloseReason reason) => _closed[_closed.Add()] =
        new ClosedTrace(order.Id.Packed, StepMs.Of(order).Packed, atMs, reason);

    /// <summary>Money of an order went back.</summary>
    public void Refunded(OrderId order, long atMs, Money amount, int reason) =>
        _refunds[_refunds.Add()] = new RefundTrace(order.Packed, atMs, amount.Fen, reason);

    /// <summary>A coupon of the store took an amount off an order.</summary>
    public void CouponUsed(OrderId order, Money off) =>
        _coupons[_coupons.Add()] = new CouponTrace(order.Packed, off.Fen);

    /// <summary>What coupons took off the orders that used one, in fen.</summary>
    public Dictionary<long, long> Coupons() => Enumerable.Range(0, _coupons.Count)
        .ToDictionary(row => _coupons[row].Order, row => _coupons[row].Fen);

    /// <summary>All that is known of each order that was confirmed or closed.</summary>
    public Dictionary<long, OrderTrace> ByOrder()
    {
        var traces = new Dictionary<long, OrderTrace>(_confirmed.Count + _closed.Count);
        for (var row = 0; row < _confirmed.Count; row++)
        {
            ref readonly var trace = ref _confirmed[row];
            traces[trace.Order] = new OrderTrace(new StepMs(trace.Steps), trace.IsByItself, null, default);
        }

        for (var row = 0; row < _closed.Count; row++)
        {
            ref readonly var trace = ref _closed[row];
            var wasByItself = traces.TryGetValue(trace.Order, out var earlier) && earlier.IsByItself;
            traces[trace.Order] =
                new OrderTrace(new StepMs(trace.Steps), wasByItself, trace.AtMs, trace.Reason);
        }

        return traces;
    }

    /// <summary>Writes all traces.</summary>
    public void Save(StateWriter writer)
    {
        _confirmed.Save(writer);
        _closed.Save(writer);
        _refunds.Save(writer);
        _coupons.Save(writer);
    }

    /// <summary>Replaces the traces by what <see cref="Save"/> wrote.</summary>
    public void Load(StateReader reader)
    {
        _confirmed.Load(reader);
        _closed.Load(reader);
        _refunds.Load(reader);
        _coupons.Load(reader);
    }

    private readonly struct ConfirmedTrace(long order, long steps, bool byItself)
    {
        public readonly long Order = order;
        private readonly long _steps = byItself ? steps | (1L << 62) : steps;

        public long Steps => _steps & ~(1L << 62);

        public bool IsByItself => (_steps >> 62) == 1;
    }

    private readonly struct ClosedTrace(long order, long steps, long atMs, CloseReason reason)
    {
        public readonly long Order = order;
        public readonly long Steps = steps;
        public readonly long AtMs = atMs;
        private readonly long _reason = (long)reason;

        public CloseReason Reason => (CloseReason)_reason;
    }
}

/// <summary>What a coupon took off an order.</summary>
internal readonly record struct CouponTrace(long Order, long Fen);

/// <summary>One refund.</summary>
/// <param name="Order">The order, packed.</param>
/// <param name="AtMs">When, since midnight.</param>
/// <param name="Fen">How much.</param>
/// <param name="Reason">Index into <see cref="RunLabels.RefundReasons"/>.</param>
internal readonly record struct RefundTrace(long Order, long AtMs, long Fen, long Reason);

/// <summary>What is known of an order that was confirmed or closed.</summary>
/// <param name="Steps">The milliseconds of its steps.</param>
/// <param name="IsByItself">Whether time confirmed it.</param>
/// <param name="ClosedAtMs">When it was closed; null if it was not.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct OrderTrace(
    StepMs Steps, bool IsByItself, long? ClosedAtMs, CloseReason Reason);

/// <summary>
/// The milliseconds that the market drops when an order ends, where it keeps whole seconds: of its placing,
/// and of what lies between that and each later step.
/// </summary>
internal readonly record struct StepMs(long Packed)
{
    private const int Bits = 10;

    /// <summary>Of an order that is alive.</summary>
    public static StepMs Of(in Order order) => new(
        MsOf(order.PlacedAt - DateTimeOffset.UnixEpoch)
        | (After(order.PaidAt, order) << Bits)
        | (After(order.ShippedAt, order) << (2 * Bits))
        | (After(order.DeliveredAt, order) << (3 * Bits))
        | (After(order.ConfirmedAt, order) << (4 * Bits)));

    /// <summary>The milliseconds of the placing, 0, or of a later step, 1 to 4.</summary>
    public TimeSpan this[int step] =>
        TimeSpan.FromMilliseconds((Packed >> (step * Bits)) & ((1 << Bits) - 1));

    private static long After(DateTimeOffset? moment, in Order order) =>
        moment is { } at ? MsOf(at - order.PlacedAt) : 0;

    private static long MsOf(TimeSpan length) =>
        (long)length.TotalMilliseconds - (1_000 * (long)length.TotalSeconds);
}
