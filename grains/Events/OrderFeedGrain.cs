using Orleans.Streams;
using Orleans.Streams.Core;

namespace FlashSale.Grains;

/// <summary>
/// Brings batches of order events to sellers, reputation, searches, telemetry and the watch, and confirms
/// them to the outbox.
/// </summary>
/// <remarks>
/// It keeps nothing: each of those whom it tells knows the last batch that it was told of, and a batch that
/// was not confirmed comes again.
/// </remarks>
[ImplicitStreamSubscription(OrderFeed.Namespace)]
internal sealed class OrderFeedGrain(GrainRoom room)
    : Grain, IOrderFeedGrain, IStreamSubscriptionObserver, IAsyncObserver<EventBatch>
{
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<EventBatch>().ResumeAsync(this);

    public async Task OnNextAsync(EventBatch item, StreamSequenceToken? token = null)
    {
        var calls = new List<Task> { room.Grains.Telemetry.Add(item) };
        foreach (var seller in item.Events.GroupBy(one => one.Seller))
        {
            calls.Add(room.Grains.Seller(seller.Key).Add(Part(item, seller)));
        }

        foreach (var owner in item.Events.Where(IsVerdict).GroupBy(RatedOf))
        {
            calls.Add(room.Grains.Reputation(owner.Key).Add(Part(item, owner)));
        }

        var sales = item.Events.Where(one => one.Sales is not null).ToArray();
        if (sales.Length > 0)
        {
            calls.Add(room.Grains.Sales(item.Partition).Add(item with { Events = sales }));
        }

        await Task.WhenAll(calls);
        await Task.WhenAll(Watched(item));
        await room.Grains.Outbox(item.Partition).Confirm(item.Number);
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask; // what was lost is published again

    // Nobody is asked as long as no policy has orders watched (rule TRU-13).
    private IEnumerable<Task> Watched(EventBatch item)
    {
        var policies = room.Policies;
        if (!policies.Policies.Any(one => WatchProcess.IsOn(one.Policy.Trust)))
        {
            return [];
        }

        return item.Events
            .Where(one => one.Seen is not null && WatchProcess.IsOn(policies.At(one.At).Trust))
            .GroupBy(one => one.Seller)
            .Select(seller => room.Grains.Watch(seller.Key).Add(Part(item, seller)));
    }

    private static bool IsVerdict(OrderEvent one) =>
        one.Kind is MarketEventKind.StoreRated or MarketEventKind.BuyerRated;

    private static long RatedOf(OrderEvent one) => one.Kind == MarketEventKind.StoreRated
        ? OwnerKey.Of(one.Store)
        : OwnerKey.Of(one.Order.Buyer);

    private static EventBatch Part(EventBatch whole, IEnumerable<OrderEvent> events) =>
        whole with { Events = [.. events] };
}
