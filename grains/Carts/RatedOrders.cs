namespace FlashSale.Grains;

/// <summary>
/// Takes the ratings that <see cref="RatingProcess"/> decides on; the engine's twin is in Fulfilment.
/// </summary>
internal sealed class RatedOrders(CartScope scope)
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
                row.Order.ConfirmedAt, row.Order.Rating, row.Order.Credits, rating);
        }

        var result = RatingProcess.Rate(
            ref row.Order, rating, scope.Now, scope.Room.Policy.Reputation, out var isNew);
        if (isNew)
        {
            await Note(rating, row, scope.Now);
            await scope.Save(row);
        }

        return result;
    }

    /// <summary>The time for ratings is over; saved with what comes next.</summary>
    public async Task ByDefault(OrderRow row, DateTimeOffset at)
    {
        if (RatingProcess.ByDefault(ref row.Order, at, scope.Room.Policy.Reputation) is { } rating)
        {
            await Note(rating, row, at);
        }
    }

    private async Task Note(SideRating rating, OrderRow row, DateTimeOffset at)
    {
        var decision = await scope.Book.Judge(rating.Side, rating.Credit, row, at);
        scope.Events.AddVerdict(rating.Side, rating.Credit, decision, row, at);
    }
}
