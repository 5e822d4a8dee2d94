using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Stores that cut their prices on a festival and put them up again, and those whose discounts are fake
/// (rules DEM-2, LST-1): commands to the market, at the beginning of days.
/// </summary>
internal sealed class FestivalPrices(SeasonRun run, DiscountHabits habits)
{
    private const int DayBits = 12;

    private readonly SortedDictionary<int, Cut> _changed = []; // by listing, until the festival is over
    private readonly FestivalSales _sales = new();

    /// <summary>How buyers answered to discounts.</summary>
    public FestivalSales Sales => _sales;

    /// <summary>A day begins.</summary>
    public void Begin(in SeasonDay day)
    {
        if (day.Number > 0 && run.World.Calendar[day.Number - 1].IsFestival)
        {
            PutBack();
        }

        if (run.World.Calendar[day.Number + habits.RaisedDays].IsFestival)
        {
            ForListings(day.Number + habits.RaisedDays, (listing, depth, isFake) =>
            {
                if (isFake)
                {
                    Raise(listing, depth);
                }
            });
        }

        if (day.IsFestival)
        {
            ForListings(day.Number, Discount);
        }
    }

    /// <summary>An order is paid.</summary>
    public void Paid(int listing, bool isFestival) =>
        _sales.Paid(listing, isFestival, _changed.TryGetValue(listing, out var cut) ? cut.Ratio : 1);

    /// <summary>Adds the logarithms of prices over the usual ones, by category.</summary>
    public void AddTo(double[] logs)
    {
        foreach (var (listing, cut) in _changed)
        {
            logs[run.Stores[run.World.StoreOf(listing)].Category] += ExactMath.Ln(cut.Ratio);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("cuts");
        writer.WriteSpan<int>([.. _changed.Keys]);
        writer.WriteSpan<Cut>([.. _changed.Values]);
        _sales.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("cuts");
        _changed.Clear();
        foreach (var (listing, cut) in reader.ReadSpan<int>().Zip(reader.ReadSpan<Cut>()))
        {
            _changed[listing] = cut;
        }

        _sales.Load(reader);
    }

    // Of each listing: how deep it is cut, and whether only what was put on is taken off again.
    private void ForListings(int festival, Action<int, double, bool> decide)
    {
        for (var store = 0; store < run.Stores.Count; store++)
        {
            ref readonly var row = ref run.Stores[store];
            var ofStore = Draws.For(run.World.Seed, KeyOf(store, festival), Streams.SeasonDiscount);
            var isStrong = row.IsBrand == 1 & ofStore.Happens(habits.StrongBrandShare);
            var isFake = ofStore.Happens(habits.FakeShare);
            for (var rank = 0; rank < row.Listings && row.IsOpen && !isStrong; rank++)
            {
                var listing = row.FirstListing + rank;
                var depth = DepthOf(listing, festival);
                if (depth > 0 && run.Market.View.Listing(new ListingId(listing)) is not null)
                {
                    decide(listing, depth, isFake);
                }
            }
        }
    }

    private double DepthOf(int listing, int festival)
    {
        const double half = 0.5;
        var draws = Draws.For(run.World.Seed, KeyOf(listing, festival), Streams.SeasonCut);
        var chance = draws.Unit();
        return chance < habits.HalfPriceShare ? half
            : chance < habits.CheaperShare
                ? habits.DepthFrom + (draws.Unit() * (habits.DepthTo - habits.DepthFrom))
            : 0;
    }

    private void Raise(int listing, double depth)
    {
        var usual = PriceOf(listing);
        Set(listing, Rounded(usual.Fen / (1 - depth)), usual);
    }

    // The day's price against the lowest of the thirty days before: what was raised lately is no discount.
    private void Discount(int listing, double depth, bool isFake)
    {
        var usual = _changed.TryGetValue(listing, out var raised) ? Money.FromFen(raised.UsualFen)
            : PriceOf(listing);
        var price = isFake ? usual : Rounded(usual.Fen * (1 - depth));
        Set(listing, price, usual);
        var isReal = LowestPrice.IsDiscount(price, usual);
        run.Recorder.Count(isReal ? SeasonMeasures.Discounts : SeasonMeasures.FakeDiscounts);
    }

    private void PutBack()
    {
        foreach (var (listing, cut) in _changed)
        {
            if (PriceOf(listing).Fen == cut.PriceFen) // unless its store has changed its mind
            {
                run.Market.Do(new Reprice(new ListingId(listing), Money.FromFen(cut.UsualFen)));
                run.Screening?.Repriced(listing);
            }
        }

        _changed.Clear();
    }

    private void Set(int listing, Money price, Money usual)
    {
        run.Market.Do(new Reprice(new ListingId(listing), price));
        run.Screening?.Repriced(listing);
        _changed[listing] = new Cut(usual.Fen, price.Fen);
    }

    private Money PriceOf(int listing) => run.Market.View.Listing(new ListingId(listing))!.Value.Price;

    private static Money Rounded(double fen) => Money.FromFen(10 * Math.Max(1, (long)((fen / 10) + 0.5)));

    private static long KeyOf(int entity, int day) => ((long)entity << DayBits) | (uint)day;

    private readonly record struct Cut(long UsualFen, long PriceFen)
    {
        public double Ratio => (double)PriceFen / UsualFen;
    }
}
