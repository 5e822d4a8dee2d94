using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Buyers' trust in each market and the mood of their regions: what happens to them moves it, and it decides
/// how often they come and where they go (rules DEM-9, LOG-2, MODELS M11). No rule sees it.
/// </summary>
/// <remarks>Whoever knows that something happened to a buyer says so by <see cref="Happened"/>.</remarks>
internal sealed class BuyerTrust : ISeasonPart, IMarketObserver
{
    private static readonly MarketKind[] Markets = [MarketKind.Consumer, MarketKind.Brand];

    private readonly SeasonRun _run;
    private readonly TrustTerms _terms;
    private readonly BuyerMemory _memory;
    private readonly Table<TrustWeek> _weeks = new(int.MaxValue);
    private readonly long[] _levels = new long[Markets.Length]; // of the week, in 1/10,000
    private double _brandShare;
    private double _visitsLost;
    private int _delivered; // in the brand market, since yesterday
    private int _wentWrong;

    public BuyerTrust(SeasonRun run, TrustTerms terms, BuyerMemory memory)
    {
        (_run, _terms, _memory) = (run, terms, memory);
        Levels = new TrustLevels(run, terms);
        Moods = new RegionMoods(run, terms);
        Returns = new ReturnWindows(run);
    }

    /// <summary>How far each buyer trusts each market.</summary>
    public TrustLevels Levels { get; }

    /// <summary>The mood of each region.</summary>
    public RegionMoods Moods { get; }

    /// <summary>How often buyers come back after good and bad orders.</summary>
    public ReturnWindows Returns { get; }

    /// <summary>How many weeks of regions and markets were looked at.</summary>
    public int Weeks => _weeks.Count;

    /// <summary>A week of a region and a market.</summary>
    public TrustWeek WeekAt(int row) => _weeks[row];

    /// <summary>
    /// How often a buyer comes today, as a share of how often without any harm: by trust in both markets, as
    /// far as buyers look at each, and by the region's mood.
    /// </summary>
    public double VisitShare(int buyer, int day)
    {
        var trust = ((1 - _brandShare) * Levels.ShareOf(buyer, MarketKind.Consumer))
            + (_brandShare * Levels.ShareOf(buyer, MarketKind.Brand));
        return trust * Moods.Of(_run.World.RegionOf(buyer), day);
    }

    /// <summary>Visits that did not happen, for want of trust, on average.</summary>
    public void Lose(double visits) => _visitsLost += visits;

    /// <summary>
    /// The chance that a buyer who has come looks at a store of a market rather than not: 1 for the market
    /// that the buyer trusts most.
    /// </summary>
    public double ChanceOf(int buyer, MarketKind market)
    {
        var most = Math.Max(
            Levels.ShareOf(buyer, MarketKind.Consumer), Levels.ShareOf(buyer, MarketKind.Brand));
        return most <= 0 ? 0 : Levels.ShareOf(buyer, market) / most;
    }

    /// <summary>Something happened to a buyer in a market.</summary>
    public void Happened(int buyer, MarketKind market, TrustEvent what)
    {
        var (measure, by) = what switch
        {
            TrustEvent.FakeNoticed => (SeasonMeasures.TakenForFakes, -_terms.FakeNoticed),
            TrustEvent.Late => (SeasonMeasures.LateOrders, -_terms.Late),
            TrustEvent.RefundRefused => (SeasonMeasures.RefundsRefused, -_terms.RefundRefused),
            _ => (SeasonMeasures.GoodOrders, _terms.Good),
        };
        var day = (int)(_run.NowMs / SeasonDay.Ms);
        _run.Recorder.Count(measure);
        Levels.Move(buyer, market, by, day);
        Returns.Open(buyer, day, isGood: what == TrustEvent.Good);
        if (what == TrustEvent.FakeNoticed)
        {
            var other = market == MarketKind.Brand ? MarketKind.Consumer : MarketKind.Brand;
            Levels.Move(buyer, other, -_terms.FakeElsewhere, day);
        }

        _wentWrong += market == MarketKind.Brand && what != TrustEvent.Good ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        Levels.BeginDay(day.Number);
        Moods.BeginDay(day.Number);
        if (_delivered > 0)
        {
            var share = Math.Min(1, (double)_wentWrong / _delivered);
            Levels.MoveAll(MarketKind.Brand, -_terms.BrandSpread * share, day.Number);
        }

        (_delivered, _wentWrong) = (0, 0);
        foreach (var report in _terms.ReportDays)
        {
            foreach (var market in report == day.Number ? Markets : [])
            {
                Levels.MoveAll(market, -_terms.Report, day.Number);
            }
        }

        WeighBrands();
        Look(day);
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        if (!_run.World.IsVisitor(happened.Order.Buyer))
        {
            return;
        }

        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                Returns.Order(happened.Order.Buyer.Value, (int)(_run.NowMs / SeasonDay.Ms));
                break;
            case MarketEventKind.Paid:
                Moods.Expect(RegionOf(order), DueBy(order));
                break;
            case MarketEventKind.Delivered:
                Delivered(order);
                break;
            case MarketEventKind.Confirmed:
                Confirmed(order);
                break;
            case MarketEventKind.Closed when order.PaidAt is not null && order.DeliveredAt is null:
                Missed(order);
                break;
            default:
                break;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("trus");
        writer.WriteRows<long>(_levels);
        writer.Write(_brandShare);
        writer.Write(_visitsLost);
        writer.Write(_delivered);
        writer.Write(_wentWrong);
        Levels.Save(writer);
        Moods.Save(writer);
        Returns.Save(writer);
        _weeks.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("trus");
        reader.ReadRows<long>(_levels);
        _brandShare = reader.Read<double>();
        _visitsLost = reader.Read<double>();
        _delivered = reader.Read<int>();
        _wentWrong = reader.Read<int>();
        Levels.Load(reader);
        Moods.Load(reader);
        Returns.Load(reader);
        _weeks.Load(reader);
    }

