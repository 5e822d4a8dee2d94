using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Certification of a season: new sellers apply before they sell, existing ones are summoned, who gives up
/// leaves; and who cheats is counted (rules IDN-1 to IDN-4; MODELS M1).
/// </summary>
internal sealed class CertificationOffice : ISeasonPart, IMarketObserver
{
    /// <summary>For how many days a store is a new one (S0: a baby store).</summary>
    public const int YoungDays = 90;

    private const int BasisPoints = 10_000;
    private const int DrawBits = 16;
    private const uint PartCounter = 4;
    private const uint SecondCounter = 5;

    private readonly SeasonRun _run;
    private readonly CertifiedSellers _certified;
    private readonly ApplicationDesk _desk;
    private readonly HiddenTruth _truth;
    private readonly StoreTurnover _turnover;

    public CertificationOffice(
        SeasonRun run, CertifiedSellers certified, CounterfeitModel fakes, StoreShelves shelves,
        StoreTurnover turnover)
    {
        (_run, _certified, _truth, _turnover) = (run, certified, fakes.Truth, turnover);
        _desk = new ApplicationDesk(run, certified, fakes.Sellers, shelves, turnover);
    }

    /// <summary>Who is certified.</summary>
    public CertifiedSellers Sellers => _certified;

    /// <summary>How sellers take it.</summary>
    public void Tell(Governance? governance) => _desk.Governance = governance;

    /// <summary>The next step of a store's application.</summary>
    /// <returns>Whether its doors were opened, or closed.</returns>
    public bool Happen(int store) => _desk.Happen(store);

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        var campaign = _certified.Habits.Existing;
        for (var part = 0; campaign.Way != CampaignWay.None && part < campaign.Parts; part++)
        {
            if (campaign.DayOf(part) == day.Number)
            {
                Summon(part, campaign);
            }
        }

        for (var store = 0; store < _certified.Count; store++)
        {
            if (_run.Stores[store].IsOpen)
            {
                Follow(store, day.Number);
            }
        }

        if (day.BeginsWeek && day.Number > 0)
        {
            AskForSecond();
        }

        Measure();
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        if (happened.Kind != MarketEventKind.Delivered || !_run.World.IsVisitor(order.Id.Buyer))
        {
            return;
        }

        var store = happened.Store.Value;
        var isYoung = (_run.NowMs / SeasonDay.Ms) - _run.Stores[store].OpenedDay < YoungDays;
        _run.Recorder.Count(
            isYoung ? CertificationMeasures.DeliveredYoung : CertificationMeasures.DeliveredOld);
        if (_certified.TypeOf(store) is SellerType.Opportunist or SellerType.Professional
            && _truth.IsFake(lines[0].Listing.Value))
        {
            _run.Recorder.Count(
                isYoung ? CertificationMeasures.CheatedYoung : CertificationMeasures.CheatedOld);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("appl");
        _certified.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("appl");
        _certified.Load(reader);
    }

    private void Summon(int part, CertificateCampaign campaign)
    {
        for (var store = 0; store < _certified.Count; store++)
        {
            ref var course = ref _certified[store];
            if (!_run.Stores[store].IsOpen || course.WasAsked
                || _run.Stores[store].OpenedDay >= campaign.From.TotalDays
                || (int)(UnitOf(store, PartCounter) * campaign.Parts) != part)
            {
                continue;
            }

            var result = _run.Market.Do(new SummonStore(
                new StoreId(store), By: CertifiedSellers.Sign("existing sellers are certified too")));
            Invariant.Holds(result == CertificationResult.Done, "a store without a certificate is summoned");
            course.IsSummoned = 1;
            _run.Recorder.Count(CertificationMeasures.StoresSummoned);
            _desk.Begin(store, CertificateClass.A, campaign.AppliesWithin);
        }
    }

    // A new seller applies on its first day, or does not come; who gave up leaves when its time is over.
    private void Follow(int store, int day)
    {
        ref var course = ref _certified[store];
        var isFirst = course is { IsNew: 1, Phase: ApplicantPhase.None };
        if (_certified.HasLeft(store) || (isFirst && _desk.IsKeptOut(store)))
        {
            _run.Recorder.Count(CertificationMeasures.CheatsKeptOut);
            course.Phase = ApplicantPhase.GaveUp;
            _turnover.Leave(store, day);
        }
        else if (isFirst)
        {
            _desk.Begin(store, CertificateClass.A, TimeSpan.FromDays(1));
        }
        else if (course is { IsSummoned: 1, CertifiedMs: 0 } && IsStopped(store))
        {
            if (course.WasStopped == 0)
            {
                course.WasStopped = 1;
                _run.Recorder.Count(CertificationMeasures.StoresStopped);
                _desk.Governance?.Lose(_run.Stores[store].Owner, _certified.Habits.Existing.Notice);
            }

            if (course.Phase == ApplicantPhase.GaveUp)
            {
                _turnover.Leave(store, day);
            }
        }
    }

    private bool IsStopped(int store) =>
        _run.Market.View.Store(new StoreId(store))!.Value.SuspendedFor == SuspensionCause.Certificate;

    // Sellers know how many have A, and do not ask for B before the market would take it (rule IDN-3).
    private void AskForSecond()
    {
        var basisPoints = _run.Market.Policy.Certification.SecondClassFromBasisPoints;
        var (stores, certified) = (0, 0);
        for (var store = 0; store < _run.Stores.Count; store++)
        {
            var counts = _run.Stores[store] is { IsOpen: true, IsBrand: 0 };
            stores += counts ? 1 : 0;
            certified += counts && _certified[store].CertifiedMs > 0 ? 1 : 0;
        }

        if (stores == 0 || (long)certified * BasisPoints < (long)stores * basisPoints)
        {
            return;
        }

        for (var store = 0; store < _run.Stores.Count; store++)
        {
            if (_run.Stores[store].IsOpen
                && _certified[store] is { Phase: ApplicantPhase.Certified, Class: 1 }
                && _certified.TypeOf(store) != SellerType.Professional
                && UnitOf(store, SecondCounter) < _certified.Habits.Sellers.SecondClassShare)
            {
                _desk.Begin(store, CertificateClass.B, TimeSpan.FromDays(1));
            }
        }
    }

    private void Measure()
    {
        var (certified, missing) = (0, 0);
        for (var store = 0; store < _certified.Count; store++)
        {
            var isOpen = _run.Stores[store].IsOpen;
            certified += isOpen && _certified[store].CertifiedMs > 0 ? 1 : 0;
            missing += isOpen && _run.Stores[store].IsHeld == SeasonStore.HeldForCertificate ? 1 : 0;
        }

        _run.Recorder.Count(CertificationMeasures.StoresCertified, certified);
        _run.Recorder.Count(CertificationMeasures.StoresUncertified, missing);
    }

    private double UnitOf(int store, uint counter) => Draws.ToUnit(
        Draws.At(_run.World.Seed, (long)store << DrawBits, Streams.SeasonApplication, counter));
}
