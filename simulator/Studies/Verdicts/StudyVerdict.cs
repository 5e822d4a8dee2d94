namespace FlashSale.Simulator;

/// <summary>What can be said of one comparison.</summary>
public enum VerdictKind
{
    /// <summary>
    /// Every difference is 0 and the runs are equal bit by bit: the factor does nothing here.
    /// </summary>
    SameRuns = 1,

    /// <summary>Every difference is 0, though the runs differ.</summary>
    SameMeasure,

    /// <summary>The difference is the same in every seed, and not 0.</summary>
    Exact,

    /// <summary>The arms differ beyond chance.</summary>
    Differs,

    /// <summary>No difference that matters: two one-sided tests keep it within what matters.</summary>
    NothingThatMatters,

    /// <summary>Neither: more seeds would tell.</summary>
    Undecided,

    /// <summary>One seed: an example, not evidence.</summary>
    OneSeed,

    /// <summary>More than 5 % of the seeds failed: the failed may be the interesting ones.</summary>
    Withheld,
}

/// <summary>Under which terms a comparison is judged.</summary>
/// <param name="Confidence">Of all comparisons of the study together, as 0.95.</param>
/// <param name="Comparisons">
/// How many there are: arms compared times measures that have a better side.
/// </param>
/// <param name="AdjustedPValue">The p-value of this one after Holm, over all of them.</param>
/// <param name="Matters">
/// The smallest difference worth acting on, in the unit of the difference; without it nothing is called
/// equal.
/// </param>
/// <param name="AreRunsEqual">Whether the state hashes are equal in every seed.</param>
/// <param name="FailedShare">Which share of the seeds failed in either arm.</param>
public sealed record VerdictTerms(
    double Confidence, int Comparisons, double AdjustedPValue, double? Matters = null,
    bool AreRunsEqual = false, double FailedShare = 0);

/// <summary>One comparison, judged.</summary>
/// <remarks>
/// Whether the arms differ is decided by Holm's p-values; the limits are those that hold for all comparisons
/// at once (Bonferroni). Holm sees more, so a difference may be decided whose simultaneous interval still
/// holds 0. Equal is said by two one-sided tests (Schuirmann 1987), each at α/m.
/// </remarks>
/// <param name="Kind">What can be said.</param>
/// <param name="Difference">
/// The difference: the second arm less the first, or the mean of ln(second/first).
/// </param>
/// <param name="Terms">The terms.</param>
/// <param name="Limits">The simultaneous interval; null of one seed.</param>
/// <param name="Alone">The interval of this comparison alone; null of one seed.</param>
/// <param name="IsLessThanMatters">Whether it differs, but the whole interval is within what matters.</param>
/// <param name="RunsNeeded">
/// About how many seeds would tell, of what is undecided; null if none would.
/// </param>
public sealed record StudyVerdict(
    VerdictKind Kind, Estimate Difference, VerdictTerms Terms, Interval? Limits, Interval? Alone,
    bool IsLessThanMatters, long? RunsNeeded)
{

    /// <summary>Whether 0 is outside of the simultaneous interval.</summary>
    public bool IsLimitedAwayFromZero => Limits is { } limits && (limits.Low > 0 || limits.High < 0);

    /// <summary>Judges a comparison.</summary>
    public static StudyVerdict Of(Estimate difference, VerdictTerms terms)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(terms);
        var each = Multiplicity.OfEach(terms.Confidence, terms.Comparisons);
        var limits = difference.Limits(each);
        var kind = KindOf(difference, terms, each);
        return new StudyVerdict(
            kind, difference, terms, limits, difference.Limits(terms.Confidence),
            kind == VerdictKind.Differs && terms.Matters is { } matters && IsWithin(limits!, matters),
            kind == VerdictKind.Undecided ? RunsToTell(difference, terms, each) : null);
    }

    private static VerdictKind KindOf(Estimate difference, VerdictTerms terms, double each) =>
        (difference, terms) switch
        {
            (_, { FailedShare: > SeedWarnings.FailedShareMax }) => VerdictKind.Withheld,
            ({ Mean: 0, Error: 0 }, { AreRunsEqual: true }) => VerdictKind.SameRuns,
            ({ Freedom: <= 0 }, _) => VerdictKind.OneSeed,
            ({ Mean: 0, Error: 0 }, _) => VerdictKind.SameMeasure,
            ({ Error: 0 }, _) => VerdictKind.Exact,
            _ when terms.AdjustedPValue <= 1 - terms.Confidence => VerdictKind.Differs,
            (_, { Matters: { } matters }) when IsWithin(difference.Limits(1 - (2 * (1 - each)))!, matters) =>
                VerdictKind.NothingThatMatters,
            _ => VerdictKind.Undecided,
        };

    private static bool IsWithin(Interval limits, double matters) =>
        limits.Low >= -matters && limits.High <= matters;

    // So many that the half width is what matters; where that alone would not tell, what was seen.
    private static long? RunsToTell(Estimate difference, VerdictTerms terms, double each)
    {
        var deviation = difference.Error * Math.Sqrt(difference.Runs);
        return new[] { terms.Matters ?? 0, Math.Abs(difference.Mean) }
            .Where(half => half > 0)
            .Select(half => (long?)SeedsNeeded.Stein(deviation, half, each, difference.Freedom))
            .FirstOrDefault(runs => runs > difference.Runs);
    }
}
