using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Which people stand behind the sellers of a season: whoever was closed may come back under another name
/// (rules IDN-4, TRU-14). Nobody sees it.
/// </summary>
internal sealed class SellerPersons(SeasonRun run, CertificationHabits habits)
{
    private const uint AskedCounter = 0; // and as many behind it as there are tries
    private const uint WorthCounter = 1_000;
    private const uint ReturnsCounter = 1_001;

    private readonly ApplicantHabits _sellers = habits.Sellers;
    private readonly Table<Person> _people = new(int.MaxValue); // by the number of the owner
    private readonly List<int> _returning = []; // people, in the order in which they were closed

    private readonly AliasTable _entrants = new(
        [.. SharesOfEntrants(run.World.Scenario.Sellers.Types, habits.Sellers.EntrantsFactor)]);

    /// <summary>The next owner comes: somebody who was closed, or somebody new.</summary>
    /// <param name="owner">The number of the owner.</param>
    /// <param name="isOfStart">Whether it was there before the season.</param>
    /// <returns>What the person is like.</returns>
    public SellerType Enter(int owner, bool isOfStart)
    {
        _people.Reach(owner);
        var person = owner;
        if (!isOfStart && _returning.Count > 0)
        {
            person = _returning[0];
            _returning.RemoveAt(0);
            _people[person].IsReturning = 0;
        }

        _people[owner].First = person;
        return person != owner ? run.Stores.OwnerAt(person).Type
            : isOfStart ? run.World.TypeOf(owner)
            : (SellerType)(1 + _entrants.At(run.World.TypeDraw(owner)));
    }

    /// <summary>The first owner that the person behind an owner was.</summary>
    public int PersonOf(int owner) => _people[owner].First;

    /// <summary>Whether the platform has barred an identity of the person behind an owner.</summary>
    public bool IsListed(int owner) => _people[PersonOf(owner)].IsListed == 1;

    /// <summary>A store of an owner sells.</summary>
    /// <returns>Whether its person was closed before, and is back under another name for the first time.
    /// </returns>
    public bool NoteBack(int owner)
    {
        ref var person = ref _people[PersonOf(owner)];
        var isNew = PersonOf(owner) != owner && person.IsBack == 0;
        person.IsBack = isNew ? 1 : person.IsBack;
        return isNew;
    }

    /// <summary>Whether a new owner is asked for a certificate; a professional looks for a gap.</summary>
    public bool IsAsked(int owner)
    {
        var tries = run.Stores.OwnerAt(owner).Type == SellerType.Professional ? 1 + _sellers.GapTries : 1;
        for (var number = 0; number < tries; number++)
        {
            if (UnitOf(owner, AskedCounter + (uint)number) >= habits.NewSellers)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a store is worth to the person behind an owner, in yuan.</summary>
    public double WorthYuan(int owner) => new Lognormal(_sellers.WorthYuan, _sellers.WorthSpread)
        .Quantile(UnitOf(PersonOf(owner), WorthCounter));

    /// <summary>A store of an owner was closed for fakes.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="isListed">Whether the platform knows an identity of the store's, and bars it.</param>
    /// <returns>Whether it is the first one of the person.</returns>
    public bool Bar(int owner, bool isListed)
    {
        ref var person = ref _people[PersonOf(owner)];
        var isNew = person.WasClosed == 0;
        (person.WasClosed, person.IsListed) = (1, isListed ? 1 : person.IsListed);
        return isNew;
    }

    /// <summary>Whether an opportunist wants to come back.</summary>
    public bool WantsBack(int owner) => UnitOf(owner, ReturnsCounter) < _sellers.ReturnsShare;

    /// <summary>The next new owner is the person behind this one.</summary>
    public void ComesBack(int owner)
    {
        var person = PersonOf(owner);
        if (_people[person].IsReturning == 0)
        {
            _people[person].IsReturning = 1;
            _returning.Add(person);
        }
    }

    public void Save(StateWriter writer)
    {
        _people.Save(writer);
        writer.WriteSpan<int>([.. _returning]);
    }

    public void Load(StateReader reader)
    {
        _people.Load(reader);
        _returning.AddRange(reader.ReadSpan<int>());
    }

    /// <summary>Those who cheat are more of those who want to enter than of those who are there.</summary>
    internal static IReadOnlyList<double> SharesOfEntrants(IReadOnlyList<double> shares, double factor)
    {
        List<double> entrants =
        [
            .. shares.Select((share, at) => (SellerType)(1 + at)
                is SellerType.Opportunist or SellerType.Professional ? share * factor : share),
        ];
        var more = entrants.Sum() - shares.Sum();
        entrants[0] -= Math.Min(more, entrants[0]);
        return entrants;
    }

    private double UnitOf(int owner, uint counter) =>
        Draws.ToUnit(Draws.At(run.World.Seed, owner, Streams.SeasonEntrant, counter));

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Person
    {
        public int First; // the owner that this person was first
        public int WasClosed;
        public int IsListed; // an identity is barred
        public int IsReturning; // waits for its turn to open a store
        public int IsBack; // has sold again
    }
}
