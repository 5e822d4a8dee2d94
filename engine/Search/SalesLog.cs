using System.Collections.Concurrent;

namespace FlashSale.Engine;

/// <summary>
/// Notes what the market sells, for searches: the writer only appends, and counts are made elsewhere.
/// </summary>
/// <remarks>
/// Nothing of it is saved: <see cref="Of"/> counts the orders again when a market is opened.
/// </remarks>
internal sealed class SalesLog : IThreadPoolWorkItem
{
    private const int BlockSales = 4_096;

    private readonly Lock _gate = new();
    private readonly SalesCount _counts = new();
    private readonly ConcurrentQueue<(Sold[] Sales, int Count)> _full = new();
    private readonly ConcurrentQueue<Sold[]> _spare = new();
    private Sold[] _block = new Sold[BlockSales];
    private int _noted;

    private SalesLog()
    {
    }

    /// <summary>A log that knows what a market has sold in the last days.</summary>
    public static SalesLog Of(MarketState market)
    {
        var log = new SalesLog();
        Recount(market, log._counts);
        return log;
    }

    /// <summary>Counts what a market has sold in the last days, from its orders.</summary>
    public static void Recount(MarketState market, SalesCount counts)
    {
        var first = ChinaTime.DayOf(market.Now) - SearchPolicy.SalesDaysMax + 1;
        var orders = market.Orders;
        for (var row = 0; row < orders.Ended; row++)
        {
            ref readonly var order = ref orders.EndedAt(row);
            if (order.PaidAt is { } paidAt && ChinaTime.DayOf(paidAt) is var day && day >= first
                && !orders.PaymentsOf(new OrderPlace(OrderPlace.OfEnded(row)), Money.Zero).IsRefused)
            {
                for (var line = 0; line < order.Lines; line++)
                {
                    counts.Add(orders.EndedLineAt(order, line).Listing, day);
                }
            }
        }

        for (var row = 0; row < orders.LiveRows; row++)
        {
            if (orders.IsLive(row) && orders.Live(row).PaidAt is { } paidAt
                && ChinaTime.DayOf(paidAt) is var day && day >= first)
            {
                foreach (ref readonly var line in orders.Lines(row))
                {
                    counts.Add(line.Listing, day);
                }
            }
        }
    }

    /// <summary>Notes the lines of an order that is paid; on the market's thread.</summary>
    public void Note(ReadOnlySpan<OrderLine> lines, DateTimeOffset at)
    {
        var day = ChinaTime.DayOf(at);
        foreach (ref readonly var line in lines)
        {
            _block[_noted++] = new Sold(line.Listing, day);
            if (_noted == BlockSales)
            {
                HandOver();
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
    }

    /// <summary>Gives away what was noted, to be counted; on the market's thread.</summary>
    public void HandOver()
    {
        _full.Enqueue((_block, _noted));
        _block = _spare.TryDequeue(out var spare) ? spare : new Sold[BlockSales];
        _noted = 0;
    }

    /// <summary>The sales of the last days by listing, of all that was handed over; on any thread.</summary>
    public Dictionary<int, int> Sums(int today, int days)
    {
        var sums = new Dictionary<int, int>();
        lock (_gate)
        {
            Count();
            _counts.AddTo(sums, today, days);
        }

        return sums;
    }

    /// <summary>Counts what was handed over.</summary>
    public void Execute()
    {
        lock (_gate)
        {
            Count();
        }
    }

    private void Count()
    {
        while (_full.TryDequeue(out var block))
        {
            foreach (var sold in block.Sales.AsSpan(0, block.Count))
            {
                _counts.Add(sold.Listing, sold.Day);
            }

            _spare.Enqueue(block.Sales);
        }
    }

    private readonly record struct Sold(ListingId Listing, int Day);
}
