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
        return draws.Happens(grievances == Grievances.None ? rating.Share : rating.ShareWhenAggrieved)
            ? new(EventKind.Rate, (long)_delay.Draw(ref draws), (int)grievances)
            : default;
    }

    /// <summary>The four components and the credit, less where something went wrong (rule REP-6).</summary>
    /// <remarks>
    /// What was late lowers the judgement of the whole order, from which the credit follows, and its own
    /// component in any case; the others as far as they get the same stars as the order.
    /// </remarks>
    public Rating RatingOf(OrderId order, Grievances grievances)
    {
        var draws = Draws.For(seed, order.Packed, Streams.Stars);
        var late = grievances.HasFlag(Grievances.LateDelivery) ? rating.LateStarsLost : 0;
        var lateDispatch = grievances.HasFlag(Grievances.LateDispatch) ? rating.LateDispatchStarsLost : 0;
        var judged = Less(_stars.Draw(ref draws) + 1, Math.Max(late, lateDispatch), ref draws);
        var described = Stars(judged, 0, ref draws);
        var service = Stars(judged, 0, ref draws);
        var dispatch = Stars(judged, lateDispatch, ref draws);
        var delivery = Stars(judged, late, ref draws);
        var credit = judged switch
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

    private int Stars(int judged, double lost, ref Draws draws) => draws.Happens(SameStarsShare)
        ? judged
        : Less(_stars.At(draws.Next()) + 1, lost, ref draws);

    private static int Less(int stars, double lost, ref Draws draws)
    {
        var wholeLost = (int)lost;
        var loses = wholeLost + (draws.Happens(lost - wholeLost) ? 1 : 0);
        return Math.Clamp(stars - loses, 1, Rating.PointsMax);
    }
}
