namespace FlashSale.Engine;

/// <summary>Bytes that a market's tables hold, by what they are for.</summary>
/// <param name="Buyers">Accounts, carts and credit of buyers, and the accounts of stores.</param>
/// <param name="Listings">Listings, stock, and units per buyer of limited ones.</param>
/// <param name="Stores">Stores without texts.</param>
/// <param name="LiveOrders">Orders that are alive, with their lines.</param>
/// <param name="EndedOrders">Orders that have ended, in their compact form.</param>
/// <param name="OrderIndex">Where orders are found by id.</param>
/// <param name="Reputation">Credit, caps and verdicts.</param>
public readonly record struct MarketMemory(
    long Buyers,
    long Listings,
    long Stores,
    long LiveOrders,
    long EndedOrders,
    long OrderIndex,
    long Reputation)
{
    internal static MarketMemory Of(MarketState market)
    {
        var (live, ended, index) = market.Orders.Bytes;
        return new MarketMemory(
            market.Accounts.Bytes + market.Carts.Bytes, market.Listings.Bytes, market.Stores.Bytes,
            live, ended, index, market.Reputation.Bytes);
    }
}
