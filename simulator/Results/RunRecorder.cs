using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Watches a run in virtual time and keeps counts per second and minute, in memory that does not grow with
/// the number of orders.
/// </summary>
/// <remarks>
/// All moments are ms since midnight of the festival's day, negative before it. All numbers are of the
/// sample; <see cref="RunResult"/> brings them to full scale. Recording never draws, never allocates beyond
/// the timeline's rows, and never changes what happens.
/// </remarks>
public sealed class RunRecorder
{
    private const int PaymentWaitSecondsMax = 7_200;

    private readonly Table<TallyRow> _rows;
    private readonly int[] _soldOutRows;
    private long _gmvFen;
    private long _lastFrom = long.MinValue;
    private int _lastRow;

    /// <summary>A recorder of a run that has not begun.</summary>
    /// <param name="labels">The names of what is counted by kind.</param>
    /// <param name="startAtMs">When the run begins; 0 or before.</param>
    /// <param name="endAtMs">The last moment that gets a row of its own.</param>
    /// <param name="listings">How many listings there are.</param>
    public RunRecorder(RunLabels labels, long startAtMs, long endAtMs, int listings)
    {
        ArgumentNullException.ThrowIfNull(labels);
        (Labels, StartAtMs, EndAtMs) = (labels, startAtMs, endAtMs);
        Grid = new TimeGrid(startAtMs, endAtMs);
        _rows = new Table<TallyRow>(Grid.Rows);
        _soldOutRows = new int[listings];
        Categories = new Tally(labels.Categories.Count);
        Regions = new Tally(labels.Regions.Count);
        Refusals = new Tally(labels.Refusals.Count);
        AbandonReasons = new Tally(labels.AbandonReasons.Count);
        CloseReasons = new Tally(labels.CloseReasons.Count);
        RefundReasons = new Tally(labels.RefundReasons.Count);
        DeliveryTimes = new DeliveryTimes(labels.Regions.Count);
        Passages = new Passages(labels, startAtMs, endAtMs);
    }

    /// <summary>The names of what is counted by kind.</summary>
    public RunLabels Labels { get; }

    /// <summary>The value of orders paid on the day so far.</summary>
    public Money Gmv => Money.FromFen(_gmvFen);

    /// <summary>Orders paid so far, on any day.</summary>
    public long OrdersPaid { get; private set; }

    internal Tally Categories { get; }

    internal Tally Regions { get; }

    internal Tally Refusals { get; }

    internal Tally AbandonReasons { get; }

    internal Tally CloseReasons { get; }

    internal Tally RefundReasons { get; }

    internal Tally Coupons { get; } = new(1);

    internal RatingTally Ratings { get; } = new();

    internal DeliveryTimes DeliveryTimes { get; }

    internal Passages Passages { get; }

    internal Histogram PaymentWaits { get; } = new(1_000, PaymentWaitSecondsMax);

    internal long StartAtMs { get; }

    internal long EndAtMs { get; }

    internal TimeGrid Grid { get; }

    internal Table<TallyRow> Rows => _rows;

    internal OrderTraces Traces { get; } = new();

    /// <summary>A buyer came to the market for the first time in this run.</summary>
    public void Visited(long at) => Row(at).Visited++;

    /// <summary>A buyer put goods into an empty cart.</summary>
    public void Carted(long at) => Row(at).Carted++;

    /// <summary>
    /// A buyer pressed the button for the first time; later presses are <see cref="Retried"/>.
    /// </summary>
    public void CheckoutTried(long at) => Row(at).CheckoutsTried++;

    /// <summary>A checkout, or a payment, was refused.</summary>
    /// <param name="at">When.</param>
    /// <param name="kind">Index into <see cref="RunLabels.Refusals"/>.</param>
    public void CheckoutRefused(long at, int kind)
    {
        Row(at).Refused++;
        Refusals.Add(kind);
    }

    /// <summary>A refused buyer tried again.</summary>
    public void Retried(long at) => Row(at).Retried++;

    /// <summary>A buyer gave up.</summary>
    /// <param name="at">When.</param>
    /// <param name="reason">Index into <see cref="RunLabels.AbandonReasons"/>.</param>
    public void Abandoned(long at, int reason)
    {
        Row(at).Abandoned++;
        AbandonReasons.Add(reason);
    }

    /// <summary>An order was placed.</summary>
    public void OrderPlaced(long at, Money amount)
    {
        ref var row = ref Row(at);
        row.Placed++;
        row.PlacedFen += amount.Fen;
        Passages.Stock.Pass(at);
    }

    /// <summary>An order was paid in full; on the day it counts towards GMV.</summary>
    /// <param name="at">When.</param>
    /// <param name="placedAt">When it was placed; for a presale, when its balance opened or was asked
    /// for.</param>
    /// <param name="amount">What was paid for it.</param>
    /// <param name="category">The category of its first line.</param>
    /// <param name="region">Where it goes.</param>
    public void OrderPaid(long at, long placedAt, Money amount, CategoryId category, RegionId region)
    {
        ref var row = ref Row(at);
        row.Paid++;
        row.PaidFen += amount.Fen;
        OrdersPaid++;
        if (FestivalClock.IsOnTheDay(at))
        {
            _gmvFen += amount.Fen;
            Categories.Add(category.Value, amount);
            Regions.Add(region.Value, amount);
            PaymentWaits.Add(at - placedAt);
        }
    }

