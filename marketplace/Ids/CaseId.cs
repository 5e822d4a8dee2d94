using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>A case: the seller whose store it is about, and its number in the file, from 1.</summary>
/// <remarks>
/// Rules TRU-7, IDN-4: what the stores of one person have done is kept together. Written «c3-1».
/// </remarks>
public readonly record struct CaseId(SellerId Seller, int Number)
{
    /// <summary>Reads the form that <see cref="ToString"/> writes; null if the text is none.</summary>
    public static CaseId? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('c') && text[1..].Split('-') is [var seller, var number]
            && int.TryParse(seller, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
                ? new CaseId(new SellerId(whose), which)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"c{Seller.Value}-{Number}");
}
