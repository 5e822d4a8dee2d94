using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Who is asked for a certificate, who has one, and who is barred: what sellers and their applications know
/// of it (rules IDN-1 to IDN-4; MODELS M1).
/// </summary>
internal sealed class CertifiedSellers(SeasonRun run, CertificationHabits habits)
{
    private readonly Table<ApplicantCourse> _courses = new(int.MaxValue); // by store

    /// <summary>The numbers.</summary>
    public CertificationHabits Habits => habits;

    /// <summary>The people behind the sellers.</summary>
    public SellerPersons Persons { get; } = new(run, habits);

    /// <summary>The courses of all stores so far.</summary>
    public int Count => _courses.Count;

    /// <summary>The course of a store.</summary>
    public ref ApplicantCourse this[int store] => ref _courses[store];

    /// <summary>How a signature of the platform's reads.</summary>
    public static Signature Sign(string why) => new("certification", why);

    /// <summary>A store has opened; a new seller's may have to be certified before it sells.</summary>
    public void Open(int store, bool isOfStart)
    {
        _courses.Reach(store);
        var owner = run.Stores[store].Owner;
        if (isOfStart)
        {
            return;
        }

        if (Persons.IsAsked(owner))
        {
            Ask(store);
        }
        else if (!IsWorth(store, habits.Sellers.NameYuan))
        {
            _courses[store].Phase = ApplicantPhase.GaveUp;
        }
        else
        {
            NoteBack(owner);
        }
    }

    /// <summary>Whether a store may put goods on sale as far as its certificate is concerned.</summary>
    public bool MaySell(int store) => _courses[store].IsNew == 0 && !HasLeft(store);

    /// <summary>Whether the seller of a new store does not come at all.</summary>
    public bool HasLeft(int store) =>
        _courses[store] is { Phase: ApplicantPhase.GaveUp, IsSummoned: 0 };

    /// <summary>What the seller of a store is like: truth.</summary>
    public SellerType TypeOf(int store) => run.Stores.OwnerAt(run.Stores[store].Owner).Type;

    /// <summary>How many times as much a seller loses by a closure because its name is known.</summary>
    public double LossFactor(int store) => _courses[store].WasAsked
        && TypeOf(store) == SellerType.Opportunist
        && (_courses[store].IsNew == 1 || _courses[store].CertifiedMs > 0)
            ? habits.Sellers.LossFactor : 1;

    /// <summary>Whether a store is worth its price to its seller; only professionals reckon so.</summary>
    public bool IsWorth(int store, double yuan) => TypeOf(store) != SellerType.Professional
        || Persons.WorthYuan(run.Stores[store].Owner) > yuan;

    /// <summary>A store was closed for fakes: its identity and its seller are barred (rule IDN-4).</summary>
    public void Close(int store)
    {
        var owner = run.Stores[store].Owner;
        var known = run.Market.View.Certification(new StoreId(store));
        var isListed = known.Certificate != CertificateClass.None;
        if (isListed)
        {
            run.Market.Do(new ListIdentity(
                known.Identity, IdentityListing.Black, By: Sign("its store was closed for fakes")));
        }

        run.Recorder.Count(CertificationMeasures.OwnersBarred, Persons.Bar(owner, isListed) ? 1 : 0);
        if (TypeOf(store) == SellerType.Opportunist && Persons.WantsBack(owner))
        {
            Persons.ComesBack(owner);
        }
    }

    /// <summary>A store of somebody who was closed before sells again, under another name.</summary>
    public void NoteBack(int owner)
    {
        run.Recorder.Count(CertificationMeasures.OwnersBack, Persons.NoteBack(owner) ? 1 : 0);
    }

    public void Save(StateWriter writer)
    {
        _courses.Save(writer);
        Persons.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _courses.Load(reader);
        Persons.Load(reader);
    }

    private void Ask(int store)
    {
        ref var course = ref _courses[store];
        (course.IsNew, course.Class) = (1, (int)CertificateClass.A);
        run.Recorder.Count(CertificationMeasures.StoresAsked);
        var id = new StoreId(store);
        if (run.Market.View.Store(id)!.Value.Status == StoreStatus.Open)
        {
            var result = run.Market.Do(new StepStore(
                id, StoreStep.Suspend, By: Sign("a new seller is certified first")));
            Invariant.Holds(result == StoreResult.Done, "a store that has opened can be suspended");
        }

        run.Stores[store].IsHeld = SeasonStore.HeldForCertificate;
    }
}
