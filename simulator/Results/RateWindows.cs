namespace FlashSale.Simulator;

/// <summary>Seconds of a sample put together to windows in which chance is small.</summary>
/// <param name="Counts">What each window holds.</param>
/// <param name="Seconds">How long each is.</param>
internal sealed record RateWindows(IReadOnlyList<long> Counts, int Seconds)
{
    private const int PerWindowMin = 1_000;

    private static readonly int[] Widths = [10, 20, 30, 60];

    /// <summary>
    /// Windows of 10, 20, 30 or 60 s, the narrowest in which the fullest holds 1,000, so that chance moves
    /// it by about 3 % only.
    /// </summary>
    public static RateWindows Of(ReadOnlySpan<int> perSecond)
    {
        foreach (var width in Widths)
        {
            var counts = new long[perSecond.Length / width];
            for (var second = 0; second < counts.Length * width; second++)
            {
                counts[second / width] += perSecond[second];
            }

            if (width == Widths[^1] || counts.Max() >= PerWindowMin)
            {
                return new RateWindows(counts, width);
            }
        }

        throw new ArgumentException("less than a window of seconds", nameof(perSecond));
    }
}
