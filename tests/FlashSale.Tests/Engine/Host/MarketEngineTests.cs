using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class MarketEngineTests
{
    [Fact]
    public async Task An_engine_that_is_opened_again_goes_on_where_it_was()
    {
        var storage = new MemoryStorage();
        string before;
        await using (var run = await EngineRun.Start(storage))
        {
            await run.Sell(buyers: 20);
            before = await run.Engine.Ask(market => market.StateHash());
        }

        await using var again = await EngineRun.Start(storage);
        Assert.Equal(before, await again.Engine.Ask(market => market.StateHash()));
        Assert.NotNull(again.Engine.Recovery.Snapshot.File);
        Assert.Equal(
            CheckoutResult.Placed, (
                await again.Engine.Marketplace.Checkout(Checkout(buyer: 0), new[] { Line() })).Result);
    }

    [Fact]
    public async Task Without_a_snapshot_the_journal_alone_brings_the_same_state()
    {
        var storage = new MemoryStorage();
        string before;
        await using (var run = await EngineRun.Start(storage, snapshot: false))
        {
            await run.Sell(buyers: 20);
            before = await run.Engine.Ask(market => market.StateHash());
        }

        await using var again = await EngineRun.Start(storage);
        Assert.Null(again.Engine.Recovery.Snapshot.File);
        Assert.Equal(before, await again.Engine.Ask(market => market.StateHash()));
    }

    [Fact]
    public async Task A_failed_sync_halts_the_engine_and_answers_nobody()
    {
        var faulty = new FaultyStorage(new MemoryStorage(), new FaultPlan(), new SplitMix64(1));
        await using var run = await EngineRun.Start(faulty);
        faulty.Plan = faulty.Plan with { SyncFailsPerMille = 1_000 };

        await Assert.ThrowsAsync<MarketHaltedException>(
            () => run.Engine.Marketplace.Checkout(Checkout(), new[] { Line() }).AsTask());

        faulty.Plan = new FaultPlan();
        Assert.True(run.Engine.IsHalted);
        await Assert.ThrowsAsync<MarketHaltedException>(
            () => run.Engine.Marketplace.Checkout(Checkout(), new[] { Line() }).AsTask());
    }

    [Fact]
    public async Task A_full_queue_says_that_the_market_is_busy()
    {
        await using var run = await EngineRun.Start(new MemoryStorage(), queueMax: 2);
        using var entered = new SemaphoreSlim(0);
        using var leave = new ManualResetEventSlim();
        var blocked = run.Engine.Ask(_ => entered.Release() + (leave.Wait(-1) ? 1 : 0)).AsTask();
        await entered.WaitAsync();
        var waiting = new[] { run.Engine.Ask(m => 1).AsTask(), run.Engine.Ask(m => 2).AsTask() };

        Assert.Throws<MarketBusyException>(() => run.Engine.Ask(_ => 0).AsTask().GetAwaiter().GetResult());
        leave.Set();
        await blocked;
        var answers = await Task.WhenAll(waiting);
        Assert.Equal([1, 2], answers);
    }

    [Fact]
    public async Task A_question_that_fails_is_the_askers_matter_only()
    {
        await using var run = await EngineRun.Start(new MemoryStorage());

        await Assert.ThrowsAsync<DivideByZeroException>(
            () => run.Engine.Ask<int>(_ => throw new DivideByZeroException()).AsTask());
        Assert.Equal(1, await run.Engine.Ask(_ => 1));
    }
}
