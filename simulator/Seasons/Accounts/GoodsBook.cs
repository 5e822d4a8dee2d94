using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The goods of all stores: what they cost, how many are ordered by a forecast, what nobody wants (GRW-3).
/// </summary>
internal sealed class GoodsBook(SeasonRun run, AccountTerms terms)
{
    private const int WeeksPerKey = 1 << 12;
    private const uint ProductCounter = 0;

    private readonly Table<ListingGoods> _goods = new(int.MaxValue);

    /// <summary>What a unit costs, in fen.</summary>
    public long CostOf(int listing)
    {
        _goods.Reach(listing);
        ref var goods = ref _goods[listing];
        if (goods.CostFen == 0)
        {
            goods.CostFen = Math.Max(1, (long)(UsualPriceOf(listing) / terms.Costs.MarkUp));
        }

        return goods.CostFen;
    }

    /// <summary>What the goods of an order cost, in fen.</summary>
    public long CostOf(ReadOnlySpan<OrderLine> lines)
    {
        var sum = 0L;
        foreach (ref readonly var line in lines)
        {
            sum += CostOf(line.Listing.Value) * line.Units;
        }

        return sum;
    }

    /// <summary>Units come in; the answer is what they cost, in fen.</summary>
    public long Come(int listing, int units, int week)
    {
        var cost = CostOf(listing);
        _goods[listing].Come(units, week);
        return cost * units;
    }

    /// <summary>
    /// Whether a listing has been on sale for so many weeks that its own sales tell enough.
    /// </summary>
    public bool KnowsSalesOf(int listing, int week) => listing < _goods.Count
        && _goods[listing].HasBeenOnSaleFor(WeeksWatched, week);

    private const int WeeksWatched = 4; // over which sales are counted

    /// <summary>All units that a store ever bought.</summary>
    public long BoughtBy(in SeasonStore row)
    {
        var sum = 0L;
        for (var rank = 0; rank < row.Listings; rank++)
        {
            sum += row.FirstListing + rank < _goods.Count ? _goods[row.FirstListing + rank].Bought : 0;
        }

        return sum;
    }

    /// <summary>Whether a store has bought a data product.</summary>
    public bool HasDataProduct(int store) => Draws.ToUnit(Draws.At(
        run.World.Seed, store, Streams.SeasonForecast, ProductCounter)) < terms.Stock.DataProductShare;

    /// <summary>
    /// For how many weeks of sales a store orders: those of its forecast, and its error. A forecast errs the
    /// same way for as long as it looks ahead; of errors that change every Monday a store would follow the
    /// highest, since what was ordered cannot be sent back.
    /// </summary>
    public double WeeksOrdered(int store, bool hasDataProduct, int week)
    {
        var error = hasDataProduct ? terms.Stock.ForecastErrorWithProduct : terms.Stock.ForecastError;
        var holds = Math.Max(1, (int)Math.Ceiling(terms.Stock.ForecastWeeks));
        var key = ((long)store * WeeksPerKey) + ((week + (store % holds)) / holds);
        var normal = ExactMath.InverseNormal(
            Draws.ToUnit(Draws.At(run.World.Seed, key, Streams.SeasonForecast, ProductCounter + 1)));
        return terms.Stock.ForecastWeeks * Math.Max(0, 1 + (error * normal));
    }

    /// <summary>What a week will cost that sells what a store expects, without the annual fee, in fen.
    /// </summary>
    public double UsualCostOf(in SeasonStore row)
    {
        var costs = terms.Costs;
        var weights = SeasonWorld.WeightsOf(row.Listings);
        var (sum, price) = (weights.Sum(), 0.0);
        for (var rank = 0; rank < row.Listings; rank++)
        {
            price += weights[rank] / sum * UsualPriceOf(row.FirstListing + rank);
        }

        return (row.UnitsAWeek * ((price * ((1 / costs.MarkUp) + costs.PromotionShare))
            + (costs.PerOrderYuan * 100))) + (costs.FixedYuan * 100);
    }

    /// <summary>A week is over: what is there, what nobody wants, and what is written off of it.</summary>
    public void Look(in SeasonStore row, int week, ref AccountWeek account)
    {
        for (var rank = 0; rank < row.Listings; rank++)
        {
            var listing = row.FirstListing + rank;
            var there = run.Market.View.Stock(new ListingId(listing)).ForSale;
            CostOf(listing);
            var unsold = _goods[listing].Unsold(there, week, terms.Stock.UnsoldAfterWeeks);
            account.Stock += there;
            account.Unsold += unsold;
            account.WrittenOffFen += _goods[listing].WriteOff(unsold, terms.Stock.WrittenOffShare);
        }
    }

    /// <summary>A week begins.</summary>
    public void BeginWeek(int week)
    {
        for (var listing = 0; listing < _goods.Count; listing++)
        {
            _goods[listing].BeginWeek(week);
        }
    }

    public void Save(StateWriter writer) => _goods.Save(writer);

    public void Load(StateReader reader) => _goods.Load(reader);

    // A listing of the season's own has the price of the world; another one what it was published for.
    private double UsualPriceOf(int listing)
    {
        var store = listing / run.World.ListingsMax;
        return store < run.Stores.Count
            ? run.World.PriceOf(listing, run.Stores[store].Category).Fen
            : run.Market.View.Listing(new ListingId(listing)) is { } real ? real.Price.Fen : 1;
    }
}
