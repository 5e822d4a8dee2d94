namespace FlashSale.Grains;

/// <summary>How many units there are, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.stock")]
internal record struct StockState
{
    /// <summary>Units put in, less units taken out or given back.</summary>
    [Id(0)]
    public int PutIn;

    /// <summary>Units held or sold.</summary>
    [Id(1)]
    public int Taken;

    /// <summary>How often a buyer was refused because the units were gone.</summary>
    [Id(2)]
    public int Refusals;
}

/// <summary>What is remembered about the units of one order, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.hold")]
internal sealed class HoldState
{
    /// <summary>Units held; 0 once they are sold.</summary>
    [Id(0)]
    public int Held { get; set; }

    /// <summary>Units that came back.</summary>
    [Id(1)]
    public int Returned { get; set; }
}

/// <summary>
/// Units and who holds them: one place's stock, idempotent by the order (rules INV-1, INV-2, ORD-4).
/// </summary>
/// <remarks>
/// An order is remembered while its units are held, and while units that came back are not known to be kept
/// in mind by the order itself: what is stored does not grow with past orders. Of the units that are stored
/// as taken those are held that orders hold; the rest is sold.
/// </remarks>
internal sealed class StockBook(GrainRows rows, long owner)
{
    /// <summary>After so long a listing asks the buyer what became of the order.</summary>
    private static readonly TimeSpan AskWithin = TimeSpan.FromSeconds(90);

    private readonly Dictionary<OrderId, HoldState> _orders = [];
    private Stock _stock;
    private int _refusals;

    /// <summary>What is to be stored with the head row.</summary>
    public StockState State => new()
    {
        PutIn = _stock.PutIn,
        Taken = _stock.Held + _stock.Sold,
        Refusals = _refusals,
    };

    /// <summary>Units for sale.</summary>
    public int ForSale => _stock.ForSale;

    /// <summary>The units in all their states.</summary>
    public StockTotals Totals => new(_stock.PutIn, _stock.ForSale, _stock.Held, _stock.Sold, _refusals);

    /// <summary>The orders that are remembered.</summary>
    public IReadOnlyCollection<OrderId> Orders => _orders.Keys;

    /// <summary>Loads what was stored.</summary>
    public async Task Load(StockState stock)
    {
        var held = 0;
        foreach (var (item, hold) in await rows.LoadAll<HoldState>(RowKind.Hold, owner))
        {
            _orders[OrderId.FromPacked(item)!.Value] = hold;
            held += hold.Held;
        }

        (_stock, _refusals) = (Stock.Of(stock.PutIn, held, stock.Taken - held), stock.Refusals);
    }

    /// <summary>Puts more units in.</summary>
    public void Add(int units) => _stock.Add(units);

    /// <summary>Takes out all units that are for sale; says how many they were.</summary>
    public int TakeOutSpare() => _stock.TakeOut(_stock.ForSale);

    /// <summary>Whether the order's units are held here, or were before they were sold.</summary>
    public bool Knows(OrderId order) => _orders.ContainsKey(order);

    /// <summary>Holds units; a repeat finds them held.</summary>
    public ReserveResult Reserve(OrderId order, int units, DateTimeOffset now)
    {
        if (_orders.ContainsKey(order))
        {
            return ReserveResult.Held;
        }

        var result = _stock.Reserve(units);
        if (result == ReserveResult.Held)
        {
            Put(order, new HoldState { Held = units }, now + AskWithin);
        }

        return result;
    }

    /// <summary>Counts a refusal for want of units.</summary>
    public void CountRefusal() => _refusals += _refusals == int.MaxValue ? 0 : 1;

    /// <summary>Puts held units back on sale; true if there were any.</summary>
    public bool Release(OrderId order)
    {
        if (!_orders.TryGetValue(order, out var hold) || hold.Held == 0)
        {
            return false;
        }

        _stock.Release(hold.Held);
        Drop(order);
        return true;
    }

    /// <summary>Sells held units.</summary>
    public void Commit(OrderId order)
    {
        if (_orders.TryGetValue(order, out var hold) && hold.Held > 0)
        {
            _stock.Commit(hold.Held);
            Drop(order);
        }
    }

    /// <summary>
    /// Brings the units of a paid order that came back up to a number; true if it was less.
    /// </summary>
    public bool PutBack(OrderId order, int unitsInTotal, int unitsBefore, DateTimeOffset now)
    {
        Commit(order);
        var returned = _orders.GetValueOrDefault(order)?.Returned ?? unitsBefore;
        if (unitsInTotal <= returned)
        {
            return false;
        }

        _stock.PutBack(unitsInTotal - returned);
        Put(order, new HoldState { Returned = unitsInTotal }, now + AskWithin);
        return true;
    }

    /// <summary>The order keeps in mind itself what came back.</summary>
    public void Forget(OrderId order)
    {
        if (_orders.TryGetValue(order, out var hold) && hold.Held == 0)
        {
            Drop(order);
        }
    }

    /// <summary>Asks again later about an order.</summary>
    public void AskAgain(OrderId order, DateTimeOffset at) => Put(order, _orders[order], at);

    /// <summary>How many units of an order have come back, as far as is remembered.</summary>
    public int ReturnedOf(OrderId order) => _orders.GetValueOrDefault(order)?.Returned ?? 0;

    private void Put(OrderId order, HoldState hold, DateTimeOffset askAt)
    {
        _orders[order] = hold;
        rows.Put(new RowKey(RowKind.Hold, owner, order.Packed), hold, askAt);
    }

    private void Drop(OrderId order)
    {
        _orders.Remove(order);
        rows.Delete(new RowKey(RowKind.Hold, owner, order.Packed));
    }
}
