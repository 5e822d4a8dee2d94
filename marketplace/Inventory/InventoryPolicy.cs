namespace FlashSale.Marketplace;

/// <summary>The numbers of holding stock (rules INV-1 to INV-4).</summary>
public sealed record InventoryPolicy
{
    /// <summary>INV-2: how long an order may wait for its payment (assumed).</summary>
    public TimeSpan PayWithin { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>INV-2: the same for goods at a festival price (assumed).</summary>
    public TimeSpan FestivalPayWithin { get; init; } = TimeSpan.FromMinutes(15);

    // An order keeps it in milliseconds, in 32 bits.
    private static readonly TimeSpan LongestPayWithin = TimeSpan.FromDays(24);

    internal void Check(PolicyCheck check)
    {
        check.Between(PayWithin, LongestPayWithin);
        check.Between(FestivalPayWithin, LongestPayWithin);
    }
}
