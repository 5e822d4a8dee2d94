namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>Counterfeits and enforcement of a season in numbers (MODELS M3); of the measured days.</summary>
public sealed record CounterfeitFigures
{
    public FakeShares Prevalence { get; init; } = new(0, 0, 0, 0, 1, 0, 0);

    [Figure("complaints", "of fakes, the mistaken ones too")]
    public long Complaints { get; init; }

    [Figure("–", "complaints per 10,000 orders paid")]
    public double ComplaintsPer10000 { get; init; }

    [Figure("listings", "taken down for their risk, before a verdict")]
    public long Removed { get; init; }

    [Figure("share", "of those that had sold nothing")]
    public double RemovedUnsoldShare { get; init; }

    [Figure("–", "listings taken down for their risk to each one taken down for complaints")]
    public double ProactiveRatio { get; init; }

    [Figure("listings", "that a clean-up took for fakes")]
    public long CleanedUp { get; init; }

    public PenaltyFigures Penalties { get; init; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    [Figure("days", "on sale that half of the fakes which are gone had at most: truth")]
    public long FakeDaysMedian { get; init; }

    [Figure("stores", "closed by the platform")]
    public long Closed { get; init; }

    [Figure("share", "of stores that the platform closes in a year")]
    public double ClosedAYear { get; init; }

    [Figure("stores", "that had sold fakes and began a brand of their own")]
    public long Converted { get; init; }

    [Figure("sellers", "closed, who went to other channels")]
    public long Displaced { get; init; }

    [Figure("makers", "arrested")]
    public long Raids { get; init; }

    [Figure("yuan", "of fakes, taken in raids")]
    public decimal SeizedYuan { get; init; }

    [Figure("yuan", "paid for fakes: truth")]
    public decimal FakeGmvYuan { get; init; }

    [Figure("yuan", "spent on tests, reviews and rewards")]
    public decimal CostYuan { get; init; }

    [Figure("orders", "that fakes would have had in four weeks after they were taken from sale: truth")]
    public long OrdersPrevented { get; init; }

    [Figure("yuan", "spent for each of those")]
    public double YuanPerPrevented { get; init; }

    [Figure("share", "chance of a closure a week, as sellers who choose think, the mean: truth")]
    public double Hazard { get; init; }

    [Figure("share", "chance a week above which fakes pay less than genuine goods, the mean")]
    public double BreakEvenHazard { get; init; }
#pragma warning restore CS1591

    internal static CounterfeitFigures Of(SeasonRun run, CounterfeitModel model, SeasonRow sums)
    {
        var removed = sums[SeasonMeasures.Removed];
        var cost = sums.Yuan(SeasonMeasures.EnforcementCost);
        var (prevented, days) = (sums[SeasonMeasures.Prevented], Math.Max(1, sums.Days));
        var measured = run.Recorder.Days.Where(day => day.First >= run.World.Terms.WarmUpDays).ToList();
        return new CounterfeitFigures
        {
            Prevalence = FakeShares.Of(run, model, sums),
            Complaints = sums[SeasonMeasures.Complaints],
            ComplaintsPer10000 =
                Ratio(10_000 * sums[SeasonMeasures.Complaints], sums[SeasonMeasures.Paid]),
            Removed = removed,
            RemovedUnsoldShare = Ratio(sums[SeasonMeasures.RemovedUnsold], removed),
            ProactiveRatio = Ratio(removed, sums[SeasonMeasures.RemovedForComplaints]),
            CleanedUp = sums[SeasonMeasures.CleanedUp],
            Penalties = PenaltyFigures.Of(run, model, sums),
            FakeDaysMedian = model.Truth.MedianDays(),
            Closed = sums[SeasonMeasures.ClosedForFakes],
            ClosedAYear = Ratio(
                365.0 * sums[SeasonMeasures.ClosedForFakes],
                (double)days * Math.Max(1, sums[SeasonMeasures.Stores])),
            Converted = sums[SeasonMeasures.Converted],
            Displaced = sums[SeasonMeasures.Displaced],
            Raids = sums[SeasonMeasures.Raids],
            SeizedYuan = sums.Yuan(SeasonMeasures.Seized),
            FakeGmvYuan = sums.Yuan(SeasonMeasures.FakeGmv),
            CostYuan = cost,
            OrdersPrevented = prevented,
            YuanPerPrevented = Ratio((double)cost, prevented),
            Hazard = Mean(measured, SeasonMeasures.Hazard),
            BreakEvenHazard = Mean(measured, SeasonMeasures.BreakEvenHazard),
        };
    }

    internal static double Ratio(double part, double whole) =>
        whole == 0 ? 0 : Rounded.To(part / whole, 4);

    private static double Mean(List<SeasonRow> days, SeasonMeasure perMillion) => days.Count == 0 ? 0
        : Rounded.To(days.Sum(day => day[perMillion]) / (1e6 * days.Count), 5);
}
