namespace FlashSale.Benchmarks;

/// <summary>Checkouts in memory: the market's own speed, without queue and disk.</summary>
internal sealed class CheckoutMemory : IRow
{
    private const int WarmUp = 300_000;
    private const int Orders = 4_000_000;

    public string Name => "checkout-memory";

    public string What => "checkouts of one line in memory, closed loop, one thread";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        InMemory.Run(Shop.Open(), new Checkouts(0, WarmUp));
        var market = Shop.Open();
        var cost = bench.Cost(() => InMemory.Run(market, new Checkouts(0, Orders)));
        return
        [
            new Figure("orders", "1/s", cost.PerSecond(Orders)), .. cost.FiguresOf("an order", Orders),
        ];
    }

    public void Dispose()
    {
    }
}
