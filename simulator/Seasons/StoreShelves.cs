using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What stores sell and have in stock: published when they open, ordered on Mondays (rules LST-1, INV-1).
/// </summary>
/// <param name="run">The season.</param>
/// <param name="accounts">What stores can afford; null where they can afford all that they want.</param>
/// <param name="choice">
/// How buyers search: stores put listings up at different times then, order what sells, and some cheat. Null
/// where buyers go by rank.
/// </param>
internal sealed class StoreShelves(SeasonRun run, SellerAccounts? accounts, BuyerChoice? choice) : ISeasonPart
{
    private const int Spare = 2; // units above what is expected, so that a rare listing can be sold at all
    private const double Learning = 0.3; // the weight of the last week in what a store expects (assumed)
    private const int DaysPerWeek = 7;

    private readonly double[][] _shares =
        [.. Enumerable.Range(1, run.World.ListingsMax).Select(SharesOf)]; // of one listing, of two, …

    private readonly double _appealOfAll = Enumerable.Range(1, run.World.Terms.Stores)
        .Sum(rank => run.World.AppealAt(rank));

    /// <summary>A store that has opened puts its listings on sale, if it may.</summary>
    public void Fill(int store, bool maySell = true)
    {
        accounts?.Admit(store);
        ref var row = ref run.Stores[store];
        row.UnitsAWeek = run.World.OrdersPerDay * DaysPerWeek * row.Appeal / _appealOfAll;
        Pack(ref row);
        accounts?.Open(store);
        if (maySell)
        {
            PutUpAll(store);
        }
    }

    /// <summary>A store puts its first listings on sale.</summary>
    public void PutUpAll(int store)
    {
        ref readonly var row = ref run.Stores[store];
        var day = run.World.Calendar[DayNow];
        var weeks = WeeksOfFirst(store, day.Week);
        for (var rank = 0; rank < row.Listings; rank++)
        {
            if (choice is null)
            {
                Publish(store, rank, Wanted(row, rank, weeks, VisitsAhead(day), day.Week), day.Week,
                    isBought: false);
            }
            else
            {
                PlanToPutUp(row.FirstListing + rank);
            }
        }
    }

    /// <summary>A store puts one of its listings on sale, unless it has closed meanwhile.</summary>
    public void PutUp(int listing)
    {
        var store = run.World.StoreOf(listing);
        ref readonly var row = ref run.Stores[store];
        if (row.IsOpen && IsStopped(store))
        {
            run.Plan(run.NowMs + SeasonDay.Ms, EventKind.PutUp, listing, extra: 0);
        }
        else if (row.IsOpen)
        {
            var (rank, day) = (listing - row.FirstListing, run.World.Calendar[DayNow]);
            var units = Wanted(row, rank, WeeksOfFirst(store, day.Week), VisitsAhead(day), day.Week);
            Publish(store, rank, units, day.Week, isBought: false);
        }
    }

    /// <summary>
    /// A store puts one more listing on sale, as far as it may have more and can pay for the goods.
    /// </summary>
    public void PutUpAnother(int store)
    {
        ref var row = ref run.Stores[store];
        if (accounts is not null && row.Listings < run.World.ListingsMax)
        {
            var day = run.World.Calendar[DayNow];
            Add(store, ref row, VisitsAhead(day), day.Week);
        }
    }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        if (!day.BeginsWeek || day.Number == 0)
        {
            return;
        }

