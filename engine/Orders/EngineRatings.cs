namespace FlashSale.Engine;

/// <summary>
/// Takes the ratings that <see cref="RatingProcess"/> decides on; the cluster's twin is ClusterRatings.
/// </summary>
internal sealed class EngineRatings(MarketState market)
{
    /// <summary>One side rates the other.</summary>
    public RateResult Rate(OrderId id, in SideRating rating)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place.IsKnown ? OfEnded(market.Orders.EndedAt(place.Row), rating)
                : RatingProcess.OfUnknown(rating);
        }

        ref var order = ref market.Orders.Live(place.Row);
        var result = RatingProcess.Rate(
            ref order, market.Orders.Lines(place.Row), rating, market.Now, market.Policies.Reputation,
            out var rated);
        Note(place.Row, rated);
        return result;
    }

    /// <summary>The time for ratings is over.</summary>
    public void ByDefault(int row)
    {
        RatingProcess.ByDefault(
            ref market.Orders.Live(row), market.Orders.Lines(row), market.Now, market.Policies.Reputation,
            out var rated);
        Note(row, rated);
    }

    private static RateResult OfEnded(in EndedOrder order, in SideRating rating) =>
        RatingProcess.OfEnded(
            order.ConfirmedAt, order.Rating, order.Credits, order.HasNoVerdicts, rating);

    private void Note(int row, in MarketEvent rated)
    {
        if (rated.HasHappened)
        {
            var paid = market.Orders.Live(row).Escrow.Paid;
            market.Reputation.Note(new Verdict(rated, paid, market.Listings[rated.Listing].Category));
            market.Tell(rated, row);
        }
    }
}
