using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Buyers who search, look and choose (MODELS M8; rules SRC-1, REP-5, DEM-1): what a visit buys is a result
/// of what is found and of what that is worth.
/// </summary>
/// <remarks>
/// The odds of buying nothing are fitted in the warm-up, at every index, so that as many visits buy as the
/// scenario says; from then on they are kept, and how many buy is a result. Nothing is allocated for a visit.
/// </remarks>
internal sealed class BuyerChoice : ISeasonPart, IMarketObserver
{
    private const int SamplesFitted = 1_000; // visits that the outside option is fitted to
    private const double YuanToFen = 100;

    private readonly SeasonRun _run;
    private readonly ChoiceHabits _habits;
    private readonly BuyerTastes _tastes;
    private readonly SeasonIndex _index;
    private readonly BuyerLook _look;
    private readonly AliasTable _categories;
    private readonly double[] _fenPerUtility; // of a category: what a unit of utility is worth
    private readonly SeasonDemand? _demand;
    private readonly BuyerTrust? _trust;
    private int _segment;
    private double _against; // the odds of buying nothing on this visit

    public BuyerChoice(SeasonRun run, ChoiceHabits habits, SeasonDemand? demand, BuyerTrust? trust)
    {
        (_run, _habits, _demand, _trust) = (run, habits, demand, trust);
        Sales = new SeasonSales(run);
        _tastes = new BuyerTastes(run.World.Seed, habits.Segments);
        Frauds = new SearchFrauds(run, habits.Frauds, _tastes);
        _index = new SeasonIndex(run, habits, Sales, _tastes, Frauds);
        _look = new BuyerLook(habits);
        _categories = new AliasTable([.. run.World.Categories.Select(goods => goods.ShareOfOrders)]);
        _fenPerUtility = [.. run.World.Categories.Select((goods, category) =>
            run.World.MiddleYuan(category) * YuanToFen / Math.Max(1, goods.Elasticity))];
    }

    /// <summary>How often each listing was sold.</summary>
    public SeasonSales Sales { get; }

    /// <summary>Who cheats in search.</summary>
    public SearchFrauds Frauds { get; }

    /// <summary>What was seen in the measured days.</summary>
    public LookTally Tally { get; } = new();

    /// <summary>The odds of buying nothing.</summary>
    public double Outside { get; private set; } = OutsideOption.Unfitted;

