namespace FlashSale.Simulator;

/// <summary>
/// The way of each application, by commands of the market: the seller applies and hands in, the platform
/// decides check by check (rules IDN-1 to IDN-4; MODELS M1).
/// </summary>
internal sealed class ApplicationDesk(
    SeasonRun run, CertifiedSellers certified, CheatingSellers sellers, StoreShelves shelves,
    StoreTurnover turnover)
{
    private const int DrawBits = 16; // of one store
    private const uint HandInCounter = 0;
    private const uint DropOutCounter = 1;
    private const uint VerdictCounter = 2;
    private const uint LinkCounter = 3;

    private readonly CertificationHabits _habits = certified.Habits;

    /// <summary>How sellers take it; null where nobody minds.</summary>
    public Governance? Governance { get; set; }

    /// <summary>The next step of a store's application.</summary>
    /// <returns>Whether its doors were opened, or closed.</returns>
    public bool Happen(int store)
    {
        var sold = run.Stores[store].Sells;
        if (run.Stores[store].IsOpen)
        {
            GoOn(store);
        }

        return run.Stores[store].Sells != sold;
    }

    /// <summary>A seller means to apply within some time.</summary>
    public void Begin(int store, CertificateClass asked, TimeSpan within)
    {
        certified[store].Class = (int)asked;
        Plan(store, ApplicantPhase.Applies, within);
    }

    /// <summary>Whether a store is not worth a certificate to a professional.</summary>
    public bool IsKeptOut(int store)
    {
        var owner = run.Stores[store].Owner;
        return IsCheat(store) && !certified.IsWorth(store, _habits.Sellers.CertificateYuan(
            _habits.Policy.LooksAtPlaces(RegionOf(owner)), certified.Persons.IsListed(owner)));
    }

    private void GoOn(int store)
    {
        switch (certified[store].Phase)
        {
            case ApplicantPhase.Applies:
                Apply(store);
                break;
            case ApplicantPhase.HandsIn:
                HandIn(store);
                break;
            case ApplicantPhase.Waits:
                Decide(store);
                break;
            case ApplicantPhase.Opens:
                Open(store);
                break;
            default:
                break;
        }
    }

    private void Apply(int store)
    {
        if (IsKeptOut(store))
        {
            run.Recorder.Count(CertificationMeasures.CheatsKeptOut);
            GiveUp(store);
            return;
        }

        var (owner, isCheat) = (run.Stores[store].Owner, IsCheat(store));
        var isBarred = certified.Persons.IsListed(owner);
        var (person, attempt) = (certified.Persons.PersonOf(owner), certified[store].Attempts);
        var given = !isCheat ? ApplicantIdentity.OfPerson(person) : ApplicantIdentity.Bought(
            person, store, attempt, !isBarred || UnitOf(store, LinkCounter) < _habits.Sellers.LinkFound);
        var result = run.Market.Do(new ApplyForCertificate(
            new StoreId(store), (CertificateClass)certified[store].Class, given.Identity, given.Account,
            given.Device, RegionOf(owner)));
        run.Recorder.Count(CertificationMeasures.Applications);
        run.Recorder.Count(CertificationMeasures.IdentitiesBought, isCheat ? 1 : 0);
        if (result == CertificationResult.Done)
        {
            ref var course = ref certified[store];
            course.AppliedMs = course.AppliedMs == 0 ? run.NowMs : course.AppliedMs;
            Plan(store, ApplicantPhase.HandsIn, _habits.Sellers.HandsInWithin);
            return;
        }

        if (result == CertificationResult.ShareNotReached)
        {
            (certified[store].Phase, certified[store].Class) =
                (ApplicantPhase.Certified, (int)CertificateClass.A); // it asks again
            return;
        }

        Invariant.Holds(result == CertificationResult.Barred, "an application of a season is sound");
        run.Recorder.Count(CertificationMeasures.ApplicationsBarred);
        TryAgain(store);
    }

    private void HandIn(int store)
    {
        var known = run.Market.View.Certification(new StoreId(store));
        var check = known.Status == ApplicationStatus.Submitted ? ApplicationStatus.IdNumber : known.Status;
        var place = CertificateChecks.PlaceOf(check);
        if (!IsCheat(store) && known.Failures == 0
            && UnitOf(store, DropOutCounter) < _habits.Sellers.DropOut[place])
        {
            Withdraw(store);
            GiveUp(store);
            return;
        }

        var result = run.Market.Do(new HandIn(new StoreId(store), check));
        Invariant.Holds(result == CertificationResult.Done, "a seller hands in what is asked for");
        run.Recorder.Count(
            CertificationMeasures.CertificationCost, (long)Math.Round(_habits.Checks.Yuan[place] * 100));
        if (certified[store].IsSummoned == 1 && known.Failures == 0)
        {
            Governance?.Burden(
                run.Stores[store].Owner, _habits.Sellers.DropOut[place], _habits.Existing.Notice);
        }

        certified[store].Phase = ApplicantPhase.Waits;
        var readyAt = run.Market.View.Certification(new StoreId(store)).ReadyAt!.Value;
        run.Plan(run.MsOf(readyAt), EventKind.Certify, store, 0);
    }

    private void Decide(int store)
    {
        var (id, isCheat) = (new StoreId(store), IsCheat(store));
        var check = run.Market.View.Certification(id).Status;
        var habits = _habits.Sellers;
        var chance = (isCheat ? habits.CheatPasses : habits.Passes)[CertificateChecks.PlaceOf(check)];
        var verdict = UnitOf(store, VerdictCounter) < chance ? CheckVerdict.Pass : CheckVerdict.Fail;
        var result = run.Market.Do(new DecideCheck(
            id, check, verdict, By: CertifiedSellers.Sign("what was handed in was looked at")));
        Invariant.Holds(result == CertificationResult.Done, "a check that is over can be decided");
        var status = run.Market.View.Certification(id).Status;
        if (status == ApplicationStatus.Certified)
        {
            Certify(store);
        }
        else if (verdict == CheckVerdict.Fail && isCheat)
        {
            Withdraw(store);
            TryAgain(store);
        }
        else if (status == ApplicationStatus.Refused)
        {
            GiveUp(store);
        }
        else
        {
            Plan(store, ApplicantPhase.HandsIn, habits.HandsInWithin);
        }
    }

    // The name is burnt: a cheat buys another one, an honest seller has none.
    private void TryAgain(int store)
    {
        if (IsCheat(store) && ++certified[store].Attempts < _habits.Sellers.Attempts)
        {
            Plan(store, ApplicantPhase.Applies, _habits.Sellers.HandsInWithin);
        }
        else
        {
            GiveUp(store);
        }
    }

    private void Certify(int store)
    {
        ref var course = ref certified[store];
        if (course.CertifiedMs > 0)
        {
            course.Phase = ApplicantPhase.Certified;
            run.Recorder.Count(CertificationMeasures.SecondCertificates);
            return;
        }

        course.CertifiedMs = run.NowMs;
        run.Recorder.Count(CertificationMeasures.Certificates);
        var id = new StoreId(store);
        if (course.IsNew == 1 && run.Market.View.Store(id)!.Value.SuspendedFor == SuspensionCause.Platform)
        {
            run.Market.Do(new StepStore(
                id, StoreStep.Reinstate, By: CertifiedSellers.Sign("it is certified")));
        }

        course.Phase = ApplicantPhase.Opens;
        Open(store);
    }

    // A penalty may still keep it from selling; then it comes again tomorrow.
    private void Open(int store)
    {
        if (run.Market.View.Store(new StoreId(store))!.Value.Status != StoreStatus.Open)
        {
            run.Plan(run.NowMs + SeasonDay.Ms, EventKind.Certify, store, 0);
            return;
        }

        certified[store].Phase = ApplicantPhase.Certified;
        run.Stores[store].IsHeld = 0;
        if (certified[store].IsNew == 1)
        {
            certified.NoteBack(run.Stores[store].Owner);
            shelves.PutUpAll(store);
        }
    }

    private void Withdraw(int store)
    {
        var result = run.Market.Do(new WithdrawApplication(new StoreId(store)));
        Invariant.Holds(result == CertificationResult.Done, "an application that is open can be given up");
    }

    // A store that sold before goes on until its time is over; one that is after B keeps A.
    private void GiveUp(int store)
    {
        ref var course = ref certified[store];
        if (course.CertifiedMs > 0)
        {
            course.Phase = ApplicantPhase.Certified;
            return;
        }

        course.Phase = ApplicantPhase.GaveUp;
        run.Recorder.Count(CertificationMeasures.HonestGaveUp, IsHonest(store) ? 1 : 0);
        if (course.IsNew == 1)
        {
            turnover.Leave(store, (int)(run.NowMs / SeasonDay.Ms));
        }
    }

    private void Plan(int store, ApplicantPhase phase, TimeSpan within)
    {
        certified[store].Phase = phase;
        certified[store].Draws++;
        var after = (long)(UnitOf(store, HandInCounter) * within.TotalMilliseconds);
        run.Plan(run.NowMs + after, EventKind.Certify, store, 0);
    }

    private bool IsCheat(int store) => certified.TypeOf(store) == SellerType.Professional;

    private bool IsHonest(int store) =>
        certified.TypeOf(store) is SellerType.Honest or SellerType.Careless;

    private RegionId RegionOf(int owner) => new(sellers.IsRegionFlagged(owner)
        ? CertificationHabits.FlaggedRegion : CertificationHabits.OtherRegion);

    private double UnitOf(int store, uint counter) => Draws.ToUnit(Draws.At(
        run.World.Seed, ((long)store << DrawBits) | (uint)certified[store].Draws,
        Streams.SeasonApplication, counter));
}
