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
    private MarketSecond _second;
    private long _soldOutRefusals;

    /// <summary>Tallies of a market, with what its orders have paid so far.</summary>
    public MarketTallies(MarketView market, Policy policy, MarketRegions? regions)
    {
        (_market, _regions) = (market, regions);
        CategoryNames = [.. policy.Categories.Select(category => category.Name)];
        _categories = new (long, long)[CategoryNames.Count];
        _byRegion = new (long, long)[(regions?.Names.Count ?? 0) + 1];
        Best = new BestSellers(market);
        foreach (var order in _market.AllOrders().Where(order => order.PaidAt is not null))
        {
            Add(order.Id.Buyer, OrderCategory.ListingOf(order), order.Escrow.Paid);
            Best.Add(order.Lines[0].Listing, order.Escrow.Paid);
        }
    }

    /// <summary>The names of the categories.</summary>
    public IReadOnlyList<string> CategoryNames { get; }

    /// <summary>What sells for most.</summary>
    public BestSellers Best { get; }

    /// <summary>Orders whose receipt was confirmed since this was made.</summary>
    public long Confirmed { get; private set; }

    /// <summary>How often buyers were refused because units were gone, since this was made.</summary>
    public long SoldOutRefusals => _soldOutRefusals;

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
        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                Reach(happened.At.ToUnixTimeSeconds());
                _second = _second with { Placed = _second.Placed + 1 };
                break;
            case MarketEventKind.DepositPaid:
                _second = _second with { Payments = _second.Payments + 1 };
                break;
            case MarketEventKind.Paid:
                Paid(happened, order, lines);
                break;
            case MarketEventKind.Confirmed:
                Confirmed++;
                break;
            case MarketEventKind.SoldOut:
                _soldOutRefusals++;
                break;
            default:
                break; // the books keep the rest
        }
    }

    private void Paid(in MarketEvent paid, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        Reach(paid.At.ToUnixTimeSeconds());
        _second = _second with { Payments = _second.Payments + 1 };
        foreach (ref readonly var line in lines)
        {
            Best.Add(line.Listing, line.ToPay);
        }

        Add(paid.Order.Buyer, paid.Listing, paid.Amount);
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

        if ((_second.Placed > 0 || _second.Payments > 0) && _seconds.Count < SecondsMax)
        {
            _seconds.Add(_second);
        }

        _second = new MarketSecond(second, 0, 0);
    }

    private void Add(BuyerId buyer, ListingId listing, Money paid)
    {
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
