namespace FlashSale.Cluster.Tests;

/// <summary>Whatever fails around a state that Orleans keeps: each batch of events counts once.</summary>
public sealed class StateFaultTests
{
    private const int Batches = 3;
    private const int CallsMax = 100;

    [Theory]
    [InlineData(StoreFault.BeforeIt)]
    [InlineData(StoreFault.AfterIt)]
    [InlineData(StoreFault.Conflict)]
    public async Task Batches_count_once_at_a_seller_whichever_call_to_the_store_fails(StoreFault fault)
    {
        var rows = new OneFaultStore(new MemoryRowStore());
        await using var market = await TestMarket.Start(rows: rows);

        var calls = await AtEachCall(rows, fault, RowKind.Seller, "seller-sales", async owner =>
        {
            var seller = market.Grains.GetGrain<ISellerGrain>(owner);
            await Added(seller.Add);
            return (await Asked(seller.Dashboard)).Totals.CountOf(MarketEventKind.Paid);
        });

        // The state, the row of before, the state, the row's end, and a state for each batch.
        Assert.True(calls >= 4 + Batches, $"only {calls} calls were seen");
    }

    [Theory]
    [InlineData(StoreFault.BeforeIt)]
    [InlineData(StoreFault.AfterIt)]
    [InlineData(StoreFault.Conflict)]
    public async Task Batches_count_once_in_the_market_whichever_call_to_the_store_fails(StoreFault fault)
    {
        var rows = new OneFaultStore(new MemoryRowStore());
        await using var market = await TestMarket.Start(rows: rows);

        var calls = await AtEachCall(rows, fault, RowKind.Telemetry, "market-sales", async owner =>
        {
            var telemetry = market.Grains.GetGrain<ITelemetryGrain>(owner);
            await Added(telemetry.Add);
            var sales = await Asked(telemetry.Sales);
            Assert.Equal(Money.FromFen(10 + (100 * Batches)), sales.Paid);
            return sales.Figures.Totals.CountOf(MarketEventKind.Paid);
        });

        Assert.True(calls >= 4 + Batches, $"only {calls} calls were seen");
    }

    [Fact]
    public async Task A_silo_that_is_killed_between_write_and_answer_counts_a_batch_once()
    {
        var seller = Seller(11);
        var rows = new HeldAnswerStore(new MemoryRowStore(), seller.State);
        await using var market = await TestMarket.Start(silos: 2, rows: rows);
        var grain = market.Grains.GetGrain<ISellerGrain>(11);
        await grain.Add(StateFixtures.Batch(1));
        rows.HoldNextAnswer();
        var unanswered = grain.Add(StateFixtures.Batch(2));
        await rows.IsHeld;

        var address = await market.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(
            (GrainReference)grain);
        await market.Silos.KillSiloAsync(
            market.Silos.Silos.Single(silo => silo.SiloAddress.Equals(address)));
        unanswered.Ignore();
        await Asked(async () =>
        {
            await grain.Add(StateFixtures.Batch(2));
            return true;
        });

        Assert.Equal(2, (await Asked(grain.Dashboard)).Totals.CountOf(MarketEventKind.Paid));
    }

    private static async Task<int> AtEachCall(
        OneFaultStore rows, StoreFault fault, RowKind kind, string state, Func<int, Task<long>> count)
    {
        var type = kind == RowKind.Seller ? "seller" : "telemetry";
        for (var call = 0; ; call++)
        {
            Assert.True(call < CallsMax);
            var owner = 100 + call;
            var old = new RowKey(kind, owner);
            await rows.Save(new RowWrite(old, 0, WireFormat.Serializer.SerializeToArray(Before())));
            rows.FailBehind(call, fault, old, StateKey(type, state, owner));

            Assert.Equal(1 + Batches, await count(owner));

            if (!rows.HasFailed)
            {
                return call;
            }
        }
    }

    private static SalesState Before()
    {
        var sales = new SalesState();
        sales.Counts[0] = 1;
        sales.AmountsFen[0] = 10;
        return sales;
    }

    private static async Task Added(Func<EventBatch, Task> add)
    {
        for (var number = 1; number <= Batches; number++)
        {
            var batch = StateFixtures.Batch(number);
            await Asked(async () =>
            {
                await add(batch);
                return true;
            });
        }
    }

    private static Task<T> Asked<T>(Func<Task<T>> question) =>
        Shop.Answered(() => new ValueTask<T>(question()));

    private static (RowKey Old, RowKey State) Seller(int owner) =>
        (new RowKey(RowKind.Seller, owner), StateKey("seller", "seller-sales", owner));

    private static RowKey StateKey(string type, string state, int owner) =>
        GrainStateRow.KeyOf(GrainStateRow.NameOf(state, GrainId.Create(
            GrainType.Create(type), GrainIdKeyExtensions.CreateIntegerKey(owner))));
}
