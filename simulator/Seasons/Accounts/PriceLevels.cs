using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What stores ask, each at one level for all its listings: by margin and stock, lower while they are young,
/// and in a price war as low as their neighbours (MODELS M16, L7).
/// </summary>
internal sealed class PriceLevels(SeasonRun run, AccountTerms terms)
{
    private const int Neighbours = 5;

    private readonly Table<double> _asked = new(int.MaxValue);
    private readonly List<int>[] _open = [.. run.World.Categories.Select(_ => new List<int>())];

    /// <summary>The level that a store asks.</summary>
    public double LevelOf(int store) => _asked[store];

    /// <summary>The price of a listing at a level: whole tenths of a yuan.</summary>
    public Money PriceOf(int listing, int category, double level) => Money.FromFen(
        10 * Math.Max(1, (long)Math.Round(run.World.PriceOf(listing, category).Fen * level / 10)));

    /// <summary>
    /// The credit that a store would have had before the season if it had always sold as it does: a market
    /// begins without any.
    /// </summary>
    public static int PointsBefore(in SeasonStore row) =>
        (int)Math.Min(1e9, Math.Max(0, -row.OpenedDay) * row.UnitsAWeek / 7);

    /// <summary>A store opens.</summary>
    public void Enter(int store, in SellerAccount account)
    {
        _asked.Reach(store);
        _asked[store] = Asked(store, account, (int)(run.NowMs / SeasonDay.Ms));
    }

    /// <summary>A week begins: each store decides, by what was asked last week.</summary>
    /// <returns>The mean level of open stores, in 1/10,000.</returns>
    public long Decide(Table<SellerAccount> accounts, int day)
    {
        FindNeighbours();
        var (sum, open) = (0.0, 0);
        var next = new double[run.Stores.Count];
        for (var store = 0; store < next.Length; store++)
        {
            if (run.Stores[store].IsOpen)
            {
                next[store] = Next(store, ref accounts[store], day);
                (sum, open) = (sum + next[store], open + 1);
            }
        }

        for (var store = 0; store < next.Length; store++)
        {
            if (run.Stores[store].IsOpen && !next[store].Equals(_asked[store]))
            {
                _asked[store] = next[store];
                Mark(store);
            }
        }

        return open == 0 ? 10_000 : (long)Math.Round(sum / open * 10_000);
    }

    public void Save(StateWriter writer) => _asked.Save(writer);

    public void Load(StateReader reader) => _asked.Load(reader);

    // What a store asks from now on; its own level follows its stock.
    private double Next(int store, ref SellerAccount account, int day)
    {
        ref readonly var row = ref run.Stores[store];
        var lasts = account.Stock / Math.Max(0.1, row.UnitsAWeek) / terms.Stock.ForecastWeeks;
        var step = terms.Prices.Step;
        account.Price = Within(lasts > terms.Prices.LastsTooLong ? account.Price * (1 - step)
            : lasts < terms.Prices.LastsTooShort ? account.Price * (1 + step)
            : account.Price + ((1 - account.Price) * step)); // what sells as planned has its usual price
        if (terms.Prices.Rule == PriceRule.PriceWar)
        {
            account.Price = Within(Math.Min(account.Price, LowestBeside(store, row.Category)));
        }

        return Asked(store, account, day);
    }

    private double Within(double level) => Math.Clamp(
        level, Math.Min(terms.Prices.LowestMarkUp / terms.Costs.MarkUp, terms.Prices.Highest),
        terms.Prices.Highest);

    private double Asked(int store, in SellerAccount account, int day) => IsYoung(store, account, day)
        ? Within(account.Price * (1 - terms.Prices.YoungDiscount)) : account.Price;

    private bool IsYoung(int store, in SellerAccount account, int day)
    {
        ref readonly var row = ref run.Stores[store];
        if (row.IsBrand == 1 || day - row.OpenedDay >= terms.Prices.YoungDays)
        {
            return false;
        }

        var points = account.PointsBefore + run.Market.View.Credit(new StoreId(store)).Points;
        return CreditLevel.Of(points, run.Market.Policy.Reputation).Sign is null or CreditSign.Heart;
    }

    private void FindNeighbours()
    {
        foreach (var category in _open)
        {
            category.Clear();
        }

        for (var store = 0; store < run.Stores.Count; store++)
        {
            if (run.Stores[store].IsOpen)
            {
                _open[run.Stores[store].Category].Add(store);
            }
        }
    }

    // The next open stores of the category by their numbers; behind the last one is the first.
    private double LowestBeside(int store, int category)
    {
        var (all, lowest) = (_open[category], double.MaxValue);
        var own = all.BinarySearch(store);
        for (var next = 1; next <= Neighbours && next < all.Count; next++)
        {
            lowest = Math.Min(lowest, _asked[all[(own + next) % all.Count]]);
        }

        return lowest;
    }

    private void Mark(int store)
    {
        ref readonly var row = ref run.Stores[store];
        for (var rank = 0; rank < row.Listings; rank++)
        {
            var listing = row.FirstListing + rank;
            run.Market.Do(new Reprice(
                new ListingId(listing), PriceOf(listing, row.Category, _asked[store])));
            run.Screening?.Repriced(listing);
        }
    }
}
