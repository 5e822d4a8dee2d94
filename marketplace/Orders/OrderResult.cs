namespace FlashSale.Marketplace;

/// <summary>What became of a step in an order's life.</summary>
public enum OrderResult : byte
{
    /// <summary>The step is taken; or was, before.</summary>
    Done = 1,

    /// <summary>The order's status does not allow it (rule ORD-1).</summary>
    NotAllowed,

    /// <summary>A dispute is open (rule ORD-2).</summary>
    Disputed,

    /// <summary>No such order.</summary>
    UnknownOrder,
}
