using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>What the plan of a study, or the way its answer was found, is to be warned of.</summary>
public static class DesignWarnings
{
    private const double HalfWidthMax = 0.1;

    /// <summary>Factors that make another world: equal seeds are not the same people.</summary>
    public static StudyWarning? OtherWorld(IReadOnlyCollection<string> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return factors.Count == 0 ? null : new StudyWarning(
            WarningCodes.OtherWorld,
            $"Two worlds: {string.Join(", ", factors)} is decided before a run begins, so equal seeds are "
            + "not the same people; this is no intervention.");
    }

    /// <summary>Forks that should have ended as runs of the whole and did not.</summary>
    public static StudyWarning? ForkDiffers(IReadOnlyCollection<string> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Count == 0 ? null : new StudyWarning(
            WarningCodes.ForkDiffers,
            $"The forks of {string.Join(", ", points)} ended in another state than runs of the whole: this "
            + "is a fault of the program, and no figure of this study is to be trusted.");
    }

    /// <summary>
    /// Points beside each other whose runs are equal in every seed: the step changes nothing.
    /// </summary>
    /// <param name="factor">The factor.</param>
    /// <param name="points">Its values in order, each with the state hashes of its seeds.</param>
    public static IEnumerable<StudyWarning> SameHash(
        string factor, IReadOnlyList<(double Value, IReadOnlyList<string> Hashes)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Zip(points.Skip(1))
            .Where(pair => pair.First.Hashes.Count > 0
                && pair.First.Hashes.SequenceEqual(pair.Second.Hashes, StringComparer.Ordinal))
            .Select(pair => new StudyWarning(
                WarningCodes.SameHash,
                $"{factor}: {StudyNumber.Factor(pair.First.Value)} and "
                + $"{StudyNumber.Factor(pair.Second.Value)} give the same runs: more of it changes nothing "
                + "there, or both round to the same whole orders at this scale.")
            {
                Among = factor,
            });
    }

    /// <summary>
    /// The effect at a second scale differs from that of the study by more than its interval.
    /// </summary>
    /// <param name="what">Whose effect.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="effect">The paired difference at the study's scale.</param>
    /// <param name="other">The paired difference at the other scale, in the same unit.</param>
    /// <param name="confidence">Of both intervals, as 0.95.</param>
    public static StudyWarning? ScaleMoves(
        string what, JudgedMeasure measure, Estimate effect, Estimate other, double confidence)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(other);
        var difference = Estimate.OfApart(effect, other);
        return difference.HalfWidth(confidence) is not { } half || Math.Abs(difference.Mean) <= half
            ? null
            : new StudyWarning(
                WarningCodes.ScaleMoves,
                $"{measure.Name}, {what}: {Shown(effect)} at this scale, {Shown(other)} at the second, which "
                + "is more than chance.");

        string Shown(Estimate one) => StudyNumber.Difference(
            measure.Shown == ShownDifference.InPercent ? ExactMath.Exp(one.Mean) - 1 : one.Mean, measure);
    }

    /// <summary>The study ended when its interval was narrow enough, not at a number fixed before.</summary>
    public static StudyWarning? StoppedEarly(bool isSequential, int seeds) => !isSequential ? null
        : new StudyWarning(
            WarningCodes.StoppedEarly,
            Invariant($"Stopped at {seeds} seeds, when the interval was narrow: ")
            + "its coverage is approximate.");

    /// <summary>Measures that were added after the runs were seen; they count as comparisons too.</summary>
    public static StudyWarning? LookedAfterwards(IReadOnlyCollection<string> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return measures.Count == 0 ? null : new StudyWarning(
            WarningCodes.LookedAfterwards,
            $"Looked at afterwards: {string.Join(", ", measures)}; counted as comparisons.");
    }

    /// <summary>Neighbouring points rise and fall beyond chance.</summary>
    public static StudyWarning? NotMonotone(string what, Monotony monotony) =>
        monotony != Monotony.Contradicted ? null : new StudyWarning(
            WarningCodes.NotMonotone, $"{what} rises and falls beyond chance: one threshold may not exist.");

    /// <summary>A year that was held out was evaluated more often than once.</summary>
    public static StudyWarning? HeldOutOpened(string year, int times) => times <= 1 ? null
        : new StudyWarning(
            WarningCodes.HeldOutOpened,
            Invariant($"{year} was held out, and opened {times} times: it is no blind test any more."));

    /// <summary>Published facts known from memory only.</summary>
    public static StudyWarning? PublishedLoose(IReadOnlyCollection<string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Count == 0 ? null : new StudyWarning(
            WarningCodes.PublishedLoose,
            $"Known from memory only: {string.Join(", ", facts)}; errors against them are loose.");
    }

    /// <summary>A Sobol sequence fills space evenly at powers of 2 only.</summary>
    public static StudyWarning? NotPowerOfTwo(int points) => (points & (points - 1)) == 0 ? null
        : new StudyWarning(
            WarningCodes.NotPowerOfTwo,
            Invariant($"{points} points of a Sobol sequence are no power of 2: they fill space unevenly."));

    /// <summary>What one factor at a time cannot see.</summary>
    public static StudyWarning OneAtATime { get; } = new(
        WarningCodes.OneAtATime,
        "One factor at a time is blind to interactions: what two factors do together is not seen.");

    /// <summary>Steps of a factor after which the run ended in the same state as before.</summary>
    public static StudyWarning IdleSteps(string factor, int idle, int steps) => new(
        WarningCodes.SameHash,
        Invariant($"{factor}: {idle} of {steps} steps change nothing at all: the runs are equal bit by bit ")
        + "at this scale.");

    /// <summary>Two factors of a sample hang together: what one does is taken for the other's.</summary>
    /// <param name="factors">The names of the factors.</param>
    /// <param name="points">The points, in the unit cube.</param>
    public static StudyWarning? Correlated(
        IReadOnlyList<string> factors, IReadOnlyList<IReadOnlyList<double>> points)
    {
        ArgumentNullException.ThrowIfNull(factors);
        const double correlationMax = 0.1;
        var (one, other, correlation) = RankCorrelation.Largest(points);
        return Math.Abs(correlation) <= correlationMax ? null : new StudyWarning(
            WarningCodes.Correlated,
            $"{factors[one]} and {factors[other]} hang together in this sample: rank correlation "
            + $"{StudyNumber.Index(correlation)}; more points, or a latin-hypercube, tell them apart.");
    }

    /// <summary>Indices whose half width is above 0.1 give no ranking.</summary>
    public static StudyWarning? TooFewForRanking(IEnumerable<Interval> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var widest = indices.Select(limits => (limits.High - limits.Low) / 2).DefaultIfEmpty(0).Max();
        return widest <= HalfWidthMax ? null : new StudyWarning(
            WarningCodes.TooFewForRanking,
            $"Too few for a ranking: an index is known to ± {StudyNumber.Index(widest)} only.");
    }
}