        choice?.Sales.SumUp();
        var (ahead, before) = (VisitsAhead(day), VisitsBefore(day));
        for (var store = 0; store < run.Stores.Count; store++)
        {
            ref var row = ref run.Stores[store];
            if (row.IsOpen)
            {
                Learn(ref row, before, day.Number);
                Order(store, ref row, ahead, day.Week);
                Grow(store, ref row, ahead, day.Week);
            }
        }
    }

    public void Save(StateWriter writer) => writer.WriteMark("shlf");

    public void Load(StateReader reader) => reader.ReadMark("shlf");

    private static double[] SharesOf(int listings)
    {
        var weights = SeasonWorld.WeightsOf(listings);
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    // Those of the start over the days after which a listing ends, the others within their first day.
    private void PlanToPutUp(int listing)
    {
        var within = run.NowMs == 0
            ? (long)run.Market.Policy.Search.ListedWithin.TotalMilliseconds : SeasonDay.Ms;
        run.Plan(
            run.NowMs + (long)(run.World.PutUpAt(listing) * within), EventKind.PutUp, listing, extra: 0);
    }

    // Whoever was certified late may be under a penalty of another store of the seller's by now.
    private bool IsStopped(int store) => run.World.Scenario.Certification is not null
        && run.Market.View.Store(new StoreId(store))!.Value.Status != StoreStatus.Open;

    private int DayNow => (int)(run.NowMs / SeasonDay.Ms);

    private double VisitsAhead(in SeasonDay day) => run.World.Calendar.VisitsFrom(
        day.Number, (int)Math.Ceiling(DaysPerWeek * (run.World.Scenario.Accounts?.Stock.ForecastWeeks
            ?? run.World.Scenario.Sellers.StockWeeks)));

    private double VisitsBefore(in SeasonDay day)
    {
        var days = Math.Min(DaysPerWeek, day.Number);
        return run.World.Calendar.VisitsFrom(day.Number - days, days);
    }

    // What a store expects follows its sales, festivals taken out; of a part of a week it learns nothing.
    private void Learn(ref SeasonStore row, double visits, int today)
    {
        if (today - row.OpenedDay >= DaysPerWeek && today >= DaysPerWeek && visits > 0)
        {
            row.UnitsAWeek += Learning * ((row.Week.Units / visits) - row.UnitsAWeek);
            Pack(ref row);
        }
    }

    private void Publish(int store, int rank, int units, int week, bool isBought)
    {
        ref readonly var row = ref run.Stores[store];
        var listing = row.FirstListing + rank;
        var (goods, frauds) = (run.World.Categories[row.Category], choice?.Frauds);
        var same = frauds?.GoodsOf(listing) ?? listing;
        var result = run.Market.Do(new Publish(new ListingId(listing), new ListingTerms
        {
            Store = new StoreId(store),
            Title = frauds?.TitleOf(listing) ?? FormattableString.Invariant($"{goods.Name} {listing}"),
            Category = new CategoryId((byte)(frauds?.CategoryOf(listing) ?? row.Category)),
            Brand = run.Screening?.BrandOf(listing, row.Category) ?? 0,
            Price = accounts?.PriceOf(store, same) ?? run.World.PriceOf(same, row.Category),
            Stock = units,
            UnitsPerBuyer = run.World.Scenario.Governance?.Protest.UnitsPerBuyer ?? 0,
        }));
        Invariant.Holds(result == ListingResult.Published, "a store of a season can publish");
        run.Screening?.Published(listing);
        accounts?.Stock(store, listing, units, week, isBought);
    }

    private void Order(int store, ref SeasonStore row, double ahead, int week)
    {
        var (left, weeks) = (0, WeeksOf(store, week));
        for (var rank = 0; rank < row.Listings; rank++)
        {
            var listing = new ListingId(row.FirstListing + rank);
            var stock = run.Market.View.Stock(listing);
            var missing = run.Market.View.Listing(listing) is null
                ? 0 : Wanted(row, rank, weeks, ahead, week) - stock.ForSale;
            left += stock.ForSale;
            missing = missing > 0 && accounts is not null
                ? accounts.Affordable(store, listing.Value, missing) : missing;
            if (missing > 0)
            {
                run.Market.Do(new Restock(listing, stock.PutIn + missing));
                run.Recorder.Count(SeasonMeasures.Restocked, missing);
                accounts?.Stock(store, listing.Value, missing, week, isBought: true);
            }
        }

        row.Week.Stock = left;
    }

    // A store that can, and may sell, puts one more listing on sale, and buyers look at it a little more
    // (GRW-3).
    private void Grow(int store, ref SeasonStore row, double ahead, int week)
    {
        if (accounts is null || !row.Sells || !accounts.Grows(store))
        {
            return;
        }

        row.Appeal *= 1 + run.World.Scenario.Accounts!.Growth.AppealPerListing;
        Add(store, ref row, ahead, week);
        run.Recorder.Count(SeasonMeasures.ListingsAdded);
    }

    private void Add(int store, ref SeasonStore row, double ahead, int week)
    {
        var rank = row.Listings++;
        var wanted = Wanted(row, rank, WeeksOfFirst(store, week), ahead, week);
        Publish(store, rank, Math.Max(1, accounts!.Affordable(store, row.FirstListing + rank, wanted)), week,
            isBought: true);
    }

    private double WeeksOf(int store, int week) =>
        accounts?.WeeksOrdered(store, week) ?? run.World.Scenario.Sellers.StockWeeks;

    private double WeeksOfFirst(int store, int week) =>
        accounts?.WeeksOfFirst(store, week) ?? run.World.Scenario.Sellers.StockWeeks;

    // Whose sellers pay for goods order what a listing sells, once they know that.
    private int Wanted(in SeasonStore row, int rank, double weeks, double ahead, int week)
    {
        var listing = row.FirstListing + rank;
        var (expected, sold) = (
            row.UnitsAWeek * _shares[row.Listings - 1][rank], choice?.Sales.UnitsAWeek(listing) ?? 0);
        var isKnown = choice is not null && accounts?.Goods.KnowsSalesOf(listing, week) == true;
        var usual = isKnown ? sold : Math.Max(expected, sold);
        var units = Math.Ceiling(usual * weeks * ahead) + Spare;
        return (int)Math.Min(units, Limits.StockMax / 1_000);
    }

    private void Pack(ref SeasonStore row)
    {
        var packed = row.UnitsAWeek / DaysPerWeek * run.World.Scenario.Sellers.PackedPerDay;
        var perDay = (int)Math.Clamp(Math.Ceiling(packed), 1, 1e9);
        if (row.Handling.ParcelsPerDay != perDay)
        {
            row.Handling.ParcelsPerDay = perDay;
        }
    }
}
