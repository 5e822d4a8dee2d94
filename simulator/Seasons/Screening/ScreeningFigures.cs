namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>Warned sellers of one type, and how many of them gave up: truth.</summary>
public sealed record WarnedSellers(
    [Figure("–", "honest, careless, or cheats: opportunists and professionals")] string Type,
    [Figure("texts", "that they were warned of")] long Warned,
    [Figure("share", "of those that they gave up")] double GivenUp);

/// <summary>Screening of a season in numbers (MODELS M2); of the measured days.</summary>
public sealed record ScreeningFigures(
    [Figure("–", "score below which a listing is accepted, in deviations of sound ones")] double AcceptBelow,
    [Figure("–", "score from which one is refused")] double RefuseFrom,
    [Figure("texts", "of listings that were screened, each once")] long Screened,
    [Figure("share", "of those, of fakes or restricted kinds: truth")] double BadShare,
    [Figure("share", "of those screened that no reviewer looked at")] double MachineShare,
    [Figure("hours", "that half of those at most waited which did come to reviewers")] double WaitHoursP50,
    [Figure("hours", "the same of 95 %")] double WaitHoursP95,
    [Figure("listings", "waiting at most when a day began")] long WaitingMax,
    [Figure("texts", "sold before a reviewer had looked, for they waited too long")] long Provisional,
    [Figure("–", "texts refused of 10,000 with nothing wrong: truth")] double SoundRefusedPer10000,
    [Figure("–", "texts of fakes or restricted kinds that came on sale, of 10,000 screened: truth")]
    double BadPublishedPer10000,
    [Figure("share", "of screened texts of fakes or restricted kinds that came on sale: truth")]
    double BadPublishedShare,
    IReadOnlyList<WarnedSellers> Warned,
    [Figure("hours", "that reviewers worked, at eight a day")] double ReviewerHours,
    [Figure("share", "of fakes and restricted kinds refused or given up, before the first sale: truth")]
    double BadStoppedUnsold,
    [Figure("share", "of listings refused, or removed for their risk, before the first sale")]
    double RemovedUnsold,
    [Figure("days", "that reviewers need for their share of one pass over all listings")] double PassDays)
#pragma warning restore CS1591
{
    private const double Half = 0.5;
    private const double Most = 0.95;
    private const int HoursPerDay = 8; // of a reviewer
    private const int Per = 10_000;

    internal static ScreeningFigures Of(SeasonRun run, ScreeningDesk desk, SeasonRow sums)
    {
        var habits = run.World.Scenario.Screening!;
        var thresholds = ScreeningThresholds.Of(habits);
        var (screened, bad) = (sums[ScreeningMeasures.Screened], sums[ScreeningMeasures.BadScreened]);
        var reviews = sums[ScreeningMeasures.Reviews];
        var measured = run.Recorder.Days.Where(day => day.First >= run.World.Terms.WarmUpDays).ToList();
        var reviewed = CounterfeitFigures.Ratio(sums[ScreeningMeasures.ToReviewers], screened);
        var removed = sums[SeasonMeasures.Removed];
        return new ScreeningFigures(
            Rounded.To(thresholds.AcceptBelow, 3), Rounded.To(thresholds.RefuseFrom, 3), screened,
            CounterfeitFigures.Ratio(bad, screened), screened == 0 ? 0 : Rounded.To(1 - reviewed, 4),
            desk.Reviewers.Waits.At(Half), desk.Reviewers.Waits.At(Most),
            measured.Count == 0 ? 0 : measured.Max(day => day[ScreeningMeasures.Waiting]),
            sums[ScreeningMeasures.Provisional],
            CounterfeitFigures.Ratio(Per * sums[ScreeningMeasures.HonestRefused], screened - bad),
            CounterfeitFigures.Ratio(Per * sums[ScreeningMeasures.BadPublished], screened),
            CounterfeitFigures.Ratio(Math.Min(bad, sums[ScreeningMeasures.BadPublished]), bad),
            WarnedOf(sums), Rounded.To(reviews * HoursPerDay / (double)habits.Reviewers.PerDay, 2),
            CounterfeitFigures.Ratio(
                sums[ScreeningMeasures.BadStoppedUnsold], sums[ScreeningMeasures.BadStopped]),
            CounterfeitFigures.Ratio(
                sums[ScreeningMeasures.StoppedUnsold] + sums[SeasonMeasures.RemovedUnsold],
                sums[ScreeningMeasures.Stopped] + removed),
            Rounded.To(reviewed * sums[ScreeningMeasures.Listings]
                / habits.Reviewers.PerDayOf(run.World.Terms), 2));
    }

    private static IReadOnlyList<WarnedSellers> WarnedOf(SeasonRow sums) =>
    [
        WarnedOf("honest", sums[ScreeningMeasures.WarnedHonest], sums[ScreeningMeasures.GivenUpHonest]),
        WarnedOf("careless", sums[ScreeningMeasures.WarnedCareless],
            sums[ScreeningMeasures.GivenUpCareless]),
        WarnedOf("cheats", sums[ScreeningMeasures.WarnedCheats], sums[ScreeningMeasures.GivenUpCheats]),
    ];

    // Who was warned before the measured days may give up in them.
    private static WarnedSellers WarnedOf(string type, long warned, long givenUp) =>
        new(type, warned, CounterfeitFigures.Ratio(Math.Min(warned, givenUp), warned));
}
