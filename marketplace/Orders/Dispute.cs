using static FlashSale.Marketplace.DisputeStatus;
using static FlashSale.Marketplace.DisputeStep;

namespace FlashSale.Marketplace;

/// <summary>Where the one dispute is that an order may have (rules ORD-2, ORD-3).</summary>
/// <remarks>The numbers are stored and are never reused.</remarks>
public enum DisputeStatus : byte
{
    /// <summary>There was none.</summary>
    None = 0,

    /// <summary>The buyer has opened it; nobody has decided.</summary>
    Open = 1,

    /// <summary>The buyer has won: all the money goes back, and the order ends closed.</summary>
    WonByBuyer = 2,

    /// <summary>The store has won: the order goes on.</summary>
    WonByStore = 3,
}

/// <summary>What can happen to a dispute.</summary>
public enum DisputeStep : byte
{
    /// <summary>The buyer opens it.</summary>
    OpenIt = 1,

    /// <summary>It is decided for the buyer.</summary>
    DecideForBuyer,

    /// <summary>It is decided for the store.</summary>
    DecideForStore,
}

/// <summary>The life of a dispute, as one table (rule ORD-3).</summary>
public static class DisputeLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed from there.</summary>
    public static DisputeStatus? After(DisputeStatus status, DisputeStep step) => (status, step) switch
    {
        (None, OpenIt) => Open,
        (Open, DecideForBuyer) => WonByBuyer,
        (Open, DecideForStore) => WonByStore,
        _ => null,
    };

    /// <summary>
    /// A buyer wants to open the dispute of an order, which is paid and not confirmed; an order has one.
    /// </summary>
    /// <returns>The answer, and where the dispute is then.</returns>
    public static (OrderResult Result, DisputeStatus After) Ask(DisputeStatus dispute, OrderStatus order)
    {
        if (dispute != None)
        {
            return (OrderResult.Done, dispute); // a repeat (rule ORD-4)
        }

        return order is OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered
            ? (OrderResult.Done, After(dispute, OpenIt)!.Value)
            : (OrderResult.NotAllowed, dispute);
    }

    /// <summary>The dispute is to be decided for one side.</summary>
    /// <returns>The answer, and where the dispute is then.</returns>
    public static (OrderResult Result, DisputeStatus After) Decide(DisputeStatus dispute, bool forBuyer)
    {
        if (dispute == (forBuyer ? WonByBuyer : WonByStore))
        {
            return (OrderResult.Done, dispute); // a repeat (rule ORD-4)
        }

        return After(dispute, forBuyer ? DecideForBuyer : DecideForStore) is { } after
            ? (OrderResult.Done, after)
            : (OrderResult.NotAllowed, dispute);
    }
}
