using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The sentences of effects: which factor moves a measure most, and which hardly at all.</summary>
public static class EffectSentences
{
    private const int NamedMax = 4;

    /// <summary>Which factor moves a measure most, or which are not told apart.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="factors">The names of the factors.</param>
    /// <param name="effects">Their effects.</param>
    /// <param name="terms">How sure, and of what: «95 %, 20 trajectories».</param>
    public static string OfLargest(
        JudgedMeasure measure, IReadOnlyList<string> factors, IReadOnlyList<MorrisEffect> effects,
        string terms)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var ordered = factors.Zip(effects).OrderByDescending(one => one.Second.MuStar).ToList();
        var most = ordered.Where(one => one.Second.BehindLimits.Low <= 0).ToList();
        if (ordered[0].Second.MuStar == 0)
        {
            return $"No factor moves {measure.Name} ({terms}).";
        }

        return most.Count == 1
            ? $"{ordered[0].First} moves {measure.Name} most over its range, by "
                + Size(measure, ordered[0].Second)
                + (ordered.Count == 1 ? ""
                    : $", then {ordered[1].First}, by {Size(measure, ordered[1].Second)}")
                + $" ({terms})."
            : $"{Listed([.. most.Select(one => one.First)])} move {measure.Name} most over their ranges, by "
                + $"{Listed([.. most.Select(one => Size(measure, one.Second))])}; which of them most is not "
                + $"told apart ({terms}).";
    }

    /// <summary>Factors that move a measure by less than matters, over their whole range.</summary>
    /// <returns>Null if nothing is known to matter, or all factors do.</returns>
    public static string? OfIdle(
        JudgedMeasure measure, IReadOnlyList<string> factors, IReadOnlyList<MorrisEffect> effects,
        double? matters)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var idle = factors.Zip(effects).Where(one => one.Second.MuStarLimits.High < matters)
            .Select(one => one.First).ToList();
        return matters is not { } least || idle.Count == 0 ? null
            : $"Less than matters in {measure.Name} ({StudyNumber.Exactly(least, measure)}) over "
                + $"{(idle.Count == 1 ? "its whole range" : "their whole ranges")}: "
                + $"{string.Join(", ", idle)}.";
    }

    /// <summary>Factors whose effect differs from trajectory to trajectory by half of it or more.</summary>
    /// <returns>Null if there is none among those that move the measure.</returns>
    public static string? OfUneven(
        JudgedMeasure measure, IReadOnlyList<string> factors, IReadOnlyList<MorrisEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(measure);
        const double half = 0.5;
        const double movesAtLeast = 0.1; // of what the first one moves
        var largest = effects.Max(one => one.MuStar);
        var uneven = factors.Zip(effects)
            .Where(one => one.Second.MuStar > movesAtLeast * largest
                && one.Second.Sigma >= half * one.Second.MuStar)
            .Select(one => one.First).ToList();
        return uneven.Count == 0 ? null
            : $"What {Listed(uneven)} {(uneven.Count == 1 ? "does" : "do")} to {measure.Name} depends on the "
                + "place of the others, on its own, or on luck: σ is half of μ* or more.";
    }

    /// <summary>Which factor swings a measure most between its ends.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="swings">The factors with their ends, and the high end less the low one.</param>
    /// <param name="confidence">Of all swings together.</param>
    public static string OfSwings(
        JudgedMeasure measure, IReadOnlyList<(string Factor, string Low, string High, Estimate Swing)> swings,
        double confidence)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(swings);
        var each = Multiplicity.OfEach(confidence, swings.Count);
        var (factor, low, high, swing) = swings.MaxBy(one => Math.Abs(one.Swing.Mean));
        var size = swing.HalfWidth(each) is { } half
            ? StudyNumber.WithHalf(swing.Mean, half, measure) : StudyNumber.Difference(swing.Mean, measure);
        return $"{factor} swings {measure.Name} most between its ends, from {low} to {high} by {size} "
            + Invariant($"({StudyNumber.Percent(confidence)}, {swing.Runs} paired seeds, {swings.Count} ")
            + "factors one at a time).";
    }

    private static string Size(JudgedMeasure measure, MorrisEffect effect) =>
        StudyNumber.WithLimits(effect.MuStar, effect.MuStarLimits, measure);

    private static string Listed(List<string> all) => all.Count == 1 ? all[0]
        : all.Count <= NamedMax ? $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}"
        : Invariant($"{string.Join(", ", all.Take(NamedMax))} and {all.Count - NamedMax} more");
}
