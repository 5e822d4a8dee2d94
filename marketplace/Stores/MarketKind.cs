namespace FlashSale.Marketplace;

/// <summary>The two markets of rule STO-1.</summary>
public enum MarketKind : byte
{
    /// <summary>Millions of stores, light entry, no commission.</summary>
    Consumer = 1,

    /// <summary>Curated stores with a higher deposit and commission.</summary>
    Brand,
}
