namespace FlashSale.Simulator;

/// <summary>
/// The platform's staff at the market's cases: opens them, records evidence, gives verdicts, all by commands
/// of the market (rules TRU-3, TRU-5 to TRU-8).
/// </summary>
internal sealed class CaseDesk(
    SeasonRun run, EnforcementHabits habits, PenaltyLedger ledger, SignBook signs, CheatingSellers sellers)
{
    private const int BasisPoints = 10_000;

    /// <summary>Whether evidence comes before a penalty (rule TRU-8).</summary>
    public bool NeedsEvidence => EvidenceMin > 0;

    private int EvidenceMin => run.Market.Policy.Trust.EvidenceBasisPointsMin;

    /// <summary>Opens a case about a listing; null if there is one that is not decided, or no room.</summary>
    public CaseId? Open(int listing)
    {
        var store = new StoreId(run.Market.View.Listing(new ListingId(listing))!.Value.Store.Value);
        var seller = new SellerId(run.Stores[store.Value].Owner);
        if (FindOpen(seller, listing) is not null)
        {
            return null;
        }

        var result = run.Market.Do(
            new OpenCase(seller, store, new ListingId(listing), CaseKind.Counterfeit));
        if (result != CaseResult.Done || FindOpen(seller, listing) is not { } opened)
        {
            return null;
        }

        run.Recorder.Count(SeasonMeasures.CasesOpened);
        return opened;
    }

    /// <summary>
    /// A risk is recorded as evidence; where the market's policy says so, that takes the listing down.
    /// </summary>
    public void Remove(CaseId id, int listing, double risk)
    {
        Record(id, (int)(risk * BasisPoints));
        if (run.Market.View.Listing(new ListingId(listing)) is not { IsTakenDown: true })
        {
            return; // it stays on sale until there is a verdict
        }

        run.Recorder.Count(SeasonMeasures.Removed);
        run.Recorder.Count(SeasonMeasures.RemovedUnsold, signs.IsUnsold(listing) ? 1 : 0);
    }

    /// <summary>Brings the evidence of a case up to a number in 1/10,000.</summary>
    public void Record(CaseId id, int basisPoints) =>
        run.Market.Do(new RecordEvidence(id, Math.Clamp(basisPoints, 0, BasisPoints)));

    /// <summary>Takes a step of a test purchase.</summary>
    public void Step(CaseId id, CaseStep step) => run.Market.Do(new StepCase(id, step));

    /// <summary>Gives a verdict; the market's ladders say what follows.</summary>
    /// <param name="id">The case.</param>
    /// <param name="isFake">What was found.</param>
    /// <param name="basisPoints">The evidence of a finding, in 1/10,000.</param>
    /// <param name="grounds">On what it rests.</param>
    /// <param name="day">The day.</param>
    public void Decide(CaseId id, bool isFake, int basisPoints, VerdictGrounds grounds, int day)
    {
        if (isFake)
        {
            Record(id, basisPoints);
        }

        if (grounds is not (VerdictGrounds.Appraisal or VerdictGrounds.CleanUp))
        {
            run.Recorder.Count(SeasonMeasures.EnforcementCost, (long)(habits.ReviewYuan * 100));
        }

        var verdict = isFake ? CaseVerdict.Guilty : CaseVerdict.Cleared;
        if (run.Market.Do(new DecideCase(id, verdict)) != CaseResult.Done)
        {
            return;
        }

        var one = Of(id);
        if (isFake)
        {
            ledger.Note(id.Seller, one, grounds, day);
            sellers.Tell(one.Store.Value, day);
            run.Recorder.Count(
                SeasonMeasures.RemovedForComplaints, one.Source == CaseSource.Complaints ? 1 : 0);
            if (grounds is VerdictGrounds.Appraisal or VerdictGrounds.Inspection)
            {
                sellers.Lead(one.Store.Value, day);
            }
        }
        else if (one.HasListing)
        {
            signs.Prove(one.Listing.Value);
            run.Recorder.Count(SeasonMeasures.Cleared);
        }
    }

    private CaseId? FindOpen(SellerId seller, int listing)
    {
        var open = run.Market.View.Cases(seller)?.Cases
            .LastOrDefault(one => one.IsUndecided && one.Listing.Value == listing) ?? default;
        return open.Number == 0 ? null : new CaseId(seller, open.Number);
    }

    private Case Of(CaseId id) =>
        run.Market.View.Cases(id.Seller)!.Cases.First(one => one.Number == id.Number);
}