    private void Delivered(in Order order)
    {
        var market = _run.Stores[order.Store.Value].Market;
        _delivered += market == MarketKind.Brand ? 1 : 0;
        if (_run.Now > DueBy(order))
        {
            Happened(order.Id.Buyer.Value, market, TrustEvent.Late);
        }
        else
        {
            Moods.Come(RegionOf(order), DueBy(order));
        }
    }

    // An order that was late is no good one, nor is what was taken for a fake, and who claimed it has taken
    // that back: it is counted already. That a dispute over quality was lost is seen when it is settled.
    private void Confirmed(in Order order)
    {
        if (order.DeliveredAt is { } at && at <= DueBy(order) && !_memory.TookForFake(order.Id))
        {
            Happened(
                order.Id.Buyer.Value, _run.Stores[order.Store.Value].Market,
                order.Dispute == DisputeStatus.WonByStore ? TrustEvent.RefundRefused : TrustEvent.Good);
        }
    }

    // An order that ended before its parcel came: in time nobody misses it, later it was late.
    private void Missed(in Order order)
    {
        if (_run.Now <= DueBy(order))
        {
            Moods.Come(RegionOf(order), DueBy(order));
        }
        else
        {
            Happened(
                order.Id.Buyer.Value, _run.Stores[order.Store.Value].Market, TrustEvent.Late);
        }
    }

    private int RegionOf(in Order order) => _run.World.RegionOf(order.Id.Buyer.Value);

    private DateTimeOffset DueBy(in Order order)
    {
        var promised = _run.Market.Policy.Logistics;
        return StoreHandling.PromisedBy(order.PaidAt!.Value, order.IsFestival, promised)
            + promised.DeliverWithin;
    }

    // How much of buyers' looks goes to the brand market, by the stores that are open.
    private void WeighBrands()
    {
        var (all, brands) = (0.0, 0.0);
        for (var store = 0; store < _run.Stores.Count; store++)
        {
            ref readonly var row = ref _run.Stores[store];
            if (row.IsOpen)
            {
                (all, brands) = (all + row.Appeal, brands + (row.Appeal * row.IsBrand));
            }
        }

        _brandShare = all > 0 ? brands / all : 0;
    }

    private void Look(in SeasonDay day)
    {
        if (day.BeginsWeek)
        {
            Array.Clear(_levels);
            foreach (var week in TrustWeek.Of(_run, this, day))
            {
                _weeks[_weeks.Add()] = week;
                _levels[week.Market == (int)MarketKind.Brand ? 1 : 0] += week.TrustSum;
            }

            _levels[0] /= _run.World.Terms.Buyers;
            _levels[1] /= _run.World.Terms.Buyers;
        }

        var mood = 0.0;
        for (var region = 0; region < _run.World.Regions.Count; region++)
        {
            mood += _run.World.Regions[region].Share * Moods.Of(region, day.Number);
        }

        _run.Recorder.Count(SeasonMeasures.TrustConsumer, _levels[0]);
        _run.Recorder.Count(SeasonMeasures.TrustBrand, _levels[1]);
        _run.Recorder.Count(SeasonMeasures.Mood, (long)Math.Round(mood * 10_000));
        _run.Recorder.Count(SeasonMeasures.BuyersAway, Levels.Away);
        _run.Recorder.Count(SeasonMeasures.VisitsLost, (long)Math.Round(_visitsLost));
        _visitsLost = 0;
    }
}