    /// <summary>The odds of not putting a listing into the cart.</summary>
    public double OutsideOfCarts { get; private set; } = OutsideOption.Unfitted;

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        Frauds.Begin(day);
        Make();
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines) =>
        OnOrder(happened, lines);

    /// <summary>A buyer looks around; <see cref="Choose"/> says what is bought.</summary>
    /// <param name="buyer">The buyer.</param>
    /// <param name="draws">The visit's.</param>
    /// <param name="memory">Stores that disappointed are passed over.</param>
    /// <param name="errand">What the buyer comes for; null if it is nothing that was told.</param>
    public void Look(int buyer, ref Draws draws, BuyerMemory memory, BuyerErrand? errand)
    {
        if (_index.IsDue)
        {
            Make();
        }

        _segment = _tastes.SegmentOf(buyer);
        var category = errand?.Category ?? (_demand?.Categories ?? _categories).Draw(ref draws);
        var window = _index[category];
        _look.Around(window, _segment, ref draws, errand is { Listing: >= 0 and var listing }
            ? window.PlaceOf(listing) : -1);
        _against = Outside / (errand?.Conversion ?? 1);
        PassOver(buyer, memory);
        Count(window, category, ref draws);
    }

    /// <summary>What sold most of a category as of its index; −1 if nothing can be found.</summary>
    public int BestSeller(int category) =>
        _index[category].Found(SearchSort.Sales, segment: 0) is [var place, ..]
            ? _index[category].ListingAt(place) : -1;

    /// <summary>The listing that is bought of those looked at; −1 if none is.</summary>
    public int Choose(ref Draws draws) => _look.Choose(_against, ref draws) is >= 0 and var at
        ? _look.Window!.ListingAt(_look.Places[at])
        : -1;

    /// <summary>The buyer has met a listing of which nothing is left, and looks at the others.</summary>
    public void SellOut(int listing)
    {
        for (var at = 0; at < _look.Places.Length; at++)
        {
            if (_look.Window!.ListingAt(_look.Places[at]) == listing)
            {
                _look.Window.SellOut(_look.Places[at]);
                _look.Odds[at] = 0;
            }
        }
    }

    /// <summary>A buyer has come straight to a store, and opens as many pages there.</summary>
    public void LookAtStore(int store, ref Draws draws)
    {
        var pages = _look.PagesOf(ref draws);
        var carts = _habits.CartsPerBuy * _run.World.Scenario.Buyers.BuysPerVisit;
        _run.Recorder.Count(SeasonMeasures.PageViews, pages);
        _run.Recorder.Count(SeasonMeasures.Carts, (long)(carts + draws.Unit()));
        if (IsMeasured)
        {
            Tally.Views(store, pages);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("chce");
        writer.Write(Outside);
        writer.Write(OutsideOfCarts);
        Sales.Save(writer);
        Tally.Save(writer);
        Frauds.Save(writer);
        _index.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("chce");
        Outside = reader.Read<double>();
        OutsideOfCarts = reader.Read<double>();
        Sales.Load(reader);
        Tally.Load(reader);
        Frauds.Load(reader);
        _index.Load(reader);
    }

    private void OnOrder(in MarketEvent happened, ReadOnlySpan<OrderLine> lines)
    {
        Sales.On(happened, lines);
        if (happened.Kind == MarketEventKind.Delivered && _run.World.IsVisitor(happened.Order.Buyer))
        {
            Frauds.Delivered(happened.Order, happened.Store.Value);
        }
    }

    private void Make()
    {
        _index.Make();
        Fit();
        if (IsMeasured && _habits.Frauds is not null)
        {
            Tally.FirstPages(_index, _run.World.Categories.Count, _tastes.Count, Frauds);
        }
    }

    private bool IsMeasured => _run.NowMs >= _run.World.Terms.WarmUpDays * SeasonDay.Ms;

    // What is trusted less is worth less by the logarithm of trust: the odds of it are as much smaller.
    private void PassOver(int buyer, BuyerMemory memory)
    {
        var (consumer, brand) = _trust is null ? (1.0, 1.0)
            : (_trust.Levels.ShareOf(buyer, MarketKind.Consumer),
                _trust.Levels.ShareOf(buyer, MarketKind.Brand));
        for (var at = 0; at < _look.Places.Length; at++)
        {
            var store = _look.Window!.StoreAt(_look.Places[at]);
            _look.Odds[at] *= memory.Of(buyer, store) == Opinion.Bad ? 0
                : _run.Stores[store].IsBrand == 1 ? brand : consumer;
        }
    }

    private void Count(CategoryWindow window, int category, ref Draws draws)
    {
        var recorder = _run.Recorder;
        recorder.Count(SeasonMeasures.PageViews, _look.Opened.Length);
        recorder.Count(SeasonMeasures.RecommendedViews, _look.Recommended);
        var carts = _look.Carts(OutsideOfCarts) + draws.Unit();
        recorder.Count(SeasonMeasures.Carts, (long)carts);
        var surplus = _fenPerUtility[category] * ExactMath.Ln(1 + (_look.Sum() / Outside));
        recorder.Count(SeasonMeasures.Surplus, (long)(surplus + 0.5));
        recorder.Count(SeasonMeasures.FraudViews, Frauds.CountOf(_look.Opened, window));
        if (IsMeasured)
        {
            foreach (var place in _look.Opened)
            {
                Tally.Views(window.StoreAt(place), 1);
            }
        }
    }

    // Visits of the sample are of no buyer's: what they draw moves nobody's chance.
    private void Fit()
    {
        if (IsMeasured)
        {
            return;
        }

        var (visits, listings) = (new List<double>(SamplesFitted), new List<double>());
        for (var sample = 0; sample < SamplesFitted; sample++)
        {
            var draws = Draws.For(_run.World.Seed, sample, Streams.SeasonFit);
            var window = _index[_categories.Draw(ref draws)];
            _look.Around(window, draws.Below(_tastes.Count), ref draws);
            visits.Add(_look.Sum());
            listings.AddRange(_look.Odds);
        }

        var buys = _run.World.Scenario.Buyers.BuysPerVisit;
        Outside = OutsideOption.OfBuying(visits, buys);
        OutsideOfCarts = OutsideOption.OfCarts(listings, _habits.CartsPerBuy * buys * SamplesFitted);
    }
}
