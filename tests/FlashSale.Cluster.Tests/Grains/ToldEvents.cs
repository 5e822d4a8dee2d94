using System.Globalization;
using FlashSale.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>Writes down what a cluster tells those who keep count, each batch once.</summary>
internal sealed class ToldEvents : IOutgoingGrainCallFilter
{
    // A row for each would be one write more where the rush is: see OrderEvent.
    private static readonly MarketEventKind[] Untold = [MarketEventKind.Placed, MarketEventKind.SoldOut];

    private readonly Dictionary<(int Partition, long Number), EventBatch> _batches = [];
    private readonly Lock _lock = new();

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType == typeof(ITelemetryGrain)
            && context.Request.GetArgumentCount() == 1 && context.Request.GetArgument(0) is EventBatch batch)
        {
            lock (_lock)
            {
                _batches[(batch.Partition, batch.Number)] = batch; // the same one if it is sent again
            }
        }

        await context.Invoke();
    }

    /// <summary>What was told of each order, in words.</summary>
    public string Picture()
    {
        lock (_lock)
        {
            var events = _batches.OrderBy(one => one.Key).SelectMany(one => one.Value.Events);
            return Lines(events.Select(one => (one.Order, Say(
                $"{one.Kind} {one.Store} {one.At.ToUnixTimeMilliseconds()} {one.Amount} {one.IsByTime} ")
                + Say($"{one.Reason} {one.Credit} {one.Rating} {Category(one.Kind, one.Category)}"))));
        }
    }

    /// <summary>What an engine's events tell of each order, in the same words.</summary>
    public static string Picture(IEnumerable<MarketEvent> events, MarketView market) => Lines(
        events.Where(one => !Untold.Contains(one.Kind)).Select(one => (one.Order, Say(
            $"{one.Kind} {one.Store} {one.At.ToUnixTimeMilliseconds()} {one.Amount} {one.IsByTime} ")
            + Say($"{one.Reason} {one.Credit} {one.Points} ")
            + Category(one.Kind, market.Listing(one.Listing)!.Value.Category))));

    private static string Lines(IEnumerable<(OrderId Order, string Words)> events) => string.Join(
        '\n',
        events.GroupBy(one => one.Order).OrderBy(one => one.Key.Packed)
            .SelectMany(order => order.Select(one => Say($"{order.Key} {one.Words}"))));

    private static string Category(MarketEventKind kind, CategoryId category) =>
        kind == MarketEventKind.Paid ? Say($"{category}") : "";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
