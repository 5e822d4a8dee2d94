namespace FlashSale.Engine;

/// <summary>
/// How large a market may grow: ids and rows above are refused, so that no input can exhaust the memory.
/// </summary>
public sealed record MarketSize
{
    /// <summary>Buyers; ids are below this.</summary>
    public int BuyersMax { get; init; } = 1 << 28;

    /// <summary>Stores; ids are below this.</summary>
    public int StoresMax { get; init; } = 1 << 24;

    /// <summary>Listings; ids are below this.</summary>
    public int ListingsMax { get; init; } = 1 << 26;

    /// <summary>Orders that are alive at one time.</summary>
    public int LiveOrdersMax { get; init; } = 1 << 29;

    /// <summary>Orders that have ended and are kept in their compact form.</summary>
    public int EndedOrdersMax { get; init; } = 1 << 30;

    /// <summary>Whether a buyer's id is within the limits.</summary>
    public bool Has(BuyerId buyer) => buyer.Value >= 0 && buyer.Value < BuyersMax;
}
