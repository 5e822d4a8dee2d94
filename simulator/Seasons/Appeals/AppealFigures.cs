namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>Appeals of a season in numbers (MODELS M4); of the measured days.</summary>
public sealed record AppealFigures(
    [Figure("appeals", "filed")] long Filed,
    [Figure("appeals", "that came after the deadline")] long Missed,
    [Figure("–", "appeals filed per 100 verdicts of guilty")] double Per100Penalties,
    [Figure("share", "of decisions that were for the seller")] double UpheldShare,
    [Figure("appeals", "that nobody decided in time")] long Expired,
    [Figure("share", "of verdicts without a fake that were never overturned: truth")] double NeverRestored,
    [Figure("share", "of verdicts with a fake that were overturned: truth")] double GuiltyLetOff,
    [Figure("days", "from the talk to a decision, in half of the cases at most")] long DaysP50,
    [Figure("days", "the same in 95 % of the cases")] long DaysP95,
    [Figure("yuan", "that sellers without a fake did not sell before a decision: truth")] decimal LostYuan,
    [Figure("yuan", "spent on reviewers")] decimal CostYuan,
    [Figure("appeals", "waiting at most on a day")] long WaitingMax,
    [Figure("share", "of juries' decisions that their leaning to sellers changed")] double SwayedShare)
#pragma warning restore CS1591
{
    internal static AppealFigures Of(SeasonRun run, AppealCourt court, SeasonRow sums)
    {
        var (upheld, rejected) = (sums[SeasonMeasures.AppealsUpheld], sums[SeasonMeasures.AppealsRejected]);
        var (guilty, wrong) = (sums[SeasonMeasures.Penalties], sums[SeasonMeasures.WrongPenalties]);
        const double half = 0.5;
        const double most = 0.95;
        return new AppealFigures(
            sums[SeasonMeasures.AppealsFiled], sums[SeasonMeasures.AppealsMissed],
            CounterfeitFigures.Ratio(100.0 * sums[SeasonMeasures.AppealsFiled], guilty),
            CounterfeitFigures.Ratio(upheld, upheld + rejected), sums[SeasonMeasures.AppealsExpired],
            CounterfeitFigures.Ratio(wrong - sums[SeasonMeasures.InnocentRestored], wrong),
            CounterfeitFigures.Ratio(sums[SeasonMeasures.GuiltyLetOff], guilty - wrong),
            court.DaysWithin(half), court.DaysWithin(most), sums.Yuan(SeasonMeasures.LostWaiting),
            sums.Yuan(SeasonMeasures.AppealCost),
            run.Recorder.Days.Select(day => day[SeasonMeasures.AppealsWaiting]).DefaultIfEmpty().Max(),
            CounterfeitFigures.Ratio(sums[SeasonMeasures.JurySwayed], upheld + rejected));
    }
}
