namespace FlashSale.Benchmarks;

/// <summary>How long it takes to count everything again, and to hash it.</summary>
internal sealed class AuditTime : IRow
{
    private const int Orders = 5_000_000;
    private const int DaysToEnd = 60;

    private Market? _market;

    public string Name => "audit";

    public string What => "audit and state hash of a market with 5 million orders, half of them ended";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        var market = _market ??= Fill();
        var audit = bench.Cost(() => Invariant.Holds(market.Audit().Passed, "the audit passes"));
        var hash = bench.Cost(() => market.StateHash());
        return [
            new Figure("audit", "ms", audit.Time.TotalMilliseconds),
            .. audit.FiguresOf("an order", Orders, "audit"),
            new Figure("state hash", "ms", hash.Time.TotalMilliseconds),
            .. hash.FiguresOf("an order", Orders, "state hash"),
        ];
    }

    public void Dispose() => _market = null;

    private static Market Fill()
    {
        var market = Shop.Open();
        InMemory.Run(market, new Lives(Orders / 2));
        market.AdvanceTo(market.Now.AddDays(DaysToEnd));
        InMemory.Run(market, new Lives(Orders / 2, first: Orders / 2));
        return market;
    }
}
