namespace FlashSale.Simulator;

/// <summary>
/// How buyers come to a checkout and how long they go on trying (rules CRT-1, DEM-3, DEM-4).
/// </summary>
public sealed record CheckoutHabits
{
    /// <summary>
    /// How long before midnight the carts of the rush and the deposits of presales begin (assumed).
    /// </summary>
    public TimeSpan CartsFrom { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long before a checkout in the day its cart is filled (assumed).</summary>
    public TimeSpan BrowseWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a refused buyer waits before the next try; doubled each time, with jitter (DEM-4, assumed).
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries (assumed).</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a refused buyer goes on trying before giving up (DEM-4, assumed).</summary>
    public LengthQuantiles Patience { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(1)),
        (10, TimeSpan.FromMinutes(5)),
        (50, TimeSpan.FromMinutes(20)),
        (90, TimeSpan.FromHours(1)),
        (100, TimeSpan.FromHours(3)));

    /// <summary>
    /// The share of buyers who take something similar when a listing is sold out (assumed).
    /// </summary>
    public double SubstituteShare { get; init; } = 0.6;

    /// <summary>
    /// The share of later checkouts for which those still come who gave one up (DEM-4, assumed).
    /// </summary>
    public double ReturnShare { get; init; } = 0.8;

    internal static CheckoutHabits Read(Block block)
    {
        var usual = new CheckoutHabits();
        var (shortest, longest) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1));
        return new CheckoutHabits
        {
            CartsFrom = block.Length("cartsFrom", usual.CartsFrom, TimeSpan.FromMinutes(10),
                TimeSpan.FromDays(20)),
            BrowseWithin = block.Length("browseWithin", usual.BrowseWithin, TimeSpan.FromSeconds(1), longest),
            RetryDelay = block.Length("retryDelay", usual.RetryDelay, shortest, longest),
            RetryDelayMax = block.Length("retryDelayMax", usual.RetryDelayMax, shortest, longest),
            Patience = block.Section("patience", usual.Patience, LengthQuantiles.Read),
            SubstituteShare = block.Share("substituteShare", usual.SubstituteShare),
            ReturnShare = block.Share("returnShare", usual.ReturnShare),
        };
    }
}
