using FlashSale.Dashboard;

namespace FlashSale.Benchmarks;

/// <summary>Durable checkouts at the record rate of 2020, whether or not the engine keeps up.</summary>
internal sealed class CheckoutOpenLoop : IRow
{
    /// <summary>The record of 2020 (rule CAP-3).</summary>
    public const int PerSecond = 583_000;

    private const double MsP99Max = 10;

    // Half of what the bar allows: a driver that is later than that measures itself.
    private const double LagMsP99Max = MsP99Max / 2;

    public string Name => "checkout-open-loop";

    public string What => "durable checkouts at 583,000 a second; latency from the intended start";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        using var shop = new DurableShop(bench, Name);
        Warm(shop, bench);
        GC.Collect();
        using var loop = new EngineOpenLoop(shop.Engine, bench.Clock, PerSecond);
        var outcome = loop.Run(bench.Load);
        var lag = MsAt(outcome.Lag, 0.99);
        var isSaturated = lag > LagMsP99Max;
        return
        [
            new Figure("planned", "orders", outcome.Planned),
            new Figure("refused, queue full", "orders", outcome.Refused, FigureBar.AtMost(0)),
            new Figure("done", "orders", outcome.Done),
            Latency("p50", 0.5, null),
            Latency("p99", 0.99, FigureBar.AtMost(MsP99Max)),
            Latency("p99.9", 0.999, null),
            Latency("longest", 1, null),
            new Figure("pacer's lag p99", "ms", lag),
        ];

        Figure Latency(string name, double share, FigureBar? bar) => isSaturated
            ? new Figure(name, "ms", double.NaN, bar, "driver saturated")
            : new Figure(name, "ms", MsAt(outcome.Latency, share), bar);
    }

    private static double MsAt(LatencyHistogram lengths, double share) =>
        lengths.Quantile(share)?.TotalMilliseconds ?? double.NaN;

    public void Dispose()
    {
    }

    /// <summary>A second of the same load, in other orders' numbers.</summary>
    private static void Warm(DurableShop shop, Bench bench)
    {
        using var loop = new EngineOpenLoop(shop.Engine, bench.Clock, PerSecond / 2, firstOrder: 1 << 30);
        loop.Run(TimeSpan.FromSeconds(1));
    }
}
