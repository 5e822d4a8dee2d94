namespace FlashSale.Simulator;

/// <summary>How a search for a break-even ended.</summary>
public enum BreakEvenResult
{
    /// <summary>The difference changes its sign within the range that is given.</summary>
    Between = 1,

    /// <summary>It has one sign at both ends, beyond chance: no break-even between them.</summary>
    NoChange,

    /// <summary>Neither end is told apart from 0.</summary>
    Undecided,

    /// <summary>It is not at its end: runs are wanted.</summary>
    Open,
}

/// <summary>Where two arms are worth the same, or how far the search is.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="From">The last place with the first sign beyond chance; else the first end.</param>
/// <param name="To">
/// The first place from which it has the other sign beyond chance; else the last end.
/// </param>
/// <param name="Root">
/// Where the mean difference changes its sign: a place between two, on a straight line; null if it does not.
/// </param>
/// <param name="Looks">The paired difference at all levels that were looked at.</param>
/// <param name="Brackets">How the brackets closed, look by look.</param>
public sealed record BreakEvenAnswer(
    BreakEvenResult Result, int From, int To, double? Root,
    IReadOnlyList<(int Level, Estimate Difference)> Looks, IReadOnlyList<Bracket> Brackets);

/// <summary>Looks for the level at which the paired difference of two arms is 0, from both sides.</summary>
/// <remarks>
/// Three bisections on common seeds: the last level whose interval keeps the sign of the first end, the first
/// whose interval has the other sign, each at 1 − α/L; and the change of sign of the mean.
/// </remarks>
/// <param name="Levels">How many levels, at least 2.</param>
/// <param name="Confidence">Of the range, as 0.95.</param>
/// <param name="Seeds">Seeds of the search.</param>
public sealed record BreakEvenSearch(int Levels, double Confidence, int Seeds)
{
    /// <summary>The confidence of each look, so that all of them together have the one asked.</summary>
    internal double ConfidenceOfLook => 1 - ((1 - Confidence) / SearchLevels.Looks(Levels));

    /// <summary>The orders of the next round, or the answer.</summary>
    /// <param name="measured">
    /// For each order the differences of the two arms at that level, seed by seed; the search asks for points
    /// of the factor, and a study runs both arms.
    /// </param>
    public SearchStep<BreakEvenAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 2);
        var levels = new Bisection<Estimate>(Levels, Seeds, measured, (_, values) => Estimate.Of(values));
        if (!levels.LooksAt(0, Levels - 1))
        {
            return Ask(levels);
        }

        var (first, last) = (SignOf(levels.Looks[0]), SignOf(levels.Looks[Levels - 1]));
        if (first == last)
        {
            return SearchStep<BreakEvenAnswer>.End(Answer(
                levels, first == 0 ? BreakEvenResult.Undecided : BreakEvenResult.NoChange));
        }

        var sign = first != 0 ? first : -last;
        if (levels.First(SearchAim.FirstSignLost, one => SignOf(one) != sign) is not { } from
            || levels.First(SearchAim.OtherSign, one => SignOf(one) == -sign) is not { } to
            || levels.First(SearchAim.MeanChanged, one => Math.Sign(one.Mean) != sign) is not { } changed)
        {
            return Ask(levels);
        }

        return SearchStep<BreakEvenAnswer>.End(Answer(levels, BreakEvenResult.Between) with
        {
            From = Math.Max(0, from - 1),
            To = Math.Min(Levels - 1, to),
            Root = RootBefore(levels, changed),
        });
    }

    private SearchStep<BreakEvenAnswer> Ask(Bisection<Estimate> levels) =>
        new(levels.Wanted, Answer(levels, BreakEvenResult.Open));

    private BreakEvenAnswer Answer(Bisection<Estimate> levels, BreakEvenResult result) => new(
        result, 0, Levels - 1, null, [.. levels.Looks.Select(look => (look.Key, look.Value))],
        levels.Brackets);

    /// <summary>The sign of a difference beyond chance; 0 where it is not told.</summary>
    internal int SignOf(Estimate difference) => difference switch
    {
        { Freedom: > 0, Error: 0 } => Math.Sign(difference.Mean),
        _ => difference.Limits(ConfidenceOfLook) switch
        {
            { Low: > 0 } => 1,
            { High: < 0 } => -1,
            _ => 0,
        },
    };

    // How far it is from the place before, whose mean still has its first sign, to where it is 0.
    private static double? RootBefore(Bisection<Estimate> levels, int changed)
    {
        if (changed == 0 || !levels.Looks.TryGetValue(changed, out var after))
        {
            return null;
        }

        var before = levels.Looks[changed - 1].Mean;
        return changed - 1 + (before / (before - after.Mean));
    }
}
