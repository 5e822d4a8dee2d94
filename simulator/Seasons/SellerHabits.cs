namespace FlashSale.Simulator;

/// <summary>
/// Who sells, how many sellers come and go, and how their stores stock and ship (rules SEA-1, IDN-4, LOG-1).
/// </summary>
public sealed record SellerHabits
{
    /// <summary>The shares of honest, careless, opportunist and professional sellers (assumed).</summary>
    public IReadOnlyList<double> Types { get; init; } = [0.85, 0.08, 0.05, 0.02];

    /// <summary>The shares of owners with one, two, three … stores (assumed).</summary>
    public IReadOnlyList<double> StoresPerOwner { get; init; } = [0.90, 0.07, 0.03];

    /// <summary>The share of stores in the brand market (assumed; F: some 80,000 of millions).</summary>
    public double BrandShare { get; init; } = 0.05;

    /// <summary>
    /// Stores that open on a day, as a share of those that are open (F: 10,000 of 6 million, one report).
    /// </summary>
    public double OpeningsPerDay { get; init; } = 0.0017;

    /// <summary>The chance of an open store to close on a day (F: as many as open).</summary>
    public double ExitsPerDay { get; init; } = 0.0017;

    /// <summary>
    /// For how many weeks of its usual sales a store orders stock on Mondays (assumed).
    /// </summary>
    public double StockWeeks { get; init; } = 4;

    /// <summary>Parcels that a store can pack a day, as a multiple of its usual orders (assumed).</summary>
    public double PackedPerDay { get; init; } = 4;

    /// <summary>From the payment until a store without a queue hands the parcel over (assumed).</summary>
    public LengthQuantiles Handling { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromHours(1)),
        (50, TimeSpan.FromHours(14)),
        (90, TimeSpan.FromHours(40)),
        (100, TimeSpan.FromHours(96)));

    /// <summary>From the store to the buyer (as a festival's transit to the buyer's region).</summary>
    public LengthQuantiles Transit { get; init; } = new Capacity().Transit;

    internal static SellerHabits Read(Block block)
    {
        var usual = new SellerHabits();
        var sellers = new SellerHabits
        {
            Types = block.Shares("types", usual.Types, itemsMax: 4),
            StoresPerOwner = block.Shares("storesPerOwner", usual.StoresPerOwner, itemsMax: 20),
            BrandShare = block.Share("brandShare", usual.BrandShare),
            OpeningsPerDay = block.Number("openingsPerDay", usual.OpeningsPerDay, new(0, 0.1)),
            ExitsPerDay = block.Number("exitsPerDay", usual.ExitsPerDay, new(0, 0.1)),
            StockWeeks = block.Number("stockWeeks", usual.StockWeeks, new(0.1, 100)),
            PackedPerDay = block.Number("packedPerDay", usual.PackedPerDay, new(0.01, 1_000)),
            Handling = block.Section("handling", usual.Handling, LengthQuantiles.Read),
            Transit = block.Section("transit", usual.Transit, LengthQuantiles.Read),
        };
        if (sellers.Types.Count != usual.Types.Count)
        {
            block.Refuse("types", $"{sellers.Types.Count} shares",
                "four shares: honest, careless, opportunist, professional");
        }

        return sellers;
    }
}
