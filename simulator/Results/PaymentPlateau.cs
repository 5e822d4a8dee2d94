namespace FlashSale.Simulator;

/// <summary>
/// A stretch of the first hour during which payments ran at one level; the bottlenecks say what held them.
/// </summary>
/// <remarks>
/// The rule: cut the first hour into windows of 10, 20, 30 or 60 s, the narrowest in which the fullest holds
/// 1,000 payments of the sample, so that chance moves a window by about 3 % only. The top is the mean of the
/// three fullest. A plateau is the longest run of windows at 90 % of the top or more, where one lower window
/// between two high ones does not end it, and it lasts two minutes at least. A free spike that decays falls
/// by more than a tenth sooner. Where the fullest minute holds fewer than 400 of the sample, chance alone
/// moves it by half of that tenth: then no level can be told from a fall, and there is no plateau.
/// </remarks>
public sealed record PaymentPlateau(
    [Figure("s", "when payments began to run at one level; `paymentPlateau` is null where they never did")]
    int FromSeconds,
    [Figure("min", "how long they did")] double Minutes,
    [Figure("orders/s", "the mean level")] double PaymentsPerSecond,
    [Figure("s", "width of the windows used")] int WindowSeconds)
{
    private const int HourSeconds = 3_600;
    private const double ShareOfTopMin = 0.9;
    private const int PlateauSecondsMin = 120;
    private const int FullestMin = 400;

    /// <summary>
    /// Finds the plateau in payments of the sample, one entry for each second since midnight; null if there
    /// is none.
    /// </summary>
    internal static PaymentPlateau? Find(ReadOnlySpan<int> paymentsPerSecond, SampleScale scale)
    {
        var windows = RateWindows.Of(paymentsPerSecond[..Math.Min(HourSeconds, paymentsPerSecond.Length)]);
        return Find([.. windows.Counts], windows.Seconds, scale);
    }

    private static PaymentPlateau? Find(long[] windows, int width, SampleScale scale)
    {
        var floor = windows.OrderDescending().Take(3).Average() * ShareOfTopMin;
        var (first, length) = LongestRun(windows, floor);
        if (windows.Max() < FullestMin || length * width < PlateauSecondsMin)
        {
            return null;
        }

        var level = windows.Skip(first).Take(length).Average() / width / scale.Share;
        return new PaymentPlateau(
            first * width, Rounded.To(length * width / 60.0, 2), Rounded.To(level, 0), width);
    }

    private static (int First, int Length) LongestRun(long[] windows, double floor)
    {
        var best = (First: 0, Length: 0);
        var first = -1;
        for (var at = 0; at < windows.Length; at++)
        {
            if (windows[at] < floor)
            {
                continue;
            }

            var goesOn = first >= 0 && at > 0
                && (windows[at - 1] >= floor || (at > 1 && at - 2 >= first && windows[at - 2] >= floor));
            first = goesOn ? first : at;
            best = at - first + 1 > best.Length ? (first, at - first + 1) : best;
        }

        return best;
    }
}
