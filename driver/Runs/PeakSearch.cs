namespace FlashSale.Driver;

/// <summary>One try of a search for the breaking point.</summary>
/// <param name="Rate">The constant rate, in orders a second.</param>
/// <param name="Holds">Whether the market bore it.</param>
/// <param name="Figures">What was measured.</param>
public sealed record PeakTry(double Rate, bool Holds, PhaseFigures Figures)
{
    /// <summary>What the processes of the market used; null if they did not tell.</summary>
    public MarketUse? Use { get; init; }
}

/// <summary>
/// Finds the highest constant rate that a market bears: doubling, then halving the gap. Each rate is tried
/// until two tries agree: a compiler or another process may have taken the machine once, and luck may have
/// spared it once.
/// </summary>
public static class PeakSearch
{
    /// <summary>How many tries of a rate must agree.</summary>
    public const int Agreeing = 2;

    private const double Factor = 2;
    private const int DoublingsMax = 16;

    /// <summary>Searches.</summary>
    /// <param name="first">The first rate to try, in orders a second.</param>
    /// <param name="precision">When to stop: the gap between what held and what did not, as a share.</param>
    /// <param name="bounds">The lowest and the highest rate that can be tried.</param>
    /// <param name="attempt">Tries a rate.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    /// <returns>All tries in their order; <see cref="Peak"/> says what they mean.</returns>
    public static async Task<IReadOnlyList<PeakTry>> Run(
        double first, double precision, (double Least, double Most) bounds,
        Func<double, Task<PeakTry>> attempt, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        var tries = new List<PeakTry>();
        var (held, failed) = (0.0, double.PositiveInfinity);
        var rate = Math.Clamp(first, bounds.Least, bounds.Most);
        for (var number = 0; number < DoublingsMax * 2; number++)
        {
            if (await Holds(rate, attempt, tries, stop) is not { } holds)
            {
                break;
            }

            (held, failed) = holds ? (Math.Max(held, rate), failed) : (held, Math.Min(failed, rate));
            if (failed - held <= held * precision || failed < first / (1 << DoublingsMax)
                || failed <= bounds.Least || held >= bounds.Most)
            {
                break;
            }

            rate = Math.Clamp(
                double.IsPositiveInfinity(failed) ? held * Factor
                    : held == 0 ? failed / Factor
                    : (held + failed) / 2,
                bounds.Least, bounds.Most);
        }

        return tries;
    }

    /// <summary>
    /// The highest rate that held, with the slower of the tries that say so; null if none did.
    /// </summary>
    public static PeakTry? Peak(IEnumerable<PeakTry> tries) => tries
        .Where(one => one.Holds)
        .GroupBy(one => one.Rate)
        .Where(rate => rate.Count() >= Agreeing)
        .MaxBy(rate => rate.Key)?
        .MaxBy(one => one.Figures.LatencyMs.P99 ?? double.MaxValue);

    // Null if the search was stopped before it was known.
    private static async Task<bool?> Holds(
        double rate, Func<double, Task<PeakTry>> attempt, List<PeakTry> tries, CancellationToken stop)
    {
        var (holds, fails) = (0, 0);
        while (holds < Agreeing && fails < Agreeing)
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            try
            {
                var one = await attempt(rate);
                tries.Add(one);
                (holds, fails) = one.Holds ? (holds + 1, fails) : (holds, fails + 1);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return holds == Agreeing;
    }
}
