namespace FlashSale.Marketplace;

/// <summary>
/// How often everything has happened in a market and for how much, and the figures by which a market is told:
/// the big screen, a run's report and a cluster's telemetry show these.
/// </summary>
public sealed class EventTotals
{
    private static readonly int Kinds = Enum.GetValues<MarketEventKind>().Length;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly long[] _counts;
    private readonly long[] _amountsFen;
    private readonly DateTimeOffset? _midnight;
    private long _paidOnOtherDaysFen;

    /// <summary>Totals of a market in which nothing has happened.</summary>
    /// <param name="midnight">
    /// The beginning of the festival, whose day makes the GMV; without one all days do.
    /// </param>
    public EventTotals(DateTimeOffset? midnight = null) =>
        (_counts, _amountsFen, _midnight) = (new long[Kinds], new long[Kinds], midnight);

    /// <summary>Totals that were counted before, by kind from 1; an older version knew fewer kinds.</summary>
    public EventTotals(ReadOnlySpan<long> counts, ReadOnlySpan<long> amountsFen)
        : this()
    {
        counts[..Math.Min(Kinds, counts.Length)].CopyTo(_counts);
        amountsFen[..Math.Min(Kinds, amountsFen.Length)].CopyTo(_amountsFen);
    }

    /// <summary>The same totals, to be kept while these go on.</summary>
    public EventTotals Copy() =>
        new(_counts, _amountsFen) { _paidOnOtherDaysFen = _paidOnOtherDaysFen };

    /// <summary>Orders that were placed.</summary>
    public long OrdersPlaced => CountOf(MarketEventKind.Placed);

    /// <summary>Orders that were paid as a whole; payments may have been more.</summary>
    public long OrdersPaid => CountOf(MarketEventKind.Paid);

    /// <summary>
    /// The value of orders paid as a whole on the festival's day: no deposit of an order that is not, and no
    /// payment that came too late.
    /// </summary>
    public Money Gmv => AmountOf(MarketEventKind.Paid) - Money.FromFen(_paidOnOtherDaysFen);

    /// <summary>Orders whose receipt was confirmed, be it by time.</summary>
    public long OrdersConfirmed => CountOf(MarketEventKind.Confirmed);

    /// <summary>How often money went back, that of late payments too.</summary>
    public long Refunds => CountOf(MarketEventKind.Refunded) + CountOf(MarketEventKind.LatePayment);

    /// <summary>How much went back.</summary>
    public Money Refunded => AmountOf(MarketEventKind.Refunded) + AmountOf(MarketEventKind.LatePayment);

    /// <summary>How many events there were of a kind.</summary>
    public long CountOf(MarketEventKind kind) => _counts[(int)kind - 1];

    /// <summary>What they amount to.</summary>
    public Money AmountOf(MarketEventKind kind) => Money.FromFen(_amountsFen[(int)kind - 1]);

    /// <summary>Whether a moment is on the day whose payments make the GMV.</summary>
    public bool IsOnTheDay(DateTimeOffset at) =>
        _midnight is not { } midnight || (at >= midnight && at < midnight + Day);

    /// <summary>Counts what has happened.</summary>
    public void Add(MarketEventKind kind, DateTimeOffset at, Money amount, long count = 1)
    {
        _counts[(int)kind - 1] += count;
        _amountsFen[(int)kind - 1] += amount.Fen;
        _paidOnOtherDaysFen += kind == MarketEventKind.Paid && !IsOnTheDay(at) ? amount.Fen : 0;
    }
}
