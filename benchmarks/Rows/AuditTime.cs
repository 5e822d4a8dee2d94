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
        var audit = bench.Time(() => Invariant.Holds(market.Audit().Passed, "the audit passes"));
        var hash = bench.Time(() => market.StateHash());
        return [
            new Figure("audit", "ms", audit.TotalMilliseconds),
            new Figure("state hash", "ms", hash.TotalMilliseconds),
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
