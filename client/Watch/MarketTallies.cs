using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>
/// Counts what the books do not keep: orders by the second, by category and region, and how long they wait.
/// It only watches: the market is the same without it.
/// </summary>
/// <remarks>Not for several threads: the market's own thread calls it, and reads it.</remarks>
internal sealed class MarketTallies : IMarketObserver
{
    private const int SecondsMax = 1 << 16; // of a watcher that does not come for them

    private readonly MarketView _market;
    private readonly MarketRegions? _regions;
    private readonly (long Count, long Fen)[] _categories;
    private readonly (long Count, long Fen)[] _byRegion;
    private readonly List<MarketSecond> _seconds = [];
    private readonly Waits _waits = new();
    private readonly HashSet<ListingId> _soldOut = [];
    private MarketSecond _second;

    /// <summary>Tallies of a market, with what its books tell of what has happened so far.</summary>
    /// <param name="market">The market.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="regions">Where its buyers live; null if nobody knows.</param>
    /// <param name="midnight">When its festival begins; null if it has none.</param>
    public MarketTallies(
        MarketView market, Policy policy, MarketRegions? regions, DateTimeOffset? midnight)
    {
        (_market, _regions, Totals) = (market, regions, new EventTotals(midnight));
        CategoryNames = [.. policy.Categories.Select(category => category.Name)];
        _categories = new (long, long)[CategoryNames.Count];
        _byRegion = new (long, long)[(regions?.Names.Count ?? 0) + 1];
        Best = new BestSellers(market);
        foreach (var order in _market.AllOrders())
        {
            TakeUp(order);
        }

        TakeUpRefunds();
        _soldOut.UnionWith(Enumerable.Range(0, market.Listings).Select(at => new ListingId(at))
            .Where(listing => market.Stock(listing).Refusals > 0));
    }

    /// <summary>What has happened, in the market's whole life.</summary>
    public EventTotals Totals { get; }

    /// <summary>The names of the categories.</summary>
    public IReadOnlyList<string> CategoryNames { get; }

    /// <summary>What sells for most.</summary>
    public BestSellers Best { get; }

    /// <summary>Listings that sold out at least once: a buyer was refused, for units were gone.</summary>
    public int SoldOut => _soldOut.Count;

    /// <summary>The seconds that have ended since the last time, before this moment.</summary>
    public IReadOnlyList<MarketSecond> TakeSeconds(DateTimeOffset now)
    {
        Reach(now.ToUnixTimeSeconds());
        MarketSecond[] taken = [.. _seconds];
        _seconds.Clear();
        return taken;
    }

    /// <summary>How long orders that were paid since the last time had waited; null if none.</summary>
    public Latencies? TakeWaits() => _waits.Take();

    /// <summary>What was paid, by category; those without a sale are left out.</summary>
    public IReadOnlyList<NamedAmount> Categories() => Named(_categories, at => CategoryNames[at]);

    /// <summary>What was paid, by region.</summary>
    public IReadOnlyList<NamedAmount> Regions() => _regions is null
        ? []
        : Named(_byRegion, at => at < _regions.Names.Count ? _regions.Names[at] : "elsewhere");

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        Totals.Add(happened.Kind, happened.At, happened.Amount);
        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                Reach(happened.At.ToUnixTimeSeconds());
                _second = _second with { Placed = _second.Placed + 1 };
                break;
            case MarketEventKind.Paid:
                Paid(happened, order, lines);
                break;
            case MarketEventKind.SoldOut:
                _soldOut.Add(happened.Listing);
                break;
            default:
                break; // the books keep the rest
        }
    }

    private void Paid(in MarketEvent paid, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        Reach(paid.At.ToUnixTimeSeconds());
        _second = _second with { Paid = _second.Paid + 1 };
        foreach (ref readonly var line in lines)
        {
            Best.Add(line.Listing, line.ToPay);
        }

        Add(paid.Order.Buyer, paid.Listing, paid.Amount, paid.At);
        if (!order.IsPresale)
        {
            _waits.Add(paid.At - order.PlacedAt);
        }
    }

    private void Reach(long second)
    {
        if (second <= _second.UnixSeconds)
        {
            return;
        }

        if ((_second.Placed > 0 || _second.Paid > 0) && _seconds.Count < SecondsMax)
        {
            _seconds.Add(_second);
        }

        _second = new MarketSecond(second, 0, 0);
    }

    private void TakeUp(OrderView order)
    {
        Totals.Add(MarketEventKind.Placed, order.PlacedAt, order.Total);
        if (order.PaidAt is { } paidAt)
        {
            Totals.Add(MarketEventKind.Paid, paidAt, order.Total);
            Add(order.Id.Buyer, OrderCategory.ListingOf(order), order.Total, paidAt);
            Best.Add(order.Lines[0].Listing, order.Total);
        }

        if (order.ConfirmedAt is { } confirmedAt)
        {
            Totals.Add(MarketEventKind.Confirmed, confirmedAt, order.Escrow.Released);
        }
    }

    // One refund is one movement to the buyer; the platform's part of a return is another one.
    private void TakeUpRefunds()
    {
        foreach (var kind in Enum.GetValues<MovementKind>().Where(kind => MovementTable.Of(kind).To is null))
        {
            var (count, amount) = _market.Movements(kind);
            Totals.Add(
                MarketEventKind.Refunded, default, amount, kind == MovementKind.CommissionReturn ? 0 : count);
        }
    }

    private void Add(BuyerId buyer, ListingId listing, Money paid, DateTimeOffset at)
    {
        if (!Totals.IsOnTheDay(at))
        {
            return; // it is no part of the GMV
        }

        ref var category = ref _categories[_market.Listing(listing)!.Value.Category.Value];
        category = (category.Count + 1, category.Fen + paid.Fen);
        ref var region = ref _byRegion[_regions?.Of(buyer) ?? 0];
        region = (region.Count + 1, region.Fen + paid.Fen);
    }

    private static IReadOnlyList<NamedAmount> Named((long Count, long Fen)[] sums, Func<int, string> name) =>
        [.. sums.Select((sum, at) => (sum, at)).Where(one => one.sum.Count > 0)
            .Select(one => new NamedAmount(name(one.at), one.sum.Count, Money.FromFen(one.sum.Fen)))];
}

/// <summary>Where buyers live; a buyer of nobody's scenario lives elsewhere.</summary>
/// <param name="Names">The regions.</param>
/// <param name="Of">A buyer's region, an index into the names; their number for elsewhere.</param>
internal sealed record MarketRegions(IReadOnlyList<string> Names, Func<BuyerId, int> Of);
