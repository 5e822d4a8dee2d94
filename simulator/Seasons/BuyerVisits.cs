using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Buyers who come, look at a store and may buy there (rules SEA-1, DEM-1, CRT-1, INV-1).
/// </summary>
/// <remarks>
/// A day's visits are planned when it begins, each from the draws of buyer and day: what another buyer does
/// moves none of them.
/// </remarks>
internal sealed class BuyerVisits : ISeasonPart
{
    private const int DayBits = 12;
    private const int NumberBits = 8;
    private const int VisitsMax = (1 << NumberBits) - 1; // of a buyer on a day
    private const int LooksMax = 3; // a buyer who meets bad stores only gives up
    private const int TriesMax = 2; // who finds the goods sold out looks for others once

    private readonly SeasonRun _run;
    private readonly BuyerTrust? _trust;
    private readonly float[] _perDay;
    private readonly int[] _checkouts;
    private readonly CartLine[] _line = new CartLine[1];
    private readonly BuyerChoice? _searching;
    private readonly SeasonDemand? _demand;
    private readonly List<int> _open = [];
    private AliasTable _choice;

    /// <summary>The visits of a season.</summary>
    /// <param name="run">The season.</param>
    /// <param name="memory">What buyers remember.</param>
    /// <param name="searching">How buyers search and choose; null where they go by rank.</param>
    /// <param name="demand">What lets more or fewer come; null where nothing does.</param>
    /// <param name="trust">How far buyers trust the markets; null where nothing keeps them away.</param>
    public BuyerVisits(
        SeasonRun run, BuyerMemory memory, BuyerChoice? searching, SeasonDemand? demand, BuyerTrust? trust)
    {
        (_run, Memory, _searching, _demand, _trust) = (run, memory, searching, demand, trust);
        var buyers = run.World.Terms.Buyers;
        _checkouts = new int[buyers];
        _perDay = new float[buyers];
        for (var buyer = 0; buyer < buyers; buyer++)
        {
            _perDay[buyer] = (float)run.World.VisitsPerDay(buyer);
        }
    }

