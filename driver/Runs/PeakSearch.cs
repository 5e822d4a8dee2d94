namespace FlashSale.Driver;

/// <summary>One try of a search for the breaking point.</summary>
/// <param name="Rate">The constant rate, in orders a second.</param>
/// <param name="Holds">Whether the market bore it.</param>
/// <param name="Figures">What was measured.</param>
public sealed record PeakTry(double Rate, bool Holds, PhaseFigures Figures);

/// <summary>
/// Finds the highest constant rate that a market bears: doubling, then halving the gap. A rate that failed is
/// tried once more before it is believed: a compiler or another process may have taken the machine.
/// </summary>
public static class PeakSearch
{
    private const double Factor = 2;
    private const int DoublingsMax = 16;

    /// <summary>Searches.</summary>
    /// <param name="first">The first rate to try, in orders a second.</param>
    /// <param name="precision">When to stop: the gap between what held and what did not, as a share.</param>
    /// <param name="attempt">Tries a rate.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    /// <returns>All tries in their order; the highest that holds is the peak.</returns>
    public static async Task<IReadOnlyList<PeakTry>> Run(
        double first, double precision, Func<double, Task<PeakTry>> attempt, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        var tries = new List<PeakTry>();
        var (held, failed) = (0.0, double.PositiveInfinity);
        var rate = first;
        for (var number = 0; number < DoublingsMax * 2 && !stop.IsCancellationRequested; number++)
        {
            var one = await attempt(rate);
            tries.Add(one);
            if (!one.Holds && !stop.IsCancellationRequested)
            {
                one = await attempt(rate);
                tries.Add(one);
            }

            (held, failed) = one.Holds
                ? (Math.Max(held, rate), failed)
                : (held, Math.Min(failed, rate));
            if (failed - held <= held * precision || failed < first / (1 << DoublingsMax))
            {
                break;
            }

            rate = double.IsPositiveInfinity(failed) ? held * Factor
                : held == 0 ? failed / Factor
                : (held + failed) / 2;
        }

        return tries;
    }

    /// <summary>The highest rate that held; null if none did.</summary>
    public static PeakTry? Peak(IEnumerable<PeakTry> tries) =>
        tries.Where(one => one.Holds).MaxBy(one => one.Rate);
}
