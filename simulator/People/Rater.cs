namespace FlashSale.Simulator;

/// <summary>What went wrong with an order before it was rated (rule REP-6).</summary>
[Flags]
internal enum Grievances
{
    None = 0,
    LateDelivery = 1,
    LateDispatch = 2,
}

/// <summary>A buyer who has confirmed receipt: rates, or does not (rules REP-1 to REP-6).</summary>
internal sealed class Rater(ulong seed, RatingHabits rating)
{
    private const double SameStarsShare = 0.7; // a component gets the same stars as the order (assumed)

    private readonly QuantileTable _delay = rating.Delay.InMs();
    private readonly AliasTable _stars = new([.. rating.Stars]);

    /// <summary>Receipt is confirmed: some buyers will rate.</summary>
    public Intention HasConfirmed(OrderId order, Grievances grievances)
    {
        var draws = Draws.For(seed, order.Packed, Streams.Rating);
        return draws.Happens(rating.Share)
            ? new(EventKind.Rate, (long)_delay.Draw(ref draws), (int)grievances)
            : default;
    }

    /// <summary>The four components, less where something went wrong, and the credit (rule REP-6).</summary>
    public Rating RatingOf(OrderId order, Grievances grievances)
    {
        var draws = Draws.For(seed, order.Packed, Streams.Stars);
        var all = _stars.Draw(ref draws) + 1;
        var described = Stars(all, 0, ref draws);
        var service = Stars(all, 0, ref draws);
        var lateDispatch = grievances.HasFlag(Grievances.LateDispatch);
        var dispatch = Stars(all, lateDispatch ? rating.LateDispatchStarsLost : 0, ref draws);
        var late = grievances.HasFlag(Grievances.LateDelivery);
        var delivery = Stars(all, late ? rating.LateStarsLost : 0, ref draws);
        var credit = described switch
        {
            >= 4 => CreditRating.Good,
            3 => CreditRating.Medium,
            _ => CreditRating.Poor,
        };
        return Rating.Of(credit, described, service, dispatch, delivery)!.Value;
    }

    /// <summary>What went wrong on a parcel's way (rule REP-6).</summary>
    /// <param name="paidAt">When its order was paid.</param>
    /// <param name="isFestival">Whether it was placed at a festival price.</param>
    /// <param name="shippedAt">When it left the store.</param>
    /// <param name="deliveredAt">When it arrived.</param>
    /// <param name="policy">What is promised.</param>
    public static Grievances GrievancesOf(
        DateTimeOffset paidAt, bool isFestival, DateTimeOffset shippedAt, DateTimeOffset deliveredAt,
        LogisticsPolicy policy)
    {
        var promisedBy = StoreHandling.PromisedBy(paidAt, isFestival, policy);
        return (shippedAt > promisedBy ? Grievances.LateDispatch : Grievances.None)
            | (deliveredAt > promisedBy + policy.DeliverWithin ? Grievances.LateDelivery : Grievances.None);
    }

    private int Stars(int all, double lost, ref Draws draws)
    {
        var stars = draws.Happens(SameStarsShare) ? all : _stars.At(draws.Next()) + 1;
        var wholeLost = (int)lost;
        var loses = wholeLost + (draws.Happens(lost - wholeLost) ? 1 : 0);
        return Math.Clamp(stars - loses, 1, Rating.PointsMax);
    }
}
