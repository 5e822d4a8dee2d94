using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What a store of the seller was told last.</summary>
/// <param name="Store">The store.</param>
/// <param name="Told">The measure that is upon it, as a number.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct StoreHold(StoreId Store, int Told)
{
    /// <summary>The measure that is upon it.</summary>
    public StoreMeasure Measure => (StoreMeasure)Told;
}
