using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What moves demand beside chance (MODELS M10; rules DEM-2, DEM-5, DEM-6, DEM-7): prices of festivals and
/// waiting for them, growth of buyers and stores, word of mouth, bursts.
/// </summary>
internal sealed class SeasonDemand : ISeasonPart, IMarketObserver
{
    private const double Thousand = 1_000;
    private const double DaysPerWeek = 7;

    private readonly SeasonRun _run;
    private readonly DemandTerms _terms;
    private readonly WaitingBuyers _waiting;
    private readonly FestivalPrices _prices;
    private readonly DemandBursts _bursts;
    private readonly WordOfMouth? _word;
    private BuyerNetwork _network;
    private bool _isFestival;
    private bool _isReferred;
    private long _seedingFen;

    public SeasonDemand(SeasonRun run, DemandTerms terms, BuyerMemory memory)
    {
        (_run, _terms) = (run, terms);
        _waiting = new WaitingBuyers(run.World.Calendar, terms.Waiting);
        _prices = new FestivalPrices(run, terms.Discounts);
        _bursts = new DemandBursts(run, terms.Bursts);
        _word = terms.WordOfMouth is { } word ? new WordOfMouth(run, word, memory) : null;
        _network = new BuyerNetwork(terms.Network ?? new NetworkTerms(), run.World.Terms.Stores);
        SharesToday = [.. Shares];
    }

    /// <summary>Visits of the day, over those of the calendar.</summary>
    public double VisitsFactor { get; private set; } = 1;

    /// <summary>The choice among categories, by their shares and prices.</summary>
    public AliasTable Categories { get; private set; }

    private double[] SharesToday // of categories today; set together with the choice among them
    {
        get;
        set
        {
            field = value;
            Categories = new AliasTable(value);
        }
    }

    /// <summary>Stores that open on a day, as a share of those that are; null if nothing grows.</summary>
    public double? OpeningsPerDay =>
        _terms.Network is { } network ? _network.OpeningsAWeek(network) / DaysPerWeek : null;

    /// <summary>Buyers now, over those at the start.</summary>
    public double BuyersGrown =>
        _terms.Network is { } network ? _network.Buyers / network.BuyersAtStart : 1;

    /// <summary>How buyers answered to discounts: the elasticity that comes out; null without any.</summary>
    public double? Elasticity => _prices.Sales.Elasticity();

    /// <summary>What came of each burst.</summary>
    public IReadOnlyList<BurstOutcome> Bursts => _bursts.Outcomes;

    /// <summary>What the goods cost that were given away.</summary>
    public Money SeedingCost => Money.FromFen(_seedingFen);

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        _isFestival = day.IsFestival;
        if (day.BeginsWeek && day.Number > 0 && _terms.Network is { } network)
        {
            _network.Pass(network, _run.Stores.Open);
        }

        _prices.Begin(day);
        SharesToday = SharesByPrice();
        var kept = day.IsFestival ? 1 : _waiting.KeptOn(day.Number);
        var visits = _run.World.OrdersPerDay / _run.World.Scenario.Buyers.BuysPerVisit * BuyersGrown;
        VisitsFactor = kept * BuyersGrown * SharesToday.Sum() / Shares.Sum();
        _run.Recorder.Count(SeasonMeasures.VisitsMoved, (long)((1 - kept) * visits));
        _run.Recorder.Count(SeasonMeasures.BuyersThousand, (long)(_network.Buyers * Thousand));
        _bursts.Begin(day, visits);
        if (_terms.WordOfMouth?.Seeding is { } seeding && seeding.Day == day.Number)
        {
            _run.Plan(day.StartsMs + SeedingAtMs, EventKind.Seeding, 0, 0);
        }
    }

    /// <summary>A buyer comes for a burst, or because of what another told.</summary>
    public void Come(in AgendaEvent next, BuyerVisits visits, BuyerChoice choice)
    {
        if ((EventKind)next.Kind == EventKind.BurstVisit)
        {
            visits.Come(next.Entity, _bursts.Come(next.Extra, choice));
            _bursts.Leave();
            return;
        }

        var (buyer, listing) = ((int)next.Extra, next.Entity);
        var category = _run.Stores[_run.World.StoreOf(listing)].Category;
        _isReferred = true;
        visits.Come(buyer, new BuyerErrand(-1 - (next.At << VisitBits) - buyer, category, listing, 1));
        _isReferred = false;
    }

    /// <summary>The best seller of a category is given to those whom most follow.</summary>
    public void Seed(BuyerChoice choice)
    {
        var category = _run.World.CategoryNamed(_terms.WordOfMouth!.Seeding!.Category);
        if (choice.BestSeller(category) is >= 0 and var listing)
        {
            _seedingFen += _word!.Seed(listing, _run.World.PriceOf(listing, category)).Fen;
        }
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                _bursts.Placed(happened.Order);
                _run.Recorder.Count(SeasonMeasures.ReferredOrders, _isReferred ? 1 : 0);
                break;
            case MarketEventKind.Paid:
                _prices.Paid(lines[0].Listing.Value, _isFestival);
                break;
            case MarketEventKind.Delivered:
                _bursts.Delivered(happened.Order);
                break;
            case MarketEventKind.StoreRated when !happened.IsByTime:
                _word?.Rated(happened, happened.Listing.Value);
                break;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("dmnd");
        writer.Write(_network);
        writer.Write(VisitsFactor);
        writer.Write(_isFestival);
        writer.Write(_seedingFen);
        writer.WriteSpan<double>(SharesToday);
        _prices.Save(writer);
        _bursts.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("dmnd");
        _network = reader.Read<BuyerNetwork>();
        VisitsFactor = reader.Read<double>();
        _isFestival = reader.Read<bool>();
        _seedingFen = reader.Read<long>();
        SharesToday = reader.ReadSpan<double>();
        _prices.Load(reader);
        _bursts.Load(reader);
    }

    private const int VisitBits = 25; // as many as a buyer's number has
    private const long SeedingAtMs = SeasonDay.Ms / 3;

    private IEnumerable<double> Shares => _run.World.Categories.Select(goods => goods.ShareOfOrders);

    // A category whose prices are a tenth lower is visited a twentieth more often.
    private double[] SharesByPrice()
    {
        var categories = _run.World.Categories.Count;
        var (logs, listings) = (new double[categories], new int[categories]);
        _prices.AddTo(logs);
        for (var store = 0; store < _run.Stores.Count; store++)
        {
            listings[_run.Stores[store].Category] +=
                _run.Stores[store].IsOpen ? _run.Stores[store].Listings : 0;
        }

        return
        [
            .. Shares.Select((share, at) => share
                * ExactMath.Exp(-_terms.CategoryElasticity * logs[at] / Math.Max(1, listings[at]))),
        ];
    }
}
