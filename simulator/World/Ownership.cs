namespace FlashSale.Simulator;

/// <summary>Which seller has which store: each has one, big sellers have several (rule IDN-4).</summary>
internal sealed class Ownership
{
    private const double SellerExponent = 0.77; // as sales fall with a seller's rank (F: Olist)

    private readonly ulong _seed;
    private readonly Zipf _further;

    public Ownership(Scenario scenario, int stores)
    {
        _seed = scenario.Seed;
        Sellers = Math.Max(1, (int)(stores / scenario.Catalogue.StoresPerSeller));
        _further = new Zipf(Sellers, SellerExponent);
    }

    /// <summary>How many sellers there are.</summary>
    public int Sellers { get; }

    /// <summary>The seller of a store, the same for the same scenario.</summary>
    public SellerId SellerOf(int store)
    {
        if (store < Sellers)
        {
            return new SellerId(store);
        }

        var draws = Draws.For(_seed, store, Streams.Owner);
        return new SellerId(_further.Draw(ref draws));
    }
}
