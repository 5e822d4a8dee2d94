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
}

/// <summary>Where two arms are worth the same.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="From">The last place with the first sign beyond chance; else the first end.</param>
/// <param name="To">
/// The first place from which it has the other sign beyond chance; else the last end.
/// </param>
/// <param name="Root">
/// Where the mean difference changes its sign: a place between two, on a straight line; null if it does not.
/// </param>
/// <param name="Looks">The paired difference at all levels that were looked at.</param>
public sealed record BreakEvenAnswer(
    BreakEvenResult Result, int From, int To, double? Root,
    IReadOnlyList<(int Level, Estimate Difference)> Looks);

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
    /// <summary>The orders of the next round, or the answer.</summary>
    /// <param name="measured">
    /// For each order the differences of the two arms at that level, seed by seed; the search asks for points
    /// of the factor, and a study runs both arms.
    /// </param>
    public SearchStep<BreakEvenAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 2);
        var looks = new SortedDictionary<int, Estimate>();
        if (Missing(measured, looks, 0, Levels - 1) is { } ends)
        {
            return ends;
        }

        var (first, last) = (SignOf(looks[0]), SignOf(looks[Levels - 1]));
        if (first == 0 && last == 0)
        {
            return End(BreakEvenResult.Undecided, looks, 0, Levels - 1);
        }

        if (first == last)
        {
            return End(BreakEvenResult.NoChange, looks, 0, Levels - 1);
        }

        var sign = first != 0 ? first : -last;
        return Bisected(measured, looks, one => SignOf(one) != sign, out var from)
            ?? Bisected(measured, looks, one => SignOf(one) == -sign, out var to)
            ?? Bisected(measured, looks, one => Math.Sign(one.Mean) != sign, out var root)
            ?? End(BreakEvenResult.Between, looks, Math.Max(0, from - 1), Math.Min(Levels - 1, to), root);
    }

    private double Each => 1 - ((1 - Confidence) / SearchLevels.Looks(Levels));

    private int SignOf(Estimate difference) => difference switch
    {
        { Freedom: > 0, Error: 0 } => Math.Sign(difference.Mean),
        _ => difference.Limits(Each) switch
        {
            { Low: > 0 } => 1,
            { High: < 0 } => -1,
            _ => 0,
        },
    };

    // The first level with a property that stays from there on; one beyond the last if none has it.
    private SearchStep<BreakEvenAnswer>? Bisected(
        MeasuredRuns measured, SortedDictionary<int, Estimate> looks, Predicate<Estimate> isThere,
        out int first)
    {
        first = isThere(looks[0]) ? 0 : isThere(looks[Levels - 1]) ? Levels - 1 : Levels;
        for (var without = first == 0 || first == Levels ? first - 1 : 0; first - without > 1;)
        {
            var middle = (without + first) / 2;
            if (Missing(measured, looks, middle) is { } missing)
            {
                return missing;
            }

            (without, first) = isThere(looks[middle]) ? (without, middle) : (middle, first);
        }

        return null;
    }

    private SearchStep<BreakEvenAnswer>? Missing(
        MeasuredRuns measured, SortedDictionary<int, Estimate> looks, params ReadOnlySpan<int> levels)
    {
        var wanted = new List<SearchOrder>();
        foreach (var level in levels)
        {
            var order = new SearchOrder(level, new SeedBlock(0, Seeds));
            if (measured(order) is { } values)
            {
                looks[level] = Estimate.Of(values);
            }
            else
            {
                wanted.Add(order);
            }
        }

        return wanted.Count == 0 ? null : SearchStep<BreakEvenAnswer>.Ask(wanted);
    }

    // The root is the place before which the mean still has its first sign, and how far it is to the next.
    private static SearchStep<BreakEvenAnswer> End(
        BreakEvenResult result, SortedDictionary<int, Estimate> looks, int from, int to, int? other = null)
    {
        double? root = null;
        if (other is > 0 && looks.TryGetValue(other.Value, out var after))
        {
            var before = looks[other.Value - 1].Mean;
            root = other.Value - 1 + (before / (before - after.Mean));
        }

        return SearchStep<BreakEvenAnswer>.End(new BreakEvenAnswer(
            result, from, to, root, [.. looks.Select(look => (look.Key, look.Value))]));
    }
}
