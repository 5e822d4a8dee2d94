namespace FlashSale.Marketplace;

/// <summary>
/// What a verdict leads to. For the buyer: every line that was not returned comes back, and the last one
/// closes the order. For the store: receipt is confirmed if its time is over.
/// </summary>
/// <remarks>
/// Rules ORD-3, ORD-4. The process does no I/O and keeps nothing: the order says that the buyer has won and
/// the lines say what is left. So a host saves the verdict before it moves money, and when it is cut off
/// between two lines it asks again and goes on.
/// </remarks>
public static class DisputeProcess
{
    /// <summary>Whether a verdict for the buyer is not carried out yet.</summary>
    public static bool IsUnderWay(in Order order) =>
        order.Dispute == DisputeStatus.WonByBuyer && order.Status != OrderStatus.Closed;

    /// <summary>
    /// Whether a verdict for the store confirms receipt at once: the buyer's time for it is over (ORD-2).
    /// </summary>
    public static bool Settles(in Order order, DateTimeOffset now, PolicyTimeline policies) =>
        order.Dispute == DisputeStatus.WonByStore && OrderDeadlines.IsConfirmedByTime(order, now, policies);

    /// <summary>The next refund, of all that is left of a line; false if there is none.</summary>
    public static bool TryNext(in Order order, ReadOnlySpan<OrderLine> lines, out RefundPlan plan)
    {
        for (var line = 0; IsUnderWay(order) && line < lines.Length; line++)
        {
            if (lines[line].Kept > 0)
            {
                plan = RefundProcess.GiveBack(order, lines, line, lines[line].Kept);
                return true;
            }
        }

        plan = default;
        return false;
    }
}
