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

    private readonly SeasonRun _run;
    private readonly float[] _perDay;
    private readonly int[] _checkouts;
    private readonly CartLine[] _line = new CartLine[1];
    private readonly List<int> _open = [];
    private AliasTable _choice;

    public BuyerVisits(SeasonRun run)
    {
        _run = run;
        var buyers = run.World.Terms.Buyers;
        Memory = new BuyerMemory(buyers);
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
        for (var buyer = 0; buyer < _perDay.Length; buyer++)
        {
            var draws = Draws.For(_run.World.Seed, KeyOf(buyer, day.Number), Streams.SeasonVisit);
            var mean = _perDay[buyer] * day.Visits;
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
        var buys = draws.Happens(habits.BuysPerVisit);
        var returns = draws.Happens(habits.ReturnsShare);
        var remembered = draws.Next();
        if (buys && Where(buyer, returns, remembered, ref draws) is >= 0 and var store)
        {
            Buy(buyer, store, ref draws);
        }
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

    // Stores open and close when a day begins, and at no other time.
    private void OpenDoors()
    {
        _open.Clear();
        for (var store = 0; store < _run.Stores.Count; store++)
        {
            if (_run.Stores[store].IsOpen)
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
        if (returns && Memory.GoodOne(buyer, remembered) is >= 0 and var good && _run.Stores[good].IsOpen)
        {
            return good;
        }

        for (var look = 0; look < LooksMax && _open.Count > 0; look++)
        {
            var store = _open[_choice.Draw(ref draws)];
            if (Memory.Of(buyer, store) != Opinion.Bad)
            {
                return store;
            }
        }

        return -1;
    }

    private void Buy(int buyer, int store, ref Draws draws)
    {
        const int tries = 2; // who finds the goods sold out looks for others once
        var id = new CheckoutId(new BuyerId(buyer), _checkouts[buyer]);
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var listing = new ListingId(_run.Stores[store].FirstListing
                + _run.World.RanksOf(_run.Stores[store].Listings).Draw(ref draws));
            _line[0] = new CartLine(listing, 1, _run.Market.View.Listing(listing)!.Value.PriceAt(_run.Now));
            var answer = _run.Market.Do(new Checkout(id, _line));
            if (answer.Result == CheckoutResult.Placed)
            {
                _checkouts[buyer]++;
                _run.Plan(_run.World.Payer.HasOrdered(id), PaymentKey.Of(id, answer.Orders).Packed);
                return;
            }

            Invariant.Holds(
                answer.Result is CheckoutResult.SoldOut or CheckoutResult.LimitReached,
                "a buyer of a season checks out what is for sale");
            _run.Stores[store].Week.SoldOut++;
            _run.Recorder.Count(SeasonMeasures.SoldOut);
        }
    }
}
