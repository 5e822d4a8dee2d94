namespace FlashSale.Simulator;

/// <summary>A block of seeds of a search, from its first seed on.</summary>
/// <param name="Number">
/// 0 for the seeds of the search; 1 and up for fresh ones, which it has never seen.
/// </param>
/// <param name="Seeds">How many seeds of the block.</param>
public readonly record struct SeedBlock(int Number, int Seeds);

/// <summary>Runs that a search asks for: a point of its own numbering, on seeds.</summary>
/// <param name="Point">The place of the level or of the arm, from 0.</param>
/// <param name="Seeds">The seeds.</param>
public readonly record struct SearchOrder(int Point, SeedBlock Seeds);

/// <summary>
/// The measure of runs that were asked for, in order of seed; null while one of them is missing.
/// </summary>
public delegate IReadOnlyList<double>? MeasuredRuns(SearchOrder order);

/// <summary>
/// Where a search stands: given all results so far, the orders of the next round, and its answer.
/// </summary>
/// <remarks>
/// A search keeps nothing between rounds: it is a function of the results and goes through all its rounds
/// anew. What it does not ask for does not count, so neither the number of workers nor an interruption
/// changes it.
/// </remarks>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="Wanted">The runs of the next round; none at the end.</param>
/// <param name="Answer">The answer; while runs are wanted, as far as it is known.</param>
public sealed record SearchStep<TAnswer>(IReadOnlyList<SearchOrder> Wanted, TAnswer Answer)
    where TAnswer : class
{
    /// <summary>The end.</summary>
    internal static SearchStep<TAnswer> End(TAnswer answer) => new([], answer);
}

/// <summary>The values of a factor on which a search looks.</summary>
public static class SearchLevels
{
    /// <summary>The most steps from one end to the other.</summary>
    internal const int StepsMax = 10_000;

    /// <summary>From one end to the other in steps; the other end is always there.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends: above, or below for a search for the largest value.</param>
    /// <param name="step">The step, above 0.</param>
    public static IReadOnlyList<double> Of(double from, double to, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var whole = Math.Round(Math.Abs(to - from) / step, 6);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(whole, StepsMax, nameof(step));
        var steps = (int)Math.Ceiling(whole);
        var direction = to < from ? -step : step;
        return [.. Enumerable.Range(0, steps).Select(at => from + (at * direction)), to];
    }

    /// <summary>How often a bisection of so many levels looks: ⌈log₂ steps⌉ + 2, with both ends.</summary>
    internal static int Looks(int levels)
    {
        var looks = 2;
        for (var reach = 1; reach < levels - 1; reach *= 2)
        {
            looks++;
        }

        return looks;
    }
}
