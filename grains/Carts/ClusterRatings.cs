namespace FlashSale.Grains;

/// <summary>
/// Takes the ratings that <see cref="RatingProcess"/> decides on; the engine's twin is EngineRatings.
/// </summary>
internal sealed class ClusterRatings(CartScope scope)
{
    /// <summary>One side rates the other.</summary>
    public async Task<RateResult> Rate(OrderId id, SideRating rating)
    {
        if (await scope.Book.Find(id) is not { } row)
        {
            return RatingProcess.OfUnknown(rating);
        }

        if (row.HasEnded)
        {
            return RatingProcess.OfEnded(
                row.Order.ConfirmedAt, row.Order.Rating, row.Order.Credits, row.Order.HasNoVerdicts,
                rating);
        }

        var result = RatingProcess.Rate(
            ref row.Order, row.Lines, rating, scope.Now, scope.Room.Policies.Reputation, out var rated);
        if (rated.HasHappened)
        {
            await Note(rated, row);
            await scope.Save(row);
        }

        return result;
    }

    /// <summary>The time for ratings is over; saved with what comes next.</summary>
    public async Task ByDefault(OrderRow row, DateTimeOffset at)
    {
        RatingProcess.ByDefault(
            ref row.Order, row.Lines, at, scope.Room.Policies.Reputation, out var rated);
        if (rated.HasHappened)
        {
            await Note(rated, row);
        }
    }

    private async Task Note(MarketEvent rated, OrderRow row)
    {
        var decision = await scope.Book.Judge(rated, row.Order.Escrow.Paid);
        scope.Events.Add(rated, row, decision);
    }
}
