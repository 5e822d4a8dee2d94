using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>
/// All orders: those alive with their lines, and those that have ended in their compact form.
/// </summary>
/// <remarks>
/// An order is found by its id in one index. The row of an order that has ended is used again.
/// </remarks>
internal sealed class OrderBook(MarketSize size) : IBook
{
    private readonly LongIndex _index = new();
    private readonly Table<LiveOrder> _live = new(size.LiveOrdersMax);
    private readonly BlockArena<OrderLine> _lines = new();
    private readonly Stack<int> _freeRows = new();
    private readonly Table<EndedOrder> _ended = new(size.EndedOrdersMax);
    private readonly Table<EndedLine> _endedLines = new(int.MaxValue);

    /// <summary>Orders that were ever placed.</summary>
    public int Count => _index.Count;

    /// <summary>Rows for live orders, used or free.</summary>
    public int LiveRows => _live.Count;

    /// <summary>Orders that are alive.</summary>
    public int Alive => _live.Count - _freeRows.Count;

    /// <summary>Orders that have ended.</summary>
    public int Ended => _ended.Count;

    /// <summary>Whether there is room for so many more.</summary>
    public bool HasRoomFor(int orders) =>
        Alive + orders <= size.LiveOrdersMax && Ended + Alive + orders <= size.EndedOrdersMax;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes =>
    [
        ("live-orders", _live.Bytes + _lines.Bytes), ("ended-orders", _ended.Bytes + _endedLines.Bytes),
        ("order-index", _index.Bytes),
    ];

    /// <summary>Where an order is.</summary>
    public OrderPlace Find(OrderId id) => new(_index.Find(id.Packed));

    /// <summary>Reads where an order is in the index, so that it comes into the caches.</summary>
    /// <returns>Nothing of meaning: it only keeps the load from being left out.</returns>
    public long TouchIndex(OrderId id) => _index.Touch(id.Packed);

    /// <summary>A live order.</summary>
    public ref Order Live(int row) => ref _live[row].Order;

    /// <summary>Whether a row holds a live order.</summary>
    public bool IsLive(int row) => _live[row].LineCount > 0;

    /// <summary>The lines of a live order.</summary>
    public Span<OrderLine> Lines(int row)
    {
        ref var live = ref _live[row];
        return live.LineCount == 1
            ? new Span<OrderLine>(ref live.OnlyLine)
            : _lines.Rows(live.LineBlock, live.LineCount);
    }

    /// <summary>Reads a live order's row from end to end, so that it comes into the caches.</summary>
    public int Touch(int row)
    {
        ref var live = ref _live[row];
        return live.LineCount + (int)live.Order.Status + (live.Order.IsPresale ? 1 : 0) + live.Order.Id.Part;
    }

    /// <summary>An order that has ended.</summary>
    public ref EndedOrder EndedAt(int row) => ref _ended[row];

    /// <summary>A line of an order that has ended.</summary>
    public EndedLine EndedLineAt(in EndedOrder order, int line) => _endedLines[order.FirstLine + line];

    /// <summary>What is left of an order's payments; only of an order that is known.</summary>
    /// <param name="place">Where the order is.</param>
    /// <param name="deposit">What it asked for first, if it has ended.</param>
    public PaymentTrace PaymentsOf(OrderPlace place, Money deposit)
    {
        if (place.IsLive)
        {
            return PaymentTrace.Of(Live(place.Row), Lines(place.Row)[0].Returned);
        }

        ref readonly var ended = ref EndedAt(place.Row);
        return new PaymentTrace(
            ended.Status, ended.PaidAt is not null, ended.Escrow, deposit,
            EndedLineAt(ended, 0).Returned, ended.RefusedFor,
            ended.DepositChannel == 0 ? ended.Channel : ended.DepositChannel, ended.Channel);
    }

    /// <summary>Adds an order.</summary>
    public int Add(in Order order, ReadOnlySpan<OrderLine> lines)
    {
        var row = _freeRows.TryPop(out var free) ? free : _live.Add();
        ref var live = ref _live[row];
        live.Order = order;
        live.LineCount = lines.Length;
        live.LineBlock = lines.Length == 1 ? 0 : _lines.Take(lines.Length);
        lines.CopyTo(Lines(row));
        _index.Set(order.Id.Packed, OrderPlace.OfLive(row));
        return row;
    }

    /// <summary>Moves an order that has ended into its compact form.</summary>
    public void End(int row)
    {
        ref var live = ref _live[row];
        var lines = Lines(row);
        var ended = _ended.Add();
        _ended[ended] = new EndedOrder(live.Order, _endedLines.Count, lines.Length);
        foreach (ref readonly var line in lines)
        {
            var at = _endedLines.Add();
            _endedLines[at] = new EndedLine(line);
        }

        _index.Set(live.Order.Id.Packed, OrderPlace.OfEnded(ended));
        if (live.LineCount > 1)
        {
            _lines.Free(live.LineBlock, live.LineCount);
        }

        live = default;
        _freeRows.Push(row);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("ordr");
        _index.Save(writer);
        _live.Save(writer);
        _lines.Save(writer);
        writer.WriteSpan<int>(_freeRows.ToArray());
        _ended.Save(writer);
        _endedLines.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("ordr");
        _index.Load(reader);
        _live.Load(reader);
        _lines.Load(reader);
        foreach (var row in reader.ReadSpan<int>().Reverse())
        {
            _freeRows.Push(row);
        }

        _ended.Load(reader);
        _endedLines.Load(reader);
    }

    /// <summary>An order with its lines: a single one beside it, several in a block of their own.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct LiveOrder
    {
        public Order Order;
        public OrderLine OnlyLine;
        public int LineBlock;
        public int LineCount;
    }
}
