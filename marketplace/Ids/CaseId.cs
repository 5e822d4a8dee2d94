using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>A case: the seller whose store it is about, and its number in the file, from 1.</summary>
/// <remarks>
/// Rules TRU-7, IDN-4: what the stores of one person have done is kept together. Written «c3-1».
/// </remarks>
public readonly record struct CaseId(SellerId Seller, int Number)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"c{Seller.Value}-{Number}");
}
