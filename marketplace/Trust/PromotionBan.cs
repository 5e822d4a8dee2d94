namespace FlashSale.Marketplace;

/// <summary>
/// A brand store upon which a penalty came takes no part in promotions for a while: it sets no festival
/// price, sells nothing in advance and gives no coupon (rule TRU-6).
/// </summary>
public static class PromotionBan
{
    /// <summary>Whether a listing on these terms is a promotion.</summary>
    public static bool Concerns(ListingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Festival is not null || terms.Presale is not null;
    }

    /// <summary>Whether a store of a market may be banned at all.</summary>
    public static bool MayBe(MarketKind market, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.IsOn && policy.PromotionBanFor > TimeSpan.Zero && market == MarketKind.Brand;
    }

    /// <summary>Whether a store that may be is banned now; what was overturned has never counted.</summary>
    public static bool IsOn(CaseFile? file, StoreId store, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var since = (now - policy.PromotionBanFor).ToUnixTimeMilliseconds();
        return file is not null && file.Cases.Any(one => one.IsGuilty && one.Store == store
            && one.Measure != StoreMeasure.None && one.DecidedMs > since);
    }
}
