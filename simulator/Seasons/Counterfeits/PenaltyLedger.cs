using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// All verdicts of guilty with what was true about them, for whoever judges the platform afterwards: written
/// down by the world, read by no rule (rule TRU-1).
/// </summary>
internal sealed class PenaltyLedger(SeasonRun run, HiddenTruth truth, StoreWorth worth)
{
    private const double ListingWeeks = 4; // that a listing's loss is felt (assumed)
    private const double ClosedWeeks = 26;
    private const double DaysPerWeek = 7;

    private readonly Table<PenaltyNote> _notes = new(int.MaxValue);

    /// <summary>How many there are.</summary>
    public int Count => _notes.Count;

    /// <summary>A verdict.</summary>
    public ref PenaltyNote this[int row] => ref _notes[row];

    /// <summary>A verdict was given.</summary>
    public void Note(SellerId seller, in Case one, VerdictGrounds grounds, int day)
    {
        var wasFake = one.HasListing ? truth.IsFake(one.Listing.Value) : HasFake(one.Store.Value);
        run.Recorder.Count(SeasonMeasures.Penalties);
        run.Recorder.Count(SeasonMeasures.WrongPenalties, wasFake ? 0 : 1);
        _notes[_notes.Add()] = new PenaltyNote
        {
            Seller = seller.Value,
            Case = one.Number,
            Store = one.Store.Value,
            Listing = one.Listing.Value,
            Day = day,
            Grounds = grounds,
            Points = one.Points,
            Measure = (int)one.Measure,
            EvidenceBasisPoints = one.EvidenceBasisPoints,
            WasFake = wasFake ? 1 : 0,
            LossFen = (long)(100 * LossYuan(one, day)),
        };
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("pena");
        _notes.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("pena");
        _notes.Load(reader);
    }

    private bool HasFake(int store)
    {
        var first = run.Stores[store].FirstListing;
        return Enumerable.Range(first, run.Stores[store].Listings).Any(truth.IsFake);
    }

    // Sales that are lost: of the listing for some weeks, or of the store as long as the measure lasts.
    private double LossYuan(in Case one, int day)
    {
        var sales = worth.SalesYuan(one.Store.Value);
        var untilMs = one.UntilMs - run.StartUnixMs;
        var weeks = one.Measure switch
        {
            StoreMeasure.None => one.HasListing ? ListingWeeks * worth.ShareOf(one.Listing.Value) : 0,
            StoreMeasure.Closed => ClosedWeeks,
            _ => ((untilMs / (double)SeasonDay.Ms) - day) / DaysPerWeek,
        };
        return sales * weeks;
    }
}
