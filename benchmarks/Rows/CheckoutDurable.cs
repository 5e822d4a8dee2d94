namespace FlashSale.Benchmarks;

/// <summary>Durable checkouts as fast as they go: each is answered after its sync.</summary>
internal sealed class CheckoutDurable : IRow
{
    private const int WarmUp = 300_000;
    private const int Orders = 4_000_000;

    public string Name => "checkout-durable";

    public string What => "durable checkouts of one line (fsync before the answer), 8,192 in flight";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        using var shop = new DurableShop(bench, Name);
        shop.Run(new Checkouts(0, WarmUp));
        var cost = bench.Cost(() => shop.Run(new Checkouts(WarmUp, Orders)));
        var bar = FigureBar.AtLeast(CheckoutOpenLoop.PerSecond);
        return
        [
            new Figure("orders", "1/s", cost.PerSecond(Orders), bar),
            .. cost.FiguresOf("an order", Orders),
        ];
    }

    public void Dispose()
    {
    }
}