    /// <summary>What buyers remember.</summary>
    public BuyerMemory Memory { get; }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        OpenDoors();
        var visits = day.Visits * (_demand?.VisitsFactor ?? 1);
        for (var buyer = 0; buyer < _perDay.Length; buyer++)
        {
            var draws = Draws.For(_run.World.Seed, KeyOf(buyer, day.Number), Streams.SeasonVisit);
            var mean = Trusting(buyer, _perDay[buyer] * visits, day.Number);
            var chance = draws.Unit();
            if (chance < mean)
            {
                Plan(buyer, day, CountAt(chance, mean), ref draws);
            }
        }
    }

    /// <summary>A buyer looks, and may buy.</summary>
    public void Visit(long visit)
    {
        _run.Recorder.Count(SeasonMeasures.Visits);
        var draws = Draws.For(_run.World.Seed, visit, Streams.SeasonChoice);
        var habits = _run.World.Scenario.Buyers;
        var buyer = (int)(visit >> (DayBits + NumberBits));
        if (_searching is not null)
        {
            Search(_searching, buyer, visit, ref draws);
            return;
        }

        var buys = draws.Happens(habits.BuysPerVisit);
        var returns = draws.Happens(habits.ReturnsShare);
        var remembered = draws.Next();
        if (buys && Where(buyer, returns, remembered, ref draws) is >= 0 and var store)
        {
            Buy(buyer, store, ref draws);
        }
    }

    /// <summary>A buyer comes who was told of something.</summary>
    public void Come(int buyer, in BuyerErrand errand)
    {
        _run.Recorder.Count(SeasonMeasures.Visits);
        var looks = Draws.For(_run.World.Seed, errand.Key, Streams.SeasonErrand);
        _searching!.Look(buyer, ref looks, Memory, errand);
        Choose(_searching, buyer, ref looks);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("vist");
        writer.WriteRows<int>(_checkouts);
        Memory.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("vist");
        reader.ReadRows<int>(_checkouts);
        Memory.Load(reader);
        OpenDoors();
    }

    private static long KeyOf(int buyer, int day) =>
        (((long)buyer << DayBits) | (uint)day) << NumberBits;

    // How many visits of a mean number a uniform chance gives; the larger the chance the fewer.
    private static int CountAt(double chance, double mean)
    {
        var exactly = ExactMath.Exp(-mean);
        var (count, more) = (0, 1 - exactly);
        while (chance < more && count < VisitsMax)
        {
            count++;
            exactly *= mean / count;
            more -= exactly;
        }

        return count;
    }

    private void Plan(int buyer, in SeasonDay day, int visits, ref Draws draws)
    {
        for (var number = 0; number < visits; number++)
        {
            var at = day.StartsMs + _run.World.Calendar.ComesAt(day, ref draws);
            _run.Plan(at, EventKind.Visit, 0, KeyOf(buyer, day.Number) | (uint)number);
        }
    }

    /// <summary>
    /// Buyers see which stores sell: when a day begins, and when the platform has closed or opened some.
    /// </summary>
    public void OpenDoors()
    {
        _open.Clear();
        for (var store = 0; store < _run.Stores.Count; store++)
        {
            if (_run.Stores[store].Sells)
            {
                _open.Add(store);
            }
        }

        _choice = _open.Count == 0 ? default
            : new AliasTable([.. _open.Select(store => _run.Stores[store].Appeal)]);
    }

    // Back to a good store, or to one by its appeal that the buyer does not remember badly; −1 if none.
    private int Where(int buyer, bool returns, ulong remembered, ref Draws draws)
    {
        if (returns && Memory.GoodOne(buyer, remembered) is >= 0 and var good && _run.Stores[good].Sells
            && !HasLeft(buyer, good))
        {
            return good;
        }

        for (var look = 0; look < LooksMax && _open.Count > 0; look++)
        {
            var store = _open[_choice.Draw(ref draws)];
            if (Memory.Of(buyer, store) != Opinion.Bad && Goes(buyer, store, ref draws))
            {
                return store;
            }
        }

        return -1;
    }

    // A buyer comes less often where trust or the mood of the region is lower (DEM-9).
    private double Trusting(int buyer, double visits, int day)
    {
        if (_trust is null)
        {
            return visits;
        }

        var left = visits * _trust.VisitShare(buyer, day);
        _trust.Lose(visits - left);
        return left;
    }

    private bool HasLeft(int buyer, int store) =>
        _trust?.Levels.HasLeft(buyer, _run.Stores[store].Market) == true;

    // And goes less often to the market that is trusted less.
    private bool Goes(int buyer, int store, ref Draws draws) => _trust is null
        || _trust.ChanceOf(buyer, _run.Stores[store].Market) is var chance
        && (chance >= 1 || draws.Happens(chance));

    // Straight to a store that the buyer remembers, as without search, or to whatever is found.
    private void Search(BuyerChoice searching, int buyer, long visit, ref Draws draws)
    {
        var habits = _run.World.Scenario.Buyers;
        var buys = draws.Happens(habits.BuysPerVisit);
        var returns = draws.Happens(habits.ReturnsShare);
        var good = returns ? Memory.GoodOne(buyer, draws.Next()) : -1;
        if (good >= 0 && _run.Stores[good].Sells && !HasLeft(buyer, good))
        {
            searching.LookAtStore(good, ref draws);
            if (buys)
            {
                Buy(buyer, good, ref draws);
            }

            return;
        }

        var looks = Draws.For(_run.World.Seed, visit, Streams.SeasonLook);
        searching.Look(buyer, ref looks, Memory, errand: null);
        Choose(searching, buyer, ref looks);
    }

    private void Choose(BuyerChoice searching, int buyer, ref Draws looks)
    {
        for (var tries = TriesMax; tries > 0 && searching.Choose(ref looks) is >= 0 and var listing; tries--)
        {
            if (TryBuy(buyer, new ListingId(listing)))
            {
                return;
            }

            searching.SellOut(listing);
        }
    }

    private void Buy(int buyer, int store, ref Draws draws)
    {
        for (var tries = TriesMax; tries > 0; tries--)
        {
            var rank = _run.World.RanksOf(_run.Stores[store].Listings).Draw(ref draws);
            if (TryBuy(buyer, new ListingId(_run.Stores[store].FirstListing + rank)))
            {
                return;
            }
        }
    }

    // Nothing is bought of what its store has not put up yet.
    private bool TryBuy(int buyer, ListingId id)
    {
        if (_run.Market.View.Listing(id) is not { } listing)
        {
            return false;
        }

        var checkout = new CheckoutId(new BuyerId(buyer), _checkouts[buyer]);
        _line[0] = new CartLine(id, 1, listing.PriceAt(_run.Now));
        var answer = _run.Market.Do(new Checkout(checkout, _line));
        if (answer.Result == CheckoutResult.Placed)
        {
            _checkouts[buyer]++;
            _run.Plan(_run.World.Payer.HasOrdered(checkout), PaymentKey.Of(checkout, answer.Orders).Packed);
            return true;
        }

        var isSoldOut = answer.Result is CheckoutResult.SoldOut or CheckoutResult.LimitReached;
        var isDown = answer.Result == CheckoutResult.NotForSale
            && _run.World.Scenario.Counterfeits is not null; // the platform took it down today
        Invariant.Holds(
            isSoldOut || isDown || _searching is not null,
            "who does not search checks out what is for sale");
        _run.Recorder.Count(SeasonMeasures.NotForSale, isDown ? 1 : 0);
        _run.Stores[listing.Store.Value].Week.SoldOut += isSoldOut ? 1 : 0;
        _run.Recorder.Count(SeasonMeasures.SoldOut, isSoldOut ? 1 : 0);
        return false; // an index may still show what was taken off sale since
    }
}
