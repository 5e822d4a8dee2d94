namespace FlashSale.Simulator;

/// <summary>How the number of seeds is found.</summary>
public enum PrecisionMethod
{
    /// <summary>
    /// A pilot says how many (Stein 1945): exact for normal values, and the number can be planned.
    /// </summary>
    TwoStage = 1,

    /// <summary>
    /// Until the interval is narrow and stays so (Hoad, Robinson and Davies, J. Oper. Res. Soc. 61, 2010):
    /// its coverage is approximate.
    /// </summary>
    Sequential,
}

/// <summary>How narrow an interval is to be.</summary>
/// <param name="HalfWidth">The half width wanted, in the measure's unit; or none.</param>
/// <param name="Relative">Or how far off the truth it may be, as a share of it: 0.1.</param>
/// <param name="SeedsMax">The limit; reaching it is a result.</param>
/// <param name="Method">How the number is found.</param>
/// <param name="Pilot">The seeds of the first round.</param>
public sealed record PrecisionGoal(
    double? HalfWidth, double? Relative, int SeedsMax, PrecisionMethod Method = PrecisionMethod.TwoStage,
    int Pilot = PrecisionGoal.PilotUsual)
{
    /// <summary>The seeds of a pilot.</summary>
    public const int PilotUsual = 10;

    private const int Round = 10;
    private const int KeptMin = 5;
    private const int KeptPercent = 5;
    private const int KeptPercentFrom = 100;

    /// <summary>
    /// After some rounds: how many seeds there are to be in all before it is asked again. Rounds are fixed in
    /// advance, so the number of workers changes nothing.
    /// </summary>
    /// <param name="values">The measure, or its paired difference, of all seeds so far in order.</param>
    /// <param name="confidence">Of the interval, as 0.95.</param>
    public PrecisionStep After(IReadOnlyList<double> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        var pilot = Math.Min(Pilot, SeedsMax);
        if (values.Count < pilot)
        {
            return new PrecisionStep(pilot, IsMet: false, null, null);
        }

        var estimate = Method == PrecisionMethod.TwoStage ? Staged(values, pilot) : Estimate.Of(values);
        var half = estimate.HalfWidth(confidence);
        var isMet = Method == PrecisionMethod.TwoStage
            ? values.Count >= StagedSeeds(values, pilot, confidence)
            : IsKept(values, pilot, confidence);
        var next = isMet ? values.Count
            : Method == PrecisionMethod.TwoStage ? StagedSeeds(values, pilot, confidence)
            : values.Count + Round;
        return new PrecisionStep(
            Math.Max(values.Count, (int)Math.Min(SeedsMax, next)), isMet, estimate,
            half is null ? null : Wanted(Method == PrecisionMethod.TwoStage ? values.Take(pilot) : values));
    }

    // X̄ of all with the deviation and the t of the pilot.
    private static Estimate Staged(IReadOnlyList<double> values, int pilot)
    {
        var (all, first) = (Estimate.Of(values), Estimate.Of([.. values.Take(pilot)]));
        return new Estimate(
            all.Runs, all.Mean, first.Deviation, first.Deviation / Math.Sqrt(Math.Max(1, all.Runs)),
            first.Freedom);
    }

    private long StagedSeeds(IReadOnlyList<double> values, int pilot, double confidence)
    {
        var first = Estimate.Of([.. values.Take(pilot)]);
        var wanted = Wanted(values.Take(pilot));
        return first.Freedom <= 0 ? SeedsMax
            : first.Deviation == 0 ? pilot
            : wanted <= 0 ? SeedsMax + 1L
            : Math.Max(pilot, SeedsNeeded.Stein(first.Deviation, wanted, confidence, first.Freedom));
    }

    // At some number of seeds the interval was narrow, and it stayed so for the next ones.
    private bool IsKept(IReadOnlyList<double> values, int pilot, double confidence)
    {
        var narrowSince = values.Count + 1;
        for (var seeds = pilot; seeds <= values.Count; seeds++)
        {
            narrowSince = !IsNarrow([.. values.Take(seeds)], confidence) ? values.Count + 1
                : Math.Min(narrowSince, seeds);
            var kept = narrowSince > KeptPercentFrom ? narrowSince * KeptPercent / 100 : KeptMin;
            if (seeds - narrowSince >= kept)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNarrow(IReadOnlyList<double> values, double confidence) =>
        Estimate.Of(values).HalfWidth(confidence) <= Wanted(values);

    private double Wanted(IEnumerable<double> values) =>
        HalfWidth ?? SeedsNeeded.OfRelative(
            ExactSum.Mean([.. values]),
            Relative ?? throw new InvalidOperationException("a goal has a half width, or a relative one"));
}

/// <summary>Where a goal of precision stands.</summary>
/// <param name="Seeds">How many seeds there are to be in all; as many as there are: it ends.</param>
/// <param name="IsMet">Whether the interval is as narrow as wanted.</param>
/// <param name="Estimate">
/// The estimate, whose half width is that of the method; null before the first round.
/// </param>
/// <param name="HalfWidthWanted">What the half width is compared with.</param>
public sealed record PrecisionStep(int Seeds, bool IsMet, Estimate? Estimate, double? HalfWidthWanted);
