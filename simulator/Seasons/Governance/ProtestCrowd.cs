using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Those who protest: what each does on a day, and to which of the largest stores (rule GOV-5).
/// </summary>
internal sealed class ProtestCrowd(SeasonRun run, ProtestHabits habits, ProtestOrders orders)
{
    private const int DaysLooked = 28;

    private readonly AliasTable _acts = new([.. habits.Acts]);
    private readonly HashSet<int> _attacked = []; // today
    private int[] _large = []; // by size, the largest first

    /// <summary>Whether a store is one of the largest.</summary>
    public bool IsLarge(int store) => Array.IndexOf(_large, store) >= 0;

    /// <summary>A day begins; once a week it is seen who sells most.</summary>
    public void Begin(in SeasonDay day, SalesMargin sales)
    {
        if (!day.BeginsWeek)
        {
            return;
        }

        _large = [.. Enumerable.Range(0, run.Stores.Count).Where(store => run.Stores[store].IsOpen)
            .OrderByDescending(store => sales.Orders(store, DaysLooked, 0))
            .ThenBy(store => store).Take(habits.Victims)];
    }

    /// <summary>
    /// All who have joined act, and organisers without a store with them; the answer is how many that are.
    /// </summary>
    public int Act(in SeasonDay day, bool[] joined, int count, ReadOnlySpan<double> grievances)
    {
        _attacked.Clear();
        var organisers = (int)Math.Round(count * habits.OrganisersShare);
        var outside = (int)Math.Round(organisers * habits.WithoutStoreShare);
        var hardest = HardestHit(joined, organisers - outside, grievances);
        for (var seller = 0; seller < joined.Length; seller++)
        {
            if (joined[seller])
            {
                Act(day, seller, hasStore: true, hardest.Contains(seller));
            }
        }

        for (var other = 0; other < outside; other++)
        {
            Act(day, other, hasStore: false, isOrganiser: true);
        }

        run.Recorder.Count(SeasonMeasures.StoresAttacked, _attacked.Count);
        return count + outside;
    }

    public void Save(StateWriter writer) => writer.WriteSpan<int>(_large);

    public void Load(StateReader reader) => _large = reader.ReadSpan<int>();

    // Organisers with a store are those whom the rules hit hardest.
    private static HashSet<int> HardestHit(bool[] joined, int count, ReadOnlySpan<double> grievances)
    {
        var sellers = new List<(double Grievance, int Seller)>();
        for (var seller = 0; seller < joined.Length && count > 0; seller++)
        {
            if (joined[seller])
            {
                sellers.Add((grievances[seller], seller));
            }
        }

        return [.. sellers.OrderByDescending(one => one.Grievance).ThenBy(one => one.Seller)
            .Take(count).Select(one => one.Seller)];
    }

    private void Act(in SeasonDay day, int participant, bool hasStore, bool isOrganiser)
    {
        const int dayBits = 12;
        var account = orders.AccountOf(participant, hasStore);
        var draws = Draws.For(
            run.World.Seed, ((long)account.Value << dayBits) | (uint)day.Number, Streams.Protest);
        var acts = isOrganiser ? habits.ActsOfOrganiser : habits.ActsPerDay;
        for (var act = 0; act < acts; act++)
        {
            var kind = (ProtestAct)_acts.Draw(ref draws);
            var (bits, unit, at) = (draws.Next(), draws.Unit(), run.World.Calendar.ComesAt(day, ref draws));
            if (kind == ProtestAct.Petition || _large.Length == 0)
            {
                run.Recorder.Count(SeasonMeasures.Petitions);
                continue;
            }

            var store = _large[(int)Math.BigMul(bits, (ulong)_large.Length, out _)];
            if (hasStore && run.Stores[store].Owner == participant)
            {
                continue; // nobody attacks a store of his own
            }

            _attacked.Add(store);
            if (kind == ProtestAct.Click)
            {
                run.Recorder.Count(SeasonMeasures.ProtestClicks);
                run.Recorder.Count(SeasonMeasures.ProtestClickCosts, (long)(habits.YuanPerClick * 100));
                continue;
            }

            var id = ProtestOrders.IdOf(account, day.Number, act, kind, unit < habits.PaidShare);
            run.Plan(day.StartsMs + at, EventKind.Protest, store, id.Packed);
        }
    }
}
