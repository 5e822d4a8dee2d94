using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>From ordering to payment in the market's time, in buckets of a tenth more each.</summary>
internal sealed class Waits
{
    private const double Growth = 1.1;
    private const double FirstMs = 10;
    private static readonly double LogGrowth = Math.Log(Growth);

    private readonly long[] _counts = new long[160];

    /// <summary>Counts a wait.</summary>
    public void Add(TimeSpan wait)
    {
        var steps = Math.Log(Math.Max(FirstMs, wait.TotalMilliseconds) / FirstMs) / LogGrowth;
        _counts[Math.Min(_counts.Length - 1, (int)Math.Ceiling(steps))]++;
    }

    /// <summary>The percentiles since the last time; null if nothing was counted.</summary>
    public Latencies? Take()
    {
        var all = _counts.Sum();
        Latencies? taken = all == 0
            ? null
            : new Latencies(Quantile(0.5, all), Quantile(0.99, all), Quantile(0.999, all));
        Array.Clear(_counts);
        return taken;
    }

    private double Quantile(double share, long all)
    {
        var (wanted, at) = ((long)Math.Ceiling(share * all), 0);
        for (var seen = _counts[0]; seen < wanted; seen += _counts[at])
        {
            at++;
        }

        return FirstMs * Math.Pow(Growth, at);
    }
}
