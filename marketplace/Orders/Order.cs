using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>An order at one store: its place in its life, its moments, and its money.</summary>
/// <remarks>
/// Rules ORD-1 to ORD-4, ESC-3. An unmanaged struct without padding: an engine keeps millions in one table.
/// Its lines lie beside it, where the host keeps them.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Order : IKeptOrder
{
    private readonly OrderId _id;
    private readonly ulong _fingerprint;
    private readonly long _placedAtMs;
    private long _paidAtMs;
    private long _shippedAtMs;
    private long _deliveredAtMs;
    private long _confirmedAtMs;
    private readonly Money _total;
    private readonly Money _deposit;
    private OrderEscrow _escrow;
    private readonly int _store;
    private readonly int _payWithinMs;
    private readonly ushort _commissionBasisPoints;
    private readonly byte _ordersInCheckout;
    private readonly OrderMarks _marks;
    private OrderCredits _credits;
    private Rating _rating;
    private PaymentChannel _depositChannel;
    private ReserveResult _refusedFor; // 0 where the goods were gone, and in rows of before

    /// <summary>A placed order.</summary>
    public Order(OrderId id, StoreId store, in OrderTerms terms, DateTimeOffset now)
    {
        Invariant.Holds(
            terms.Deposit < terms.Total && !terms.Deposit.IsNegative, "a deposit is a part of the total");
        _id = id;
        _store = store.Value;
        _placedAtMs = now.ToUnixTimeMilliseconds();
        _total = terms.Total;
        _deposit = terms.Deposit;
        _payWithinMs = (int)(terms.PayWithin.Ticks / TimeSpan.TicksPerMillisecond);
        _marks = terms.Marks;
        _commissionBasisPoints = (ushort)terms.CommissionBasisPoints;
        _ordersInCheckout = (byte)terms.OrdersInCheckout;
        _fingerprint = terms.Fingerprint;
        Status = OrderStatus.Placed;
    }

    private Order(in OrderFacts facts)
        : this(facts.Id, facts.Store, facts.Terms, facts.PlacedAt)
    {
        (_paidAtMs, _shippedAtMs) = (Ms(facts.PaidAt), Ms(facts.ShippedAt));
        (_deliveredAtMs, _confirmedAtMs) = (Ms(facts.DeliveredAt), Ms(facts.ConfirmedAt));
        (_escrow, _credits, _rating) = (facts.Escrow, facts.Credits, facts.Rating);
        (Status, Dispute, _refusedFor) = (facts.Status, facts.Dispute, facts.RefusedFor);
        (Channel, _depositChannel) = (facts.Channel, facts.DepositChannel);
    }

    /// <summary>Where it is in its life.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>How it was paid, a presale its balance; 0 before.</summary>
    public PaymentChannel Channel { get; private set; }

    /// <summary>How a presale's deposit was paid, if otherwise than its balance; else 0.</summary>
    public readonly PaymentChannel DepositChannel => _depositChannel;

    /// <summary>Where its dispute is.</summary>
    public DisputeStatus Dispute { get; private set; }

    /// <summary>Whether a dispute, open or won by the buyer, keeps it from being confirmed (ORD-2).</summary>
    public readonly bool IsDisputed => Dispute is DisputeStatus.Open or DisputeStatus.WonByBuyer;

    /// <summary>Whether its money has left escrow: store and platform have got their parts.</summary>
    public readonly bool IsSettled => Status is OrderStatus.Confirmed or OrderStatus.Rated;

    /// <summary>Its id.</summary>
    public readonly OrderId Id => _id;

    /// <summary>The store.</summary>
    public readonly StoreId Store => new(_store);

    /// <summary>What was agreed when it was placed.</summary>
    public readonly OrderTerms Terms => new(
        _total, _deposit, TimeSpan.FromMilliseconds(_payWithinMs), IsFestival,
        _commissionBasisPoints, _ordersInCheckout, _fingerprint)
    {
        HasNoVerdicts = HasNoVerdicts,
    };

    /// <summary>Orders that are paid together with this one.</summary>
    public readonly int OrdersInCheckout => _ordersInCheckout;

    /// <summary>Whether it was placed at a festival price.</summary>
    public readonly bool IsFestival => (_marks & OrderMarks.Festival) != 0;

    /// <summary>Whether it was placed in a market without verdicts (rule REP-2).</summary>
    public readonly bool HasNoVerdicts => (_marks & OrderMarks.NoVerdicts) != 0;

    /// <summary>A hash of what the client asked for (rule ORD-4).</summary>
    public readonly ulong Fingerprint => _fingerprint;

    /// <summary>What the buyer has to pay for all lines.</summary>
    public readonly Money Total => _total;

    /// <summary>Whether a deposit is paid first and the balance later.</summary>
    public readonly bool IsPresale => _deposit.IsPositive;

    /// <summary>Its money at the guarantor.</summary>
    public readonly OrderEscrow Escrow => _escrow;

    /// <summary>What it was paid with, and what of each payment went back.</summary>
    public readonly OrderPayments Payments => OrderPayments.Of(Channel, DepositChannel, _deposit, _escrow);

    /// <summary>Why its payment was refused, if it was: else without meaning.</summary>
    public readonly ReserveResult RefusedFor => _refusedFor == 0 ? ReserveResult.SoldOut : _refusedFor;

    /// <summary>The buyer's rating; none before it is rated.</summary>
    public readonly Rating Rating => _rating;

    /// <summary>Who has rated whom.</summary>
    public readonly OrderCredits Credits => _credits;

    /// <summary>When it was placed.</summary>
    public readonly DateTimeOffset PlacedAt => DateTimeOffset.FromUnixTimeMilliseconds(_placedAtMs);

    /// <summary>The first moment at which it is too late for the first payment.</summary>
    public readonly DateTimeOffset PayBy =>
        DateTimeOffset.FromUnixTimeMilliseconds(_placedAtMs + _payWithinMs);

    /// <summary>When it was paid as a whole.</summary>
    public readonly DateTimeOffset? PaidAt => Moment(_paidAtMs);

    /// <summary>When it left the store.</summary>
    public readonly DateTimeOffset? ShippedAt => Moment(_shippedAtMs);

    /// <summary>When it arrived.</summary>
    public readonly DateTimeOffset? DeliveredAt => Moment(_deliveredAtMs);

    /// <summary>When receipt was confirmed.</summary>
    public readonly DateTimeOffset? ConfirmedAt => Moment(_confirmedAtMs);

    /// <summary>All that the order keeps; <see cref="Of"/> builds it again.</summary>
    public readonly OrderFacts Facts => new()
    {
        Id = Id,
        Store = Store,
        Terms = Terms,
        Status = Status,
        Channel = Channel,
        DepositChannel = DepositChannel,
        Dispute = Dispute,
        PlacedAt = PlacedAt,
        PaidAt = PaidAt,
        ShippedAt = ShippedAt,
        DeliveredAt = DeliveredAt,
        ConfirmedAt = ConfirmedAt,
        Escrow = _escrow,
        Rating = _rating,
        Credits = _credits,
        RefusedFor = _refusedFor,
    };

    /// <summary>Builds an order again from its <see cref="Facts"/>.</summary>
    /// <exception cref="ArgumentException">No history of an order leads to these.</exception>
    public static Order Of(in OrderFacts facts) => facts.Problem() is { } problem
        ? throw new ArgumentException($"These are no facts of an order: {problem}.", nameof(facts))
        : new Order(facts);

    /// <summary>
    /// When a step was taken, if it has a moment of its own: then its repeat is answered as the first.
    /// </summary>
    public readonly DateTimeOffset? TakenAt(OrderStep step) => step switch
    {
        OrderStep.Pay => PaidAt,
        OrderStep.Ship => ShippedAt,
        OrderStep.Deliver => DeliveredAt,
        OrderStep.Confirm => ConfirmedAt,
        _ => null,
    };

    /// <summary>What the next payment has to be: a presale's deposit first, then the rest.</summary>
    public readonly Money NextPayment =>
        IsPresale && Status == OrderStatus.Placed ? _deposit : _total - _escrow.Paid;

    /// <summary>The platform's part of a release, rounded down for the store (rules ESC-1, STO-5).</summary>
    public readonly Money CommissionOn(Money released) => released.ShareRoundedDown(_commissionBasisPoints);

    /// <summary>Takes a step if the lifecycle allows it; else changes nothing.</summary>
    /// <returns>Whether the step was taken.</returns>
    public bool Take(OrderStep step, DateTimeOffset now)
    {
        if (OrderLifecycle.After(Status, step) is not { } after)
        {
            return false;
        }

        Status = after;
        var ms = now.ToUnixTimeMilliseconds();
        _ = step switch
        {
            OrderStep.Pay => _paidAtMs = ms,
            OrderStep.Ship => _shippedAtMs = ms,
            OrderStep.Deliver => _deliveredAtMs = ms,
            OrderStep.Confirm => _confirmedAtMs = ms,
            _ => 0,
        };
        return true;
    }

    /// <summary>Takes a step that was decided on.</summary>
    public void MustTake(OrderStep step, DateTimeOffset now) =>
        Invariant.Holds(Take(step, now), "what was decided on is allowed");

    /// <summary>Notes a payment into escrow.</summary>
    public void Pay(Money amount, PaymentChannel channel)
    {
        _escrow.Pay(amount);
        _depositChannel = Channel == channel ? 0 : Channel;
        Channel = channel;
    }

    /// <summary>The buyer opens a dispute (rule ORD-3).</summary>
    public OrderResult BeginDispute()
    {
        (var result, Dispute) = DisputeLifecycle.Ask(Dispute, Status);
        return result;
    }

    /// <summary>Decides it; for the buyer <see cref="DisputeProcess"/> then carries it out (ORD-3).</summary>
    public OrderResult ResolveDispute(bool forBuyer)
    {
        (var result, Dispute) = DisputeLifecycle.Decide(Dispute, forBuyer);
        return result;
    }

    /// <summary>Notes that all that is held goes to the store and the platform.</summary>
    public void Release() => _escrow.Release(_escrow.Held);

    /// <summary>Notes why units could not be held at payment, so that the money went back.</summary>
    public void NoteRefusal(ReserveResult why) =>
        _refusedFor = why == ReserveResult.SoldOut ? default : why;

    /// <summary>Notes a refund from whoever has the money: of a settled order, the store.</summary>
    public void GiveBack(Money amount)
    {
        if (IsSettled)
        {
            _escrow.Return(amount);
        }
        else
        {
            _escrow.Refund(amount);
        }
    }

    /// <summary>
    /// Notes that money came after the order was closed unpaid, and went back at once (INV-2).
    /// </summary>
    public void NoteLatePayment(Money amount, PaymentChannel channel)
    {
        Pay(amount, channel);
        _escrow.Refund(amount);
    }

    /// <summary>
    /// Notes the buyer's rating of the store, or says why it comes at a wrong time (REP-1, REP-2).
    /// </summary>
    public RateResult Rate(in Rating rating, DateTimeOffset now, ReputationPolicy policy)
    {
        var result = HasNoVerdicts
            ? OrderCredits.Answer(_rating != default, ConfirmedAt, now, policy)
            : _credits.Rate(RatedSide.Store, rating.Credit, ConfirmedAt, now, policy);
        if (result == RateResult.Rated)
        {
            Take(OrderStep.Rate, now);
            _rating = HasNoVerdicts ? rating.WithoutVerdict() : rating;
        }

        return result;
    }

    /// <summary>
    /// Notes the store's verdict on the buyer, or says why it comes at a wrong time (REP-1, REP-2).
    /// </summary>
    public RateResult RateBuyer(CreditRating verdict, DateTimeOffset now, ReputationPolicy policy) =>
        HasNoVerdicts ? RateResult.NoVerdicts
            : _credits.Rate(RatedSide.Buyer, verdict, ConfirmedAt, now, policy);

    /// <summary>After the time for ratings: who of the two gets a good verdict by default (REP-2).</summary>
    public RatedSide? RateByDefault(DateTimeOffset now, ReputationPolicy policy) =>
        ConfirmedAt is { } confirmed ? _credits.Default(confirmed, now, policy) : null;

    private static DateTimeOffset? Moment(long ms) =>
        ms == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static long Ms(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds() ?? 0;
}
