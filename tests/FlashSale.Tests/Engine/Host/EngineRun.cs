using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

/// <summary>
/// An engine over a storage, with one store and one listing, and a list of what was answered.
/// </summary>
internal sealed class EngineRun : IAsyncDisposable
{
    private EngineRun(MarketEngine engine) => Engine = engine;

    public MarketEngine Engine { get; }

    /// <summary>Checkouts that were answered as placed.</summary>
    public List<CheckoutId> Placed { get; } = [];

    public static async Task<EngineRun> Start(
        IStorage storage, bool snapshot = true, int queueMax = 1 << 10, int stock = 1_000, bool weak = false)
    {
        var options = new EngineOptions
        {
            SnapshotOnClose = snapshot,
            QueueMax = queueMax,
            AnswersBeforeWriting = weak,
            Journal = new JournalOptions { SegmentBytes = 1 << 16, PreallocateBytes = 512 },
        };
        var run = new EngineRun(MarketEngine.Open(storage, options, new StoppedClock()));
        var port = run.Engine.Marketplace;
        await port.OpenStore(Application(FirstStore));
        await port.Publish(FirstListing, Terms(stock));
        return run;
    }

    /// <summary>Lets buyers order one unit each, several at a time; stops when the engine does.</summary>
    public async Task Sell(int buyers, int from = 0)
    {
        var answers = Enumerable.Range(from, buyers).Select(buyer => Sell(Checkout(buyer: buyer))).ToArray();
        foreach (var placed in await Task.WhenAll(answers))
        {
            if (placed is { } id)
            {
                Placed.Add(id);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Engine.Dispose();
        }
        catch (Exception fault) when (fault is IOException or JournalHaltedException)
        {
            // The disk is gone: what was answered is on it all the same.
        }

        return ValueTask.CompletedTask;
    }

    private async Task<CheckoutId?> Sell(CheckoutId id)
    {
        try
        {
            var answer = await Engine.Marketplace.Checkout(id, new[] { Line() });
            return answer.Result == CheckoutResult.Placed ? id : null;
        }
        catch (MarketHaltedException)
        {
            return null;
        }
    }

    internal sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
