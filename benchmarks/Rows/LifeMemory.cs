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
        return
        [
            .. Measured("one after another", between: 0, FigureBar.AtLeast(LivesPerSecond)),
            .. Measured("1,000 under way", between: 1_000, bar: null),
        ];

        IEnumerable<Figure> Measured(string name, int between, FigureBar? bar)
        {
            var market = Shop.Open();
            var cost = bench.Cost(() => InMemory.Run(market, new Lives(Orders, between: between)));
            return
            [
                new Figure("lives, " + name, "1/s", cost.PerSecond(Orders), bar),
                .. cost.FiguresOf("a life", Orders, name),
            ];
        }
    }

    public void Dispose()
    {
    }
}
