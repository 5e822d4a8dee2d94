using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Has the market fetch the orders that the next events are about, many at a time: events of a second lie
/// together, their orders do not, and one event alone waits for memory several times. It changes nothing.
/// </summary>
internal sealed class OrderForesight(Market market)
{
    /// <summary>How many orders are fetched together: as many as the market takes.</summary>
    public const int Together = 16;

    private const int ChunksMax = 64; // about as many orders as the processor's nearer caches hold
    private const int SeenAloneBits = 10; // a bucket of a second is seen whatever it holds
    private const int SeenBitsMax = 20; // one of a fortnight never

    private long _seenUntil = long.MinValue; // ms as the agenda counts them

    /// <summary>
    /// A bucket of an agenda is opened: its events are seen, once. Those of a quarter of an hour are seen
    /// together if they are few, else second by second.
    /// </summary>
    /// <param name="chunks">Where its events are.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="begin">When it begins, in the agenda's ms.</param>
    /// <param name="lengthBits">How long it is: a power of two of ms.</param>
    public void Open(EventChunks chunks, in EventList bucket, long begin, int lengthBits)
    {
        if (lengthBits > SeenBitsMax || begin < _seenUntil
            || (lengthBits > SeenAloneBits && chunks.AreMoreThan(ChunksMax, bucket)))
        {
            return;
        }

        _seenUntil = begin + (1L << lengthBits);
        for (var rest = bucket; !rest.IsEmpty; rest = chunks.AfterHead(rest))
        {
            See(chunks.HeadOf(rest));
        }
    }

    /// <summary>The first parcels of a queue are seen.</summary>
    public void See(Queue<(OrderId Order, long Turn)> waiting)
    {
        Span<OrderId> orders = stackalloc OrderId[Together];
        var seen = 0;
        foreach (var (order, _) in waiting)
        {
            orders[seen++] = order;
            if (seen == Together)
            {
                break;
            }
        }

        market.View.Prepare(orders[..seen], []);
    }

    private void See(ReadOnlySpan<AgendaEvent> soon)
    {
        Span<OrderId> orders = stackalloc OrderId[Together];
        var seen = 0;
        foreach (ref readonly var next in soon)
        {
            if (OrderOf(next) is not { } order)
            {
                continue;
            }

            orders[seen++] = order;
            if (seen == Together)
            {
                market.View.Prepare(orders, []);
                seen = 0;
            }
        }

        market.View.Prepare(orders[..seen], []);
    }

    // Of events that ask the market for an order; a presale's or a checkout's first one stands for all.
    private static OrderId? OrderOf(in AgendaEvent next) => (EventKind)next.Kind switch
    {
        EventKind.SettlePayment => new PaymentKey(next.Extra).Checkout.Order(0),
        EventKind.Ship or EventKind.RefundUnshipped or EventKind.Confirm or EventKind.Return
            or EventKind.DecideDispute or EventKind.Rate or EventKind.Claim => OrderId.FromPacked(next.Extra),
        _ => null,
    };
}
