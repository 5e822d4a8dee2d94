using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Sellers who come and go: stores of the start, openings, exits (rules SEA-1, STO-1, STO-3, IDN-4).
/// </summary>
/// <remarks>Openings keep to their rate, so that only exits are left to chance.</remarks>
/// <param name="run">The season.</param>
/// <param name="shelves">What stores sell.</param>
/// <param name="accounts">What stores earn, by which they leave; null where they leave by chance.</param>
/// <param name="demand">What the rate of openings follows; null where it stays.</param>
/// <param name="certified">Who must be certified; null where nobody must.</param>
internal sealed class StoreTurnover(
    SeasonRun run, StoreShelves shelves, SellerAccounts? accounts, SeasonDemand? demand,
    CertifiedSellers? certified) : ISeasonPart
{
    private const int DaysPerKey = 1 << 12;

    private double _toOpen; // stores that the rate of openings still owes
    private int _returning; // professionals who come back under another name

    /// <summary>Opens the stores of the start, their ranks and ages mixed.</summary>
    public void OpenTheFirst()
    {
        var terms = run.World.Terms;
        while (run.Stores.Count < terms.Stores)
        {
            var owner = run.Stores.Owners;
            var sinceDay = -run.World.AgeAtStart(owner);
            var left = terms.Stores - run.Stores.Count;
            Open(sinceDay, Math.Min(left, run.World.StoresOf(owner)), isOfStart: true);
        }

        Rank();
        for (var store = 0; store < run.Stores.Count; store++)
        {
            shelves.Fill(store);
        }
    }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        var sellers = run.World.Scenario.Sellers;
        _toOpen += run.Stores.Open * (demand?.OpeningsPerDay ?? sellers.OpeningsPerDay);
        var last = accounts is null || (day.BeginsWeek && day.Number > 0) ? run.Stores.Count : 0;
        for (var store = 0; store < last; store++)
        {
            var key = ((long)store * DaysPerKey) + day.Number;
            var draws = Draws.For(run.World.Seed, key, Streams.SeasonExit);
            if (run.Stores[store].IsOpen && Leaves(store, draws.Unit()))
            {
                Close(store, day.Number);
            }
        }

        while (_toOpen >= 1)
        {
            var stores = run.World.StoresOf(run.Stores.Owners);
            var first = run.Stores.Count;
            Open(day.Number, stores, isOfStart: false);
            _toOpen -= stores;
            run.Recorder.Count(SeasonMeasures.Openings, stores);
            for (var store = first; store < run.Stores.Count; store++)
            {
                shelves.Fill(store, certified?.MaySell(store) ?? true);
            }
        }
    }

    /// <summary>A seller closes a store, for want of a certificate (rule IDN-3).</summary>
    public void Leave(int store, int day) => Close(store, day);

    /// <summary>The platform has closed a store: it pays what it still can (rules TRU-5, TRU-7).</summary>
    public void EndByPlatform(int store, int day)
    {
        accounts?.Close(store, day);
        run.Stores.Close(store, day);
        run.Recorder.Count(SeasonMeasures.Exits);
    }

    /// <summary>The next seller who opens a store is a professional who was closed before (TRU-14).</summary>
    public void ComesBack(int owner)
    {
        if (certified is null)
        {
            _returning++;
        }
        else
        {
            certified.Persons.ComesBack(owner);
        }
    }

    /// <summary>A store whose goods were taken down puts up others, if it has room for them.</summary>
    public void PutUpAnother(int store) => shelves.PutUpAnother(store);

    public void Save(StateWriter writer)
    {
        writer.Write(_toOpen);
        writer.Write(_returning);
    }

    public void Load(StateReader reader)
    {
        _toOpen = reader.Read<double>();
        _returning = reader.Read<int>();
    }

    private void Open(int sinceDay, int stores, bool isOfStart)
    {
        var type = certified?.Persons.Enter(run.Stores.Owners, isOfStart)
            ?? (_returning > 0 ? SellerType.Professional : run.World.TypeOf(run.Stores.Owners));
        _returning = Math.Max(0, _returning - 1);
        var owner = run.Stores.AddOwner(type, sinceDay);
        for (var more = 0; more < stores; more++)
        {
            var store = run.Stores.Count;
            var firstListing = store * run.World.ListingsMax;
            var opened = run.World.NewStore(store, owner, sinceDay, firstListing);
            run.Stores.Add(opened);
            var kind = opened.IsBrand == 1 ? MarketKind.Brand : MarketKind.Consumer;
            var name = FormattableString.Invariant(
                $"{run.World.Categories[opened.Category].Name} {Words.Of(kind)} {store}");
            var result = run.Market.Do(new OpenStore(StoreApplication.Paid(
                new StoreId(store), new SellerId(owner), kind, name, run.Market.Policy.Stores)));
            Invariant.Holds(result == OpenStoreResult.Opened, "a store of a season can be opened");
            certified?.Open(store, isOfStart);
        }
    }

    // The first stores have all ranks, each once, in an order that chance gives.
    private void Rank()
    {
        var order = Enumerable.Range(0, run.Stores.Count)
            .OrderBy(store => Draws.At(run.World.Seed, store, Streams.SeasonStore, RankCounter))
            .ThenBy(store => store).ToList();
        for (var rank = 0; rank < order.Count; rank++)
        {
            run.Stores[order[rank]].Appeal = run.World.AppealAt(rank + 1);
        }
    }

    private const uint RankCounter = 1_000; // behind what a new store draws

    // By chance, day by day; or, where sellers have accounts, week by week by what they earn (GRW-3).
    private bool Leaves(int store, double chance)
    {
        if (accounts is null)
        {
            return chance < run.World.Scenario.Sellers.ExitsPerDay;
        }

        if (accounts.LeavesFor(store, chance) is not { } reason)
        {
            return false;
        }

        run.Recorder.Count(reason switch
        {
            ExitReason.Profit => SeasonMeasures.ExitsForProfit,
            ExitReason.Cash => SeasonMeasures.ExitsForCash,
            _ => SeasonMeasures.ExitsByChance,
        });
        return true;
    }

    private void Close(int store, int day)
    {
        accounts?.Close(store, day);
        run.Stores.Close(store, day);
        run.Recorder.Count(SeasonMeasures.Exits);
        var id = new StoreId(store);
        var result = run.Market.Do(new StepStore(id, StoreStep.Close));
        Invariant.Holds(result == StoreResult.Done, "a store of a season can close");
        if (StoreProcess.LastPayment(store, id, run.Market.View.Store(id)!.Value) is { } deposit)
        {
            var returned = run.Market.Do(new Move(deposit));
            Invariant.Holds(returned == TransferResult.Moved, "a closed store gets its deposit back");
        }

        accounts?.Leave(store);
    }
}
