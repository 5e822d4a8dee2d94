namespace FlashSale.Benchmarks;

/// <summary>Whole lives of orders, each of their six commands durable.</summary>
internal sealed class LifeDurable : IRow
{
    private const int WarmUp = 50_000;
    private const int Orders = 1_000_000;
    private const int Between = 1_000;

    public string Name => "life-durable";

    public string What => "whole lives with every command durable, in groups, 8,192 in flight";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        using var shop = new DurableShop(bench, Name);
        shop.Run(new Lives(WarmUp));
        var cost = bench.Cost(() => shop.Run(new Lives(Orders, WarmUp, Between)));
        return
        [
            new Figure("lives, 1,000 under way", "1/s", cost.PerSecond(Orders)),
            .. cost.FiguresOf("a life", Orders),
        ];
    }

    public void Dispose()
    {
    }
}
