namespace FlashSale.Simulator;

/// <summary>The level that the busiest second of a sample scatters about.</summary>
/// <remarks>
/// 1,000. The top is made of those with nine tenths or more of what the fullest holds: n seconds. Their
/// counts scatter about their windows' means with the variance φ × mean, where φ is at most 1 – Poisson – and
/// less where a gateway paces them. The expected maximum of n such seconds lies z√(φλ) above their level λ, z
/// by Blom, Φ⁻¹((n − 0.375) / (n + 0.25)). So λ + z√(φλ) = peak gives λ, and 1.96√(φλ) its error.
/// </remarks>
public sealed record PeakLevel(
    [Figure("orders/s", "the level that the busiest second scatters about")] double PerSecond,
    [Figure("orders/s", "with 95 % confidence the level is no further away")] double Within)
{
    private const double ShareOfTopMin = 0.9;
    private const double Confident = 1.96;

    /// <summary>Of the counts of a sample, one for each second; null if nothing was counted.</summary>
    internal static PeakLevel? Of(ReadOnlySpan<int> perSecond, SampleScale scale)
    {
        var windows = RateWindows.Of(perSecond);
        var top = windows.Counts.Max() * ShareOfTopMin;
        var (peak, tops, squares) = (0, 0, 0.0);
        for (var window = 0; window < windows.Counts.Count; window++)
        {
            var seconds = perSecond.Slice(window * windows.Seconds, windows.Seconds);
            foreach (var count in seconds)
            {
                peak = Math.Max(peak, count);
            }

            if (windows.Counts[window] >= top)
            {
                tops++;
                squares += SquaresOf(seconds, (double)windows.Counts[window] / windows.Seconds);
            }
        }

        var mean = windows.Counts.Where(count => count >= top).Average() / windows.Seconds;
        return peak == 0 ? null
            : Of(peak, tops * windows.Seconds, squares / (tops * (windows.Seconds - 1)) / mean, scale);
    }

    private static PeakLevel Of(int peak, int seconds, double dispersion, SampleScale scale)
    {
        var scatter = Math.Sqrt(Math.Min(1, dispersion));
        var above = scatter * ExactMath.InverseNormal((seconds - 0.375) / (seconds + 0.25));
        var root = (Math.Sqrt(above * above + 4 * peak) - above) / 2;
        return new PeakLevel(
            Rounded.To(root * root / scale.Share, 0),
            Rounded.To(Confident * scatter * root / scale.Share, 0));
    }

    private static double SquaresOf(ReadOnlySpan<int> seconds, double mean)
    {
        var squares = 0.0;
        foreach (var count in seconds)
        {
            squares += (count - mean) * (count - mean);
        }

        return squares;
    }
}
