namespace FlashSale.Simulator;

/// <summary>
/// How a burst rises evenly to its peak and falls by halves, and when its buyers come (rule DEM-7).
/// </summary>
internal sealed class BurstCurve(DemandBurst burst)
{
    private const int HalvesMax = 7; // behind, less than a hundredth of the peak is left

    private readonly double _riseMs = burst.Rise.TotalMilliseconds;
    private readonly double _fallMs = burst.HalfLife.TotalMilliseconds / ExactMath.Ln(2);

    /// <summary>For how long as many came at the peak's pace as come in all, in ms.</summary>
    public double AtPeakMs => (_riseMs / 2) + FallenMs;

    /// <summary>When after its start a buyer comes, in ms, by a uniform chance.</summary>
    public long ComesAfter(double chance)
    {
        var at = chance * AtPeakMs;
        return at < _riseMs / 2
            ? (long)Math.Sqrt(at * 2 * _riseMs) // exact by IEEE 754
            : (long)(_riseMs - (_fallMs * ExactMath.Ln(1 - ((at - (_riseMs / 2)) / _fallMs))));
    }

    private double FallenMs => _fallMs * (1 - ExactMath.Pow(2, -HalvesMax));
}
