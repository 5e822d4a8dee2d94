namespace FlashSale.Marketplace;

/// <summary>Ratings added up: how many orders were rated, and the points of each component.</summary>
/// <remarks>
/// Rule REP-4. Means come out in thousandths, so that no rounding depends on a machine. 40 bytes.
/// </remarks>
public struct RatingSums
{
    private const int Components = 4;

    /// <summary>Rated orders.</summary>
    public long Orders { readonly get; private set; }

    private long _asDescribed;
    private long _service;
    private long _dispatchSpeed;
    private long _deliverySpeed;

    /// <summary>Builds sums again from what was stored of them.</summary>
    /// <exception cref="ArgumentException">So many orders cannot have these points.</exception>
    public static RatingSums Of(
        long orders, long asDescribed, long service, long dispatchSpeed, long deliverySpeed)
    {
        if (orders < 0
            || !Fits(asDescribed) || !Fits(service) || !Fits(dispatchSpeed) || !Fits(deliverySpeed))
        {
            throw new ArgumentException($"These are no points of {orders} rated orders.", nameof(orders));
        }

        return new RatingSums
        {
            Orders = orders,
            _asDescribed = asDescribed,
            _service = service,
            _dispatchSpeed = dispatchSpeed,
            _deliverySpeed = deliverySpeed,
        };

        bool Fits(long points) => points >= orders && points <= (Int128)orders * Rating.PointsMax;
    }

    /// <summary>The points of one component.</summary>
    public readonly long PointsOf(RatingComponent component) => component switch
    {
        RatingComponent.AsDescribed => _asDescribed,
        RatingComponent.Service => _service,
        RatingComponent.DispatchSpeed => _dispatchSpeed,
        RatingComponent.DeliverySpeed => _deliverySpeed,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "no such component"),
    };

    /// <summary>
    /// The mean of one component in thousandths of a point, halves up; null without a rating.
    /// </summary>
    public readonly int? MeanThousandths(RatingComponent component) =>
        Orders == 0 ? null : (int)(((PointsOf(component) * 2_000) + Orders) / (Orders * 2));

    /// <summary>The mean of all components in thousandths, rounded down; null without a rating.</summary>
    public readonly int? MeanThousandths() => Orders == 0 ? null
        : (int)((_asDescribed + _service + _dispatchSpeed + _deliverySpeed) * 1_000
            / (Orders * Components));

    /// <summary>
    /// How far the mean lies above (or below, if negative) that of the category, in 1/100 of a percent.
    /// </summary>
    /// <returns>Rounded towards zero; null if one of the two has no rating (rules REP-4, REP-5).</returns>
    public readonly int? DistanceFromCategory(in RatingSums category, RatingComponent component)
    {
        if (Orders == 0 || category.Orders == 0)
        {
            return null;
        }

        var own = (Int128)PointsOf(component) * category.Orders;
        var usual = (Int128)category.PointsOf(component) * Orders;
        return (int)((own - usual) * 10_000 / usual);
    }

    /// <summary>Adds one rating.</summary>
    public void Add(in Rating rating)
    {
        Orders++;
        _asDescribed += rating.AsDescribed;
        _service += rating.Service;
        _dispatchSpeed += rating.DispatchSpeed;
        _deliverySpeed += rating.DeliverySpeed;
    }

    /// <summary>Adds the ratings of another store.</summary>
    internal void Add(in RatingSums other)
    {
        Orders += other.Orders;
        _asDescribed += other._asDescribed;
        _service += other._service;
        _dispatchSpeed += other._dispatchSpeed;
        _deliverySpeed += other._deliverySpeed;
    }

    /// <summary>Adds the ratings of a day.</summary>
    internal void Add(in RatingDay day)
    {
        Orders += day.Orders;
        _asDescribed += day.AsDescribed;
        _service += day.Service;
        _dispatchSpeed += day.DispatchSpeed;
        _deliverySpeed += day.DeliverySpeed;
    }

    /// <summary>Takes the ratings of a day away.</summary>
    internal void Subtract(in RatingDay day)
    {
        Orders -= day.Orders;
        _asDescribed -= day.AsDescribed;
        _service -= day.Service;
        _dispatchSpeed -= day.DispatchSpeed;
        _deliverySpeed -= day.DeliverySpeed;
    }
}
