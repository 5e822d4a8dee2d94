namespace FlashSale.Dashboard;

/// <summary>What follows from the readings of a market: rates, peaks, history.</summary>
internal sealed class MarketFigures
{
    /// <summary>The columns of the history.</summary>
    public const int Columns = 5;

    private const int GapSecondsMax = 90_000;
    private const int Rows = 360;
    private const int RowsOfDay = 1_500;
    private const int RowsOfMonths = 1_100;
    private const double Smoothing = 0.3;

    private readonly Dictionary<ListingId, (int Sold, double PerSecond)> _hot = [];
    private long? _lastSecond;
    private DateTimeOffset? _hotAt;

    /// <summary>The last reading; null before the first one.</summary>
    public MarketReading? Reading { get; private set; }

    /// <summary>Orders a second of the market's time, lately.</summary>
    public double OrdersPerSecond { get; private set; }

    /// <summary>Orders paid a second of the market's time, lately.</summary>
    public double PaymentsPerSecond { get; private set; }

    /// <summary>The busiest second of orders since the host was started.</summary>
    public (long PerSecond, long UnixSeconds) PeakOrders { get; private set; }

    /// <summary>The busiest second of orders paid since the host was started.</summary>
    public (long PerSecond, long UnixSeconds) PeakPayments { get; private set; }

    /// <summary>Orders/s, orders paid/s, GMV fen, escrow fen, refunded fen.</summary>
    public SeriesHistory Seconds { get; } = new(Columns, Rows, 1, 10);

    /// <summary>The same by the minute, for more than a day.</summary>
    public SeriesHistory Minutes { get; } = new(Columns, RowsOfDay, 60);

    /// <summary>The same by the hour, for more than a month: parcels and refunds after the day.</summary>
    public SeriesHistory Hours { get; } = new(Columns, RowsOfMonths, 3_600);

    /// <summary>All of them, the finest first.</summary>
    public IEnumerable<SeriesHistory.Resolution> Resolutions =>
        Seconds.Resolutions.Concat(Minutes.Resolutions).Concat(Hours.Resolutions);

    /// <summary>Takes a reading.</summary>
    public void See(MarketReading reading)
    {
        Reading = reading;
        var end = reading.Now.ToUnixTimeSeconds(); // this second has not ended
        var from = Math.Max(
            _lastSecond ?? (reading.Seconds is [var first, ..] ? first.UnixSeconds : end),
            end - GapSecondsMax);
        var (placed, payments, seconds, next) = (0L, 0L, 0L, 0);
        while (next < reading.Seconds.Count && reading.Seconds[next].UnixSeconds < from)
        {
            SeePeaks(reading.Seconds[next++]); // older than the history reaches
        }

        for (; from < end; from++)
        {
            var here = next < reading.Seconds.Count && reading.Seconds[next].UnixSeconds == from
                ? reading.Seconds[next++]
                : new MarketSecond(from, 0, 0);
            SeePeaks(here);
            Add(here, from == end - 1 ? reading.Totals : null);
            (placed, payments, seconds) = (placed + here.Placed, payments + here.Paid, seconds + 1);
        }

        if (seconds > 0)
        {
            (OrdersPerSecond, PaymentsPerSecond) = ((double)placed / seconds, (double)payments / seconds);
            _lastSecond = end;
        }

        _lastSecond ??= end;
        SeeHot(reading);
    }

    /// <summary>Units of a listing sold a second of the market's time, lately.</summary>
    public double UnitsPerSecond(ListingId listing) =>
        _hot.TryGetValue(listing, out var one) ? one.PerSecond : 0;

    private void SeePeaks(MarketSecond second)
    {
        if (second.Placed > PeakOrders.PerSecond)
        {
            PeakOrders = (second.Placed, second.UnixSeconds);
        }

        if (second.Paid > PeakPayments.PerSecond)
        {
            PeakPayments = (second.Paid, second.UnixSeconds);
        }
    }

    private void Add(MarketSecond second, MarketTotals? totals)
    {
        ReadOnlySpan<double?> row =
        [
            second.Placed, second.Paid, totals?.Counted.Gmv.Fen, totals?.Escrow?.Fen,
            totals?.Counted.Refunded.Fen,
        ];
        Seconds.Add(second.UnixSeconds, row);
        Minutes.Add(second.UnixSeconds, row);
        Hours.Add(second.UnixSeconds, row);
    }

    private void SeeHot(MarketReading reading)
    {
        var passed = _hotAt is { } at ? (reading.Now - at).TotalSeconds : 0;
        if (_hotAt is not null && passed <= 0)
        {
            return;
        }

        _hotAt = reading.Now;
        foreach (var listing in reading.Hot)
        {
            var (sold, rate) = _hot.GetValueOrDefault(listing.Id, (listing.Stock.Sold, 0));
            var now = passed > 0 ? Math.Max(0, listing.Stock.Sold - sold) / passed : 0;
            _hot[listing.Id] = (listing.Stock.Sold, rate + (Smoothing * (now - rate)));
        }
    }
}
