namespace FlashSale.Simulator;

/// <summary>
/// What the platform does against fakes each day at 04:00, by what it sees (rules TRU-2, TRU-3, TRU-8, IDN-4,
/// ESC-4; MODELS M3).
/// </summary>
internal sealed class EnforcementDay(
    SeasonRun run, CounterfeitHabits habits, SignBook signs, CaseDesk desk, TestPurchases tests,
    Appraiser appraiser, CheatingSellers sellers)
{
    private const int EvidenceOfComplaint = 1_500; // each, in 1/10,000 (assumed)
    private const int EvidenceOfComplaintsMax = 5_000;
    private const int EvidenceCollected = 8_000; // (assumed)
    private const int Certain = 10_000; // what an inspection finds on sale
    private const int DayBits = 12; // of a season

    private readonly EnforcementHabits _habits = habits.Enforcement;
    private readonly List<(int Complaints, CaseId Id, Case Case)> _waiting = [];
    private readonly HashSet<int> _linked = []; // owners with a violation, of today

    /// <summary>The work of a day.</summary>
    public void Work(in SeasonDay day)
    {
        tests.Earn();
        tests.Follow(day.Number);
        FollowCases(day.Number);
        Remove(day.Number);
        var date = day.Date;
        if (habits.CleanUps.FirstOrDefault(one => one.IsOn(date)) is { } cleanUp)
        {
            CleanUp(cleanUp, day.Number);
        }
    }

    // Cases of the market that wait for the platform, by sellers and numbers.
    private void FollowCases(int day)
    {
        _waiting.Clear();
        _linked.Clear();
        foreach (var seller in run.Market.View.CaseFilesFrom(default).ToList())
        {
            var file = run.Market.View.Cases(seller)!;
            if (file.Violations > 0)
            {
                _linked.Add(seller.Value);
            }

            foreach (var one in file.Cases.Where(one => one.IsUndecided))
            {
                run.Recorder.Count(SeasonMeasures.CasesOpen);
                Follow(new CaseId(seller, one.Number), one, day);
            }
        }

        foreach (var (_, id, one) in _waiting.OrderByDescending(waiting => waiting.Complaints)
            .ThenBy(waiting => waiting.Id.Seller.Value).ThenBy(waiting => waiting.Id.Number))
        {
            if (!tests.TryBuy(id, one.Listing.Value, day))
            {
                Review(id, one, day);
            }
        }
    }

    private void Follow(CaseId id, in Case one, int day)
    {
        if (one.Sampled is CaseStatus.SampleOrdered or CaseStatus.SampleReceived or CaseStatus.AtAppraiser)
        {
            if (AgeOf(one, day) > 2 * (_habits.TestWaitDays + _habits.AppraisalDays))
            {
                Review(id, one, day); // the parcel never came
            }
        }
        else if (one.Source == CaseSource.Inspection)
        {
            Inspect(id, one, day);
        }
        else if (one.HasTakenDown)
        {
            TakeProof(id, one, day);
        }
        else if (one.HasListing)
        {
            _waiting.Add((one.Complaints, id, one));
        }
        else
        {
            Review(id, one, day);
        }
    }

    // A store of a guilty owner: what is found there is a violation of its own, and is removed.
    private void Inspect(CaseId id, in Case one, int day)
    {
        if (AgeOf(one, day) < _habits.InspectionDays)
        {
            return;
        }

        var first = run.Stores[one.Store.Value].FirstListing;
        var found = Enumerable.Range(first, run.Stores[one.Store.Value].Listings)
            .Where(listing => IsOnSale(listing)
                && appraiser.Finds(listing, _habits.InspectionAccuracy, day)).ToList();
        desk.Decide(id, found.Count > 0, EvidenceCollected, VerdictGrounds.Inspection, day);
        foreach (var listing in found)
        {
            if (desk.Open(listing) is { } opened)
            {
                desk.Record(opened, Certain);
            }
        }
    }

    // The seller of a removed listing shows papers, or does not.
    private void TakeProof(CaseId id, in Case one, int day)
    {
        if (AgeOf(one, day) < _habits.ProofDays)
        {
            return;
        }

        var listing = one.Listing.Value;
        var isFake = !appraiser.HasPapers(listing, _habits.ProvesShare)
            || appraiser.Finds(listing, _habits.ReviewAccuracy, day);
        desk.Decide(id, isFake, one.EvidenceBasisPoints, VerdictGrounds.Removal, day);
    }

    // A reviewer decides on complaints; where evidence comes first, it is collected before (TRU-8).
    private void Review(CaseId id, in Case one, int day)
    {
        var isSlow = desk.NeedsEvidence;
        if (AgeOf(one, day) < _habits.TestWaitDays + (isSlow ? _habits.EvidenceDays : 0))
        {
            return;
        }

        var listing = one.HasListing ? one.Listing.Value : run.Stores[one.Store.Value].FirstListing;
        var isFake = appraiser.Finds(
            listing, isSlow ? _habits.ReviewAccuracy : _habits.BlindAccuracy, day);
        var evidence = isSlow ? EvidenceCollected
            : Math.Min(EvidenceOfComplaintsMax, EvidenceOfComplaint * one.Complaints);
        desk.Decide(
            id, isFake, evidence,
            one.Source == CaseSource.Operator ? VerdictGrounds.CleanUp : VerdictGrounds.Complaints, day);
    }

    // After a protest the platform is tired: what it leaves today it may see to tomorrow (rule GOV-5).
    private bool Acts(int listing, int day)
    {
        var key = ((long)listing << DayBits) | (uint)day;
        return run.Enforcement >= 1
            || Draws.ToUnit(Draws.At(run.World.Seed, key, Streams.SeasonTired, 0)) < run.Enforcement;
    }

    // What looks like a fake is removed before anybody buys it.
    private void Remove(int day)
    {
        var from = ListingRisk.LogitOf(_habits.RemovesFrom);
        if (run.Market.Policy.Trust.TakeDownFromBasisPoints == 0)
        {
            return;
        }

        for (var store = 0; store < run.Stores.Count; store++)
        {
            ref readonly var row = ref run.Stores[store];
            if (!row.Sells)
            {
                continue;
            }

            var (isLinked, isFlagged) = (_linked.Contains(row.Owner), sellers.IsRegionFlagged(row.Owner));
            for (var rank = 0; rank < row.Listings; rank++)
            {
                var listing = row.FirstListing + rank;
                var logit = signs.IsProven(listing) ? double.NegativeInfinity
                    : ListingRisk.Logit(signs.Of(listing, row, isLinked, isFlagged, day), habits.Signs);
                if (logit >= from && IsOnSale(listing) && Acts(listing, day) && desk.Open(listing) is { } id)
                {
                    desk.Remove(id, listing, ListingRisk.Of(logit));
                }
            }
        }
    }

    // All at once, and punished at once unless evidence comes first.
    private void CleanUp(CleanUp cleanUp, int day)
    {
        for (var listing = 0; listing < signs.Count; listing++)
        {
            if (IsOnSale(listing) && appraiser.Suspects(listing, cleanUp, day)
                && desk.Open(listing) is { } id)
            {
                run.Recorder.Count(SeasonMeasures.CleanedUp);
                if (!desk.NeedsEvidence)
                {
                    desk.Decide(id, isFake: true, 0, VerdictGrounds.CleanUp, day);
                }
            }
        }
    }

    private bool IsOnSale(int listing) =>
        run.Market.View.Listing(new ListingId(listing)) is { IsWithdrawn: false } goods
        && run.Stores[goods.Store.Value].Sells;

    private int AgeOf(in Case one, int day) =>
        day - (int)((one.OpenedMs - run.StartUnixMs) / SeasonDay.Ms);
}
