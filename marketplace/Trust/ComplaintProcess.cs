namespace FlashSale.Marketplace;

/// <summary>The answer to a complaint.</summary>
public enum ComplainResult : byte
{
    /// <summary>It is noted, once for each line of an order.</summary>
    Noted = 1,

    /// <summary>The buyer has complained about this line, of something else.</summary>
    OtherReason,

    /// <summary>The buyer has not received the order.</summary>
    NotReceived,

    /// <summary>The time to complain is over.</summary>
    TooLate,

    /// <summary>The order has no such line, or there is no such reason.</summary>
    BadComplaint,

    /// <summary>No such order.</summary>
    UnknownOrder,

    /// <summary>The policy takes no complaints.</summary>
    NotOffered,
}

/// <summary>Whether a complaint is taken: decided here, once for all hosts (rules TRU-3, ORD-4).</summary>
public static class ComplaintProcess
{
    /// <summary>The answer to a complaint about a live order; null if it is to be noted.</summary>
    /// <param name="command">The complaint.</param>
    /// <param name="order">The order.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="first">What is remembered of a complaint about this line.</param>
    /// <param name="now">The moment.</param>
    /// <param name="policy">The numbers.</param>
    public static ComplainResult? Answer(
        in Complain command, in Order order, int lines, FirstAnswer? first, DateTimeOffset now,
        TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Known(first, command.Reason)
            ?? (!policy.IsOn ? ComplainResult.NotOffered
                : !Enum.IsDefined(command.Reason) || command.Line < 0 || command.Line >= lines
                    ? ComplainResult.BadComplaint
                : order.Status is not (OrderStatus.Delivered or OrderStatus.Confirmed or OrderStatus.Rated)
                    ? ComplainResult.NotReceived
                : now > (order.DeliveredAt ?? order.ConfirmedAt) + policy.ComplainWithin
                    ? ComplainResult.TooLate
                : null);
    }

    /// <summary>The answer to a complaint about an order that has ended: it comes too late.</summary>
    public static ComplainResult OfEnded(
        in Complain command, OrderStatus status, int lines, FirstAnswer? first, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Known(first, command.Reason)
            ?? (!policy.IsOn ? ComplainResult.NotOffered
                : !Enum.IsDefined(command.Reason) || command.Line < 0 || command.Line >= lines
                    ? ComplainResult.BadComplaint
                : status == OrderStatus.Closed ? ComplainResult.NotReceived
                : ComplainResult.TooLate);
    }

    /// <summary>The complaint as the seller's file keeps it.</summary>
    public static Complaint Note(
        in Complain command, in Order order, in OrderLine line, DateTimeOffset now) => new()
        {
            Order = command.Id,
            AtMs = now.ToUnixTimeMilliseconds(),
            Paid = line.ToPay,
            Line = command.Line,
            Units = line.Units,
            Listing = line.Listing,
            Store = order.Store,
            Reason = command.Reason,
        };

    /// <summary>What is to be remembered with the order.</summary>
    public static FirstAnswer Remember(in Complain command) =>
        new(Act.Complaint(command.Line), (long)command.Reason, Money.Zero);

    private static ComplainResult? Known(FirstAnswer? first, ComplaintReason reason) => first is { } known
        ? known.Contents == (long)reason ? ComplainResult.Noted : ComplainResult.OtherReason
        : null;
}
