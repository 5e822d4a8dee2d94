namespace FlashSale.Benchmarks;

/// <summary>What a row of each kind costs: bytes that its tables grow by, and the whole heap.</summary>
internal sealed class MemorySize : IRow
{
    private const int Buyers = 1 << 20;
    private const int Listings = 500_000;
    private const int Orders = 2_000_000;
    private const int DaysToEnd = 60;

    public string Name => "memory";

    public string What => "bytes for a buyer, a listing, a live and an ended order";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        var market = Shop.Open();
        var empty = (market.View.Memory, Heap: Heap());
        Repeat(market, StepKind.TopUp, 0, Buyers);
        Repeat(market, StepKind.PutInCart, 0, Buyers);
        var buyers = market.View.Memory;
        Repeat(market, StepKind.Publish, Shop.Listings, Listings);
        var listings = market.View.Memory;
        var heapBefore = Heap();
        InMemory.Run(market, new Lives(Orders));
        var live = (market.View.Memory, Heap: Heap());
        market.AdvanceTo(market.Now.AddDays(DaysToEnd));
        Invariant.Holds(market.View.Orders.Alive == 0, "all orders have ended");
        var ended = market.View.Memory;
        return
        [
            Bytes(
                "buyer: account, cart with a line", OfBuyers(buyers) - OfBuyers(empty.Memory), Buyers),
            Bytes("listing", listings["listings"] - buyers["listings"], Listings),
            Bytes("live order, with its place in the index", LiveBytes(live.Memory), Orders),
            Bytes("live order, all that the heap grew by", live.Heap - heapBefore, Orders),
            Bytes("ended order, with its place in the index", EndedBytes(ended), Orders),
            Bytes("verdict, with the caps' memory", ended["reputation"] - listings["reputation"], Orders),
        ];
    }

    public void Dispose()
    {
    }

    private static long OfBuyers(IReadOnlyDictionary<string, long> memory) =>
        memory["accounts"] + memory["carts"];

    private static long LiveBytes(IReadOnlyDictionary<string, long> memory) =>
        memory["live-orders"] + memory["order-index"];

    private static long EndedBytes(IReadOnlyDictionary<string, long> memory) =>
        memory["ended-orders"] + memory["order-index"];

    private static Figure Bytes(string name, long bytes, int rows) =>
        new(name, "bytes", bytes / (double)rows);

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Repeat(Market market, StepKind kind, int first, int count)
    {
        for (var at = first; at < first + count; at++)
        {
            Invariant.Holds(new Step(kind, at).CarryOut(market), "every step takes effect");
        }
    }
}
