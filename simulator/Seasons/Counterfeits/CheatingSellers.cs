using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What stores really sell: each Monday sellers who cheat where it pays think over what they sell; careless
/// ones have fakes without knowing (rules TRU-1, TRU-14, TRU-15, GOV-4; MODELS M3).
/// </summary>
internal sealed class CheatingSellers
{
    private const int DaysPerWeek = 7;
    private const int DaysPerKey = 1 << 12;
    private const int QuarterDays = 91;
    private const int LongAgo = -1_000_000;

    private readonly SeasonRun _run;
    private readonly FakeSellerHabits _habits;
    private readonly CheatingChoice _choice;
    private readonly HiddenTruth _truth;
    private readonly SignBook _signs;
    private readonly GoodsLook _look;
    private readonly FakeDisguise _disguise;
    private readonly MakerRing _makers;
    private readonly StoreTurnover _turnover;
    private readonly CertifiedSellers? _certified; // null where nobody must be certified
    private readonly StoreWorth _worth;
    private readonly FakeReplacement _replacement;
    private readonly Table<StoreConduct> _conduct = new(int.MaxValue);

    public CheatingSellers(
        SeasonRun run, CounterfeitHabits habits, HiddenTruth truth, SignBook signs, MakerRing makers,
        StoreWorth worth, StoreTurnover turnover, CertifiedSellers? certified)
    {
        (_run, _habits, _truth, _signs, _makers, _turnover, _certified) =
            (run, habits.Sellers, truth, signs, makers, turnover, certified);
        (_choice, _worth) = (new CheatingChoice(habits.Sellers), worth);
        _look = new GoodsLook(run.World.Seed, habits.Signs);
        (_disguise, _replacement) =
            (new FakeDisguise(run, habits.Sellers), new FakeReplacement(run, turnover));
    }

    /// <summary>Whether the seller of a store is from a region with many makers, as everybody sees.</summary>
    public bool IsRegionFlagged(int owner) =>
        _look.IsRegionFlagged(owner, _run.Stores.OwnerAt(owner).Type);

    /// <summary>A day begins: new stores have goods; on Mondays sellers think it over.</summary>
    public void Begin(in SeasonDay day)
    {
        while (_conduct.Count < _run.Stores.Count)
        {
            Supply(_conduct.Add(), day.Number);
        }

        foreach (var maker in _makers.ArrestedOn(day.Number).ToList())
        {
            Raid(maker, day.Number);
        }

        if (day.BeginsWeek && day.Number > 0)
        {
            _signs.BeginWeek();
            for (var store = 0; store < _conduct.Count; store++)
            {
                if (_run.Stores[store].IsOpen && IsCheat(store))
                {
                    Reconsider(store, day.Number);
                    _replacement.Follow(store, _conduct[store].Plan);
                }
            }

            Reward(day.Number);
        }
    }

    /// <summary>An owner is told of a violation: who had fakes without knowing takes them off.</summary>
    public void Tell(int store, int day)
    {
        var owner = _run.Stores[store].Owner;
        for (var other = 0; other < _conduct.Count; other++)
        {
            if (_run.Stores[other].Owner != owner)
            {
                continue;
            }

            _conduct[other].ViolatedDay = day;
            if (_run.Stores.OwnerAt(owner).Type == SellerType.Careless)
            {
                Fill(other, StorePlan.Genuine, day);
            }
        }
    }

    /// <summary>A fake of a store is proven: it leads to its maker.</summary>
    public void Lead(int store, int day) => _makers.Prove(_conduct[store].Maker, day);

    /// <summary>A store was closed: neighbours hear of it; a professional leaves or comes back.</summary>
    public void HearOfClosure(int store, int day)
    {
        var (category, owner) = (_run.Stores[store].Category, _run.Stores[store].Owner);
        HearOn(store, category, step: -1);
        HearOn(store, category, step: 1);
        for (var other = 0; other < _conduct.Count; other++)
        {
            if (other != store && _run.Stores[other].Owner == owner)
            {
                _conduct[other].Heard++;
            }
        }

        _certified?.Close(store);
        if (_run.Stores.OwnerAt(owner).Type == SellerType.Professional)
        {
            var draws = Draws.For(_run.World.Seed, KeyOf(store, day), Streams.SeasonDisplaced);
            if (draws.Happens(_habits.LeavesShare))
            {
                _run.Recorder.Count(SeasonMeasures.Displaced);
            }
            else
            {
                _turnover.ComesBack(owner);
            }
        }
    }

    /// <summary>Stores that mean to sell fakes, of those that are open.</summary>
    public int StoresWithFakes() => Enumerable.Range(0, _conduct.Count).Count(store =>
        _run.Stores[store].Sells && _conduct[store].Plan == StorePlan.Fakes);

    /// <summary>The hazard that cheats see, and that above which fakes pay less: means (GOV-4).</summary>
    public (double Perceived, double BreakEven) MeanHazards(int day)
    {
        var (count, perceived, breakEven) = (0, 0.0, 0.0);
        for (var store = 0; store < _conduct.Count; store++)
        {
            if (_run.Stores[store].IsOpen && IsCheat(store))
            {
                var sales = _worth.SalesYuan(store);
                count++;
                perceived += HazardOf(store, day);
                breakEven += _choice.BreakEvenHazard(sales, LossOf(store, sales));
            }
        }

        return count == 0 ? (0, 0) : (perceived / count, breakEven / count);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("cond");
        _conduct.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("cond");
        _conduct.Load(reader);
    }

    private static long KeyOf(int store, int day) => ((long)store * DaysPerKey) + day;

    private bool IsCheat(int store) => _run.Stores.OwnerAt(_run.Stores[store].Owner).Type
        is SellerType.Opportunist or SellerType.Professional;