    /// <summary>An order was closed.</summary>
    /// <param name="at">When.</param>
    /// <param name="reason">Index into <see cref="RunLabels.CloseReasons"/>.</param>
    public void OrderClosed(long at, int reason)
    {
        Row(at).Closed++;
        CloseReasons.Add(reason);
    }

    /// <summary>A store handed an order's parcel to the courier.</summary>
    public void Shipped(long at)
    {
        Row(at).Shipped++;
        Passages.Packing.Pass(at);
    }

    /// <summary>An order's parcel reached the buyer in a region.</summary>
    public void Delivered(long at, long paidAt, RegionId region)
    {
        ref var row = ref Row(at);
        row.Delivered++;
        DeliveryTimes.Add(region, at - paidAt);
        Passages.Couriers[region.Value].Pass(at);
        if (FestivalClock.IsOnTheDay(paidAt))
        {
            row.DeliveredOfDay++;
        }
    }

    /// <summary>Receipt was confirmed, by the buyer or by itself after the days of rule ORD-2.</summary>
    public void Confirmed(long at, bool byItself)
    {
        ref var row = ref Row(at);
        row.Confirmed++;
        row.ConfirmedByItself += byItself ? 1 : 0;
    }

    /// <summary>A buyer rated an order (rules REP-2, REP-4).</summary>
    /// <param name="at">When.</param>
    /// <param name="described">Goods as described, 1 to 5.</param>
    /// <param name="service">Service, 1 to 5.</param>
    /// <param name="dispatch">Dispatch speed, 1 to 5.</param>
    /// <param name="delivery">Delivery speed, 1 to 5.</param>
    /// <param name="credit">Credit: +1 good, 0 medium, −1 poor; null without verdicts.</param>
    public void Rated(long at, int described, int service, int dispatch, int delivery, int? credit)
    {
        Row(at).Rated++;
        Ratings.Add(described, service, dispatch, delivery, credit);
    }

    /// <summary>A silent side counted as good (rule REP-2).</summary>
    public void RatedByDefault() => Ratings.AddByDefault();

    /// <summary>Money went back to a buyer.</summary>
    /// <param name="at">When.</param>
    /// <param name="amount">How much.</param>
    /// <param name="reason">Index into <see cref="RunLabels.RefundReasons"/>.</param>
    public void Refunded(long at, Money amount, int reason)
    {
        ref var row = ref Row(at);
        row.Refunds++;
        row.RefundedFen += amount.Fen;
        RefundReasons.Add(reason, amount);
    }

    /// <summary>A listing has no unit for sale any more; only the first time counts.</summary>
    public void SoldOut(ListingId listing, long at)
    {
        ref var soldOutRow = ref _soldOutRows[listing.Value];
        if (soldOutRow == 0)
        {
            soldOutRow = Grid.RowAt(at) + 1;
            Row(at).SoldOut++;
        }
    }

    /// <summary>How many payments wait for a channel now.</summary>
    public void PaymentsQueued(long at, int payments) => Row(at).QueuedPlusOne = payments + 1;

    /// <summary>How much the guarantor holds now, for orders paid and not yet released or refunded.</summary>
    public void EscrowLevel(long at, Money held)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(held.Fen);
        Row(at).EscrowFenPlusOne = held.Fen + 1;
    }

    /// <summary>The second since midnight when a listing first sold out; null if it did not.</summary>
    public long? SoldOutSeconds(ListingId listing) =>
        _soldOutRows[listing.Value] is > 0 and var row ? Grid.SecondsAt(row - 1) : null;

    /// <summary>Writes all that was recorded.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("RREC");
        writer.Write(_gmvFen);
        writer.Write(OrdersPaid);
        writer.WriteSpan<int>(_soldOutRows);
        _rows.Save(writer);
        foreach (var tally in Tallies())
        {
            tally.Save(writer);
        }

        Ratings.Save(writer);
        DeliveryTimes.Save(writer);
        Passages.Save(writer);
        PaymentWaits.Save(writer);
        Traces.Save(writer);
    }

    /// <summary>Replaces what was recorded by what <see cref="Save"/> wrote of the same run.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another run, or no record.</exception>
    public void Load(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.ReadMark("RREC");
        _gmvFen = reader.Read<long>();
        OrdersPaid = reader.Read<long>();
        Tally.Fill(_soldOutRows, reader.ReadSpan<int>());
        _rows.Load(reader);
        _lastFrom = long.MinValue;
        foreach (var tally in Tallies())
        {
            tally.Load(reader);
        }

        Ratings.Load(reader);
        DeliveryTimes.Load(reader);
        Passages.Load(reader);
        PaymentWaits.Load(reader);
        Traces.Load(reader);
    }

    private Tally[] Tallies() =>
        [Categories, Regions, Refusals, AbandonReasons, CloseReasons, RefundReasons, Coupons];

    internal ref TallyRow Row(long at)
    {
        // Much happens in the same second, so the row of the last one is tried first.
        const long second = 1_000;
        if (at < _lastFrom || at >= _lastFrom + second)
        {
            _lastRow = Grid.RowAt(at);
            _lastFrom = at - (((at % second) + second) % second);
            _rows.Reach(_lastRow);
        }

        return ref _rows[_lastRow];
    }
}
