namespace FlashSale.Benchmarks;

/// <summary>Whole lives of orders in memory.</summary>
internal sealed class LifeMemory : IRow
{
    private const int WarmUp = 100_000;
    private const int Orders = 2_000_000;
    private const double LivesPerSecond = 1_500_000;

    public string Name => "life-memory";

    public string What => "whole lives of orders (place, pay, ship, deliver, confirm, rate) in memory";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        InMemory.Run(Shop.Open(), new Lives(WarmUp));
        var market = Shop.Open();
        var time = bench.Time(() => InMemory.Run(market, new Lives(Orders)));
        return [new Figure("lives", "1/s", Orders / time.TotalSeconds, Bar.AtLeast(LivesPerSecond))];
    }

    public void Dispose()
    {
    }
}
