namespace FlashSale.Marketplace;

/// <summary>A listing's units over all its buckets.</summary>
/// <param name="PutIn">Units ever put up for sale.</param>
/// <param name="ForSale">Units that can still be reserved.</param>
/// <param name="Held">Units held for unpaid orders.</param>
/// <param name="Sold">Units sold and not returned.</param>
/// <param name="Refusals">How often a buyer was refused because the units were gone.</param>
public readonly record struct StockTotals(int PutIn, int ForSale, int Held, int Sold, int Refusals);