    private void Supply(int store, int day)
    {
        _conduct[store] = new StoreConduct
        {
            Plan = StorePlan.Genuine,
            PlanDay = day,
            Maker = _makers.Of(store),
            ViolatedDay = LongAgo,
        };
        var isCareless = _run.Stores.OwnerAt(_run.Stores[store].Owner).Type == SellerType.Careless;
        for (var rank = 0; rank < _run.World.ListingsMax; rank++)
        {
            var listing = _run.Stores[store].FirstListing + rank;
            var draws = Draws.For(_run.World.Seed, listing, Streams.SeasonGoods);
            Show(listing, isCareless && draws.Happens(_habits.CarelessShare)
                ? ListingTruth.CloseFake : ListingTruth.Genuine, day);
        }

        if (IsCheat(store) && _run.Stores[store].IsOpen)
        {
            var draws = Draws.For(_run.World.Seed, KeyOf(store, day), Streams.SeasonConduct, counter: 1);
            Decide(store, day, draws.Unit());
        }
    }

    private void Reconsider(int store, int day)
    {
        var draws = Draws.For(_run.World.Seed, KeyOf(store, day), Streams.SeasonConduct);
        var isWithoutSupply = _conduct[store].Plan == StorePlan.Fakes
            && !_makers.Delivers(_conduct[store].Maker, day);
        if (draws.Happens(_habits.ReconsidersShare) || isWithoutSupply)
        {
            Decide(store, day, draws.Unit());
        }
    }

    private void Decide(int store, int day, double chance)
    {
        ref var conduct = ref _conduct[store];
        var sales = _worth.SalesYuan(store);
        var weeksOfBrand = conduct.Plan == StorePlan.OwnBrand ? (day - conduct.PlanDay) / DaysPerWeek : 0;
        var plan = _choice.Choose(
            _choice.GenuineYuan(sales, day - conduct.ViolatedDay > QuarterDays),
            _makers.Delivers(conduct.Maker, day)
                ? _choice.FakeYuan(sales, HazardOf(store, day), LossOf(store, sales))
                : double.NegativeInfinity,
            _choice.BrandYuan(sales, weeksOfBrand), sales, chance);
        if (plan == StorePlan.OwnBrand && conduct.Plan != plan && conduct.HasCheated != 0)
        {
            _run.Recorder.Count(SeasonMeasures.Converted);
        }

        if (plan != conduct.Plan)
        {
            (conduct.Plan, conduct.PlanDay) = (plan, day);
            conduct.HasCheated |= plan == StorePlan.Fakes ? 1 : 0;
            Fill(store, plan, day);
        }
    }

    private double HazardOf(int store, int day) => _choice.Hazard(
        _conduct[store].Heard, (day - Math.Max(0, _run.Stores[store].OpenedDay)) / DaysPerWeek);

    private double LossOf(int store, double salesYuan) => (_certified?.LossFactor(store) ?? 1) * _choice
        .LossYuan(salesYuan, _worth.DepositYuan(store), _worth.StockYuan(store) * _habits.GoodsShare);

    private void Fill(int store, StorePlan plan, int day)
    {
        var truth = plan switch
        {
            StorePlan.Fakes => _disguise.IsCheap(store) ? ListingTruth.CheapFake : ListingTruth.CloseFake,
            StorePlan.OwnBrand => ListingTruth.OwnBrand,
            _ => ListingTruth.Genuine,
        };
        for (var rank = 0; rank < _run.World.ListingsMax; rank++)
        {
            Show(_run.Stores[store].FirstListing + rank, truth, day);
        }
    }

    private void Show(int listing, ListingTruth truth, int day)
    {
        if (_truth.Change(listing, truth, day))
        {
            var isCopied = _disguise.IsGood(_run.World.StoreOf(listing));
            var (priceRatio, look) = _look.Of(listing, truth, isCopied, day);
            _signs.Show(listing, priceRatio, look);
            _run.Screening?.GoodsChanged(listing);
            if (_run.Market.View.Listing(new ListingId(listing)) is not { IsWithdrawn: false })
            {
                _truth.SetOnSale(listing, isOnSale: false, day);
            }
        }
    }

    private void HearOn(int from, int category, int step)
    {
        var left = _habits.Neighbours / 2;
        for (var store = from + step; store >= 0 && store < _conduct.Count && left > 0; store += step)
        {
            if (_run.Stores[store].IsOpen && _run.Stores[store].Category == category)
            {
                _conduct[store].Heard++;
                left--;
            }
        }
    }

    // What was bought of a maker is sold; what the maker has in stock is gone.
    private void Raid(int maker, int day)
    {
        _run.Recorder.Count(SeasonMeasures.Raids);
        var weeks = _makers.StockWeeksOn(day);
        for (var store = 0; store < _conduct.Count; store++)
        {
            if (_run.Stores[store].IsOpen && _conduct[store].Maker == maker
                && _conduct[store].Plan == StorePlan.Fakes)
            {
                _run.Recorder.Count(SeasonMeasures.Seized, (long)(weeks * _worth.SalesYuan(store) * 100));
            }
        }
    }

    private void Reward(int day)
    {
        for (var store = 0; store < _conduct.Count && _habits.RewardShare > 0; store++)
        {
            if (_run.Stores[store].Sells && day - _run.Stores[store].OpenedDay > QuarterDays
                && day - _conduct[store].ViolatedDay > QuarterDays)
            {
                var fen = _run.Stores[store].Week.PaidFen * _habits.RewardShare;
                _run.Recorder.Count(SeasonMeasures.EnforcementCost, (long)fen);
            }
        }
    }
}
