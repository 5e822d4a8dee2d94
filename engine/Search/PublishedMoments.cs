namespace FlashSale.Engine;

/// <summary>
/// When listings were published: a market's state leaves it out, because nothing but search goes by it.
/// </summary>
public static class PublishedMoments
{
    /// <summary>Writes them, beside <see cref="Market.Save"/>.</summary>
    public static void Save(Market market, StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(market);
        market.State.Listings.SavePublished(writer);
    }

    /// <summary>Reads them into a market with the same listings.</summary>
    public static void Load(Market market, StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(market);
        market.State.Listings.LoadPublished(reader);
    }
}
