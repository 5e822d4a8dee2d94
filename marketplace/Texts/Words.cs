using System.Text.Json;

namespace FlashSale.Marketplace;

/// <summary>How names of the code are written on the wire, in files and in tables.</summary>
public static class Words
{
    /// <summary>A member of an enum: «QuickPay» as «quick-pay».</summary>
    public static string Of(Enum member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Of(member.ToString());
    }

    /// <summary>«PriceRisen» as «price-risen».</summary>
    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
