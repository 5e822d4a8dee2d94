namespace FlashSale.Dashboard;

/// <summary>One of the two sides of a deal.</summary>
internal enum Side : byte
{
    /// <summary>Who bought.</summary>
    Buyer = 1,

    /// <summary>Who sold.</summary>
    Store,
}
