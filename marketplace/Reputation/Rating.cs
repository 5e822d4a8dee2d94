namespace FlashSale.Marketplace;

/// <summary>What a buyer rates a store by (rule REP-4).</summary>
public enum RatingComponent : byte
{
    /// <summary>Whether the goods are as described.</summary>
    AsDescribed = 1,

    /// <summary>The store's service.</summary>
    Service,

    /// <summary>How fast the store shipped.</summary>
    DispatchSpeed,

    /// <summary>How fast the courier delivered.</summary>
    DeliverySpeed,
}

/// <summary>
/// A buyer's rating of one order: the verdict for the store's credit, if the market has verdicts, and 1 to 5
/// points per component.
/// </summary>
/// <remarks>Rules REP-2, REP-4. 5 bytes.</remarks>
public readonly record struct Rating
{
    /// <summary>The highest points of a component.</summary>
    public const int PointsMax = 5;

    private Rating(CreditRating credit, int asDescribed, int service, int dispatchSpeed, int deliverySpeed)
    {
        Credit = credit;
        AsDescribed = (byte)asDescribed;
        Service = (byte)service;
        DispatchSpeed = (byte)dispatchSpeed;
        DeliverySpeed = (byte)deliverySpeed;
    }

    /// <summary>The verdict for the store's credit; 0 in a market without verdicts.</summary>
    public CreditRating Credit { get; }

    /// <summary>Goods as described, 1 to 5.</summary>
    public byte AsDescribed { get; }

    /// <summary>Service, 1 to 5.</summary>
    public byte Service { get; }

    /// <summary>Dispatch speed, 1 to 5.</summary>
    public byte DispatchSpeed { get; }

    /// <summary>Delivery speed, 1 to 5.</summary>
    public byte DeliverySpeed { get; }

    /// <summary>The same points, as a market without verdicts keeps them (rule REP-2).</summary>
    public Rating WithoutVerdict() => new(default, AsDescribed, Service, DispatchSpeed, DeliverySpeed);

    /// <summary>
    /// A rating; null if there is no such verdict or some points are not 1 to 5. Without a verdict, 0, it is
    /// one of a market that has none.
    /// </summary>
    public static Rating? Of(
        CreditRating credit, int asDescribed, int service, int dispatchSpeed, int deliverySpeed) =>
        credit <= CreditRating.Poor
        && IsPoints(asDescribed) && IsPoints(service) && IsPoints(dispatchSpeed) && IsPoints(deliverySpeed)
            ? new Rating(credit, asDescribed, service, dispatchSpeed, deliverySpeed)
            : null;

    private static bool IsPoints(int points) => points is >= 1 and <= PointsMax;
}
