namespace FlashSale.Cluster.Tests;

/// <summary>
/// Something that is done over and over, each time by another buyer, and cut off at another step.
/// </summary>
internal sealed record CutOffStory
{
    /// <summary>The rules of the market; the usual ones if null.</summary>
    public Policy? Policy { get; init; }

    /// <summary>How many steps there are to be cut off at least.</summary>
    public required int StepsMin { get; init; }

    /// <summary>Steps that are among them, in words.</summary>
    public IReadOnlyList<string> MustBeCut { get; init; } = [];

    /// <summary>Opens the market.</summary>
    public Func<IMarketplace, Task> Open { get; init; } = _ => Task.CompletedTask;

    /// <summary>What a buyer needs before.</summary>
    public required Func<TestMarket, OrderId, Task> Prepare { get; init; }

    /// <summary>What is done; again after a fault.</summary>
    public required Func<IMarketplace, OrderId, Task> Act { get; init; }

    /// <summary>What is to be seen of it, the same for every buyer.</summary>
    public required Func<IMarketplace, OrderId, Task<string>> Picture { get; init; }
}

/// <summary>
/// Cuts off every step that a cluster waits for, one by one, before and after it is carried out.
/// </summary>
internal static class EachCutOff
{
    private const int StepsMax = 80;

    // What the events of earlier buyers set off counts as steps too, and may take the place of a step: then
    // all are cut off once more.
    private const int RoundsMax = 3;
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(3); // accounts ask again after two

    /// <summary>Cuts off step after step of what is done, until there is none left to cut off.</summary>
    public static async Task Of(CutOffStory story)
    {
        var fault = new OneFault(new MemoryRowStore());
        await using var market = await TestMarket.Start(policy: story.Policy, rows: fault, calls: fault);
        await story.Open(market.Port);
        var (cut, buyer) = (new HashSet<string>(), 0);
        var whole = await Whole(market, Order(buyer++), story);
        for (var round = 0; round == 0 || (round < RoundsMax && story.MustBeCut.Except(cut).Any()); round++)
        {
            foreach (var way in Enum.GetValues<CutOff>())
            {
                var nth = 1;
                while (nth <= StepsMax
                    && await CutAt(market, fault, nth, way, Order(buyer++), story, whole) is { } step)
                {
                    cut.Add(step);
                    nth++;
                }

                Assert.InRange(nth - 1, story.StepsMin, StepsMax - 1);
            }
        }

        Assert.Empty(story.MustBeCut.Except(cut));
        await Shop.AuditPasses(market.Port);
    }

    /// <summary>Does it once with one fault; returns what was cut off, or null if nothing was.</summary>
    private static async Task<string?> CutAt(
        TestMarket market,
        OneFault fault,
        int nth,
        CutOff way,
        OrderId order,
        CutOffStory story,
        (string Before, string After) whole)
    {
        await story.Prepare(market, order);
        Assert.Equal(whole.Before, await Picture(market, order, story));
        fault.Arm(nth, way);
        try
        {
            await story.Act(new ClusterMarketplace(market.Grains, new NoPatience()), order);
        }
        catch (Exception failure)
            when (failure is GrainFaultException or TimeoutException or OrleansException)
        {
            // Nobody asks again for now.
        }

        var step = fault.Step;
        fault.Disarm();
        await market.SetTime(market.Clock.Now + Recovery);
        var alone = await Picture(market, order, story);
        Assert.True(
            alone == whole.Before || alone == whole.After,
            $"{step} ({way}, step {nth}) leaves\n{alone}\nneither\n{whole.Before}\nnor\n{whole.After}");
        await story.Act(market.Port, order);
        Assert.Equal(whole.After, await Picture(market, order, story));
        return step;
    }

    // What operators did is as whole as what came of it (rule IDN-5).
    private static async Task<string> Picture(TestMarket market, OrderId order, CutOffStory story)
    {
        TrailEntity[] about =
        [
            TrailEntity.Of(order), TrailEntity.Of(order.Buyer),
            TrailEntity.Of(new StoreId(order.Buyer.Value)), TrailEntity.Of(new ListingId(order.Buyer.Value)),
            TrailEntity.Of(new CaseId(new SellerId(order.Buyer.Value), 1)),
        ];
        var acts = (await Trails.All(market.Browser))
            .Where(act => about.Contains(act.Trace.About))
            .Select(act => $"{act.What} {act.Trace.Detail} by {act.Trace.By.Who}");
        return $"{await story.Picture(market.Port, order)}, {string.Join(", ", acts)}";
    }

    private static async Task<(string Before, string After)> Whole(
        TestMarket market, OrderId order, CutOffStory story)
    {
        await story.Prepare(market, order);
        var before = await Picture(market, order, story);
        await story.Act(market.Port, order);
        return (before, await Picture(market, order, story));
    }

    private static OrderId Order(int buyer) => new CheckoutId(new BuyerId(buyer), 0).Order(0);

    /// <summary>The clock of a client that does not ask again: it never waits between two tries.</summary>
    private sealed class NoPatience : TimeProvider
    {
        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new TimeoutException("This client does not ask again.");
    }
}
