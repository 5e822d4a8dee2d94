namespace FlashSale.Engine;

/// <summary>
/// From a paid order to a rated one: shipping, delivery, confirmation, settlement, ratings (ORD-1, ORD-2,
/// ESC-1, REP-1, REP-2).
/// </summary>
internal sealed class Fulfilment(MarketState market)
{
    /// <summary>Takes a step that nothing but the lifecycle decides: shipping or delivery.</summary>
    public OrderResult Take(OrderId id, OrderStep step)
    {
        if (Locate(id, step, out var row) is { } answer)
        {
            return answer;
        }

        ref var order = ref market.Orders.Live(row);
        if (!order.Take(step, market.Now))
        {
            return order.TakenAt(step) is null ? OrderResult.NotAllowed : OrderResult.Done;
        }

        if (step == OrderStep.Ship)
        {
            var confirmBy = OrderDeadlines.ConfirmBy(order, market.Policy.Orders);
            market.Deadlines.Add(Due.Confirmation, confirmBy, id.Packed);
            market.Observer?.OnShipped(order);
        }
        else
        {
            market.Observer?.OnDelivered(order);
        }

        return OrderResult.Done;
    }

    /// <summary>The buyer confirms receipt: the money goes to the store, less commission.</summary>
    public OrderResult Confirm(OrderId id)
    {
        if (Locate(id, OrderStep.Confirm, out var row) is { } answer)
        {
            return answer;
        }

        ref readonly var order = ref market.Orders.Live(row);
        return order.IsDisputed ? OrderResult.Disputed
            : order.TakenAt(OrderStep.Confirm) is not null || Settle(row, byTime: false) ? OrderResult.Done
            : OrderResult.NotAllowed;
    }

    /// <summary>Time confirms receipt, if nobody has and no dispute is open (rule ORD-2).</summary>
    public void ConfirmByTime(int row)
    {
        ref readonly var order = ref market.Orders.Live(row);
        if (OrderDeadlines.IsConfirmedByTime(order, market.Now, market.Policy.Orders))
        {
            Settle(row, byTime: true);
        }
    }

    /// <summary>The buyer rates the store.</summary>
    public RateResult Rate(OrderId id, in Rating rating)
    {
        if (rating == default)
        {
            return RateResult.BadVerdict;
        }

        if (market.Orders.Find(id) is not { IsLive: true } place)
        {
            return RateEnded(id, RatedSide.Store, rating, default);
        }

        ref var order = ref market.Orders.Live(place.Row);
        if (Repeats.OfRating(order.Rating, rating) is { } again)
        {
            return again;
        }

        var result = order.Rate(rating, market.Now, market.Policy.Reputation);
        if (result == RateResult.Rated)
        {
            ref readonly var line = ref market.Orders.Lines(place.Row)[0];
            var category = market.Listings[line.Listing].Category;
            market.Reputation.Note(new Verdict(order, line, category, rating.Credit, market.Now));
            market.Observer?.OnRated(order);
        }

        return result;
    }

    /// <summary>The store rates the buyer.</summary>
    public RateResult RateBuyer(OrderId id, CreditRating verdict)
    {
        if (!Enum.IsDefined(verdict))
        {
            return RateResult.BadVerdict;
        }

        if (market.Orders.Find(id) is not { IsLive: true } place)
        {
            return RateEnded(id, RatedSide.Buyer, default, verdict);
        }

        ref var order = ref market.Orders.Live(place.Row);
        if (Repeats.OfVerdict(order.Credits, verdict) is { } again)
        {
            return again;
        }

        var result = order.RateBuyer(verdict, market.Now, market.Policy.Reputation);
        if (result == RateResult.Rated)
        {
            NoteOnBuyer(place.Row, verdict);
        }

        return result;
    }

    /// <summary>
    /// The time for ratings and returns is over: the silent side's verdict is good, and the order ends.
    /// </summary>
    public void End(int row)
    {
        ref var order = ref market.Orders.Live(row);
        if (!order.IsSettled || market.Now < OrderDeadlines.EndBy(order, market.Policy))
        {
            return;
        }

        switch (order.RateByDefault(market.Now, market.Policy.Reputation))
        {
            case RatedSide.Store:
                ref readonly var line = ref market.Orders.Lines(row)[0];
                var category = market.Listings[line.Listing].Category;
                market.Reputation.Note(new Verdict(order, line, category, CreditRating.Good, market.Now));
                break;
            case RatedSide.Buyer:
                NoteOnBuyer(row, CreditRating.Good);
                break;
            default:
                break;
        }

        market.Orders.End(row);
    }

    private bool Settle(int row, bool byTime)
    {
        ref var order = ref market.Orders.Live(row);
        if (!order.Take(OrderStep.Confirm, market.Now))
        {
            return false;
        }

        market.Accounts.MustMove(OrderMovements.Settlement(order));
        order.Release();
        market.Deadlines.Add(Due.End, OrderDeadlines.EndBy(order, market.Policy), order.Id.Packed);
        market.Observer?.OnConfirmed(order, byTime);
        return true;
    }

    private void NoteOnBuyer(int row, CreditRating verdict)
    {
        ref readonly var line = ref market.Orders.Lines(row)[0];
        var category = market.Listings[line.Listing].Category;
        market.Reputation.Note(
            Verdict.OnBuyer(market.Orders.Live(row), line, category, verdict, market.Now));
    }

    private RateResult RateEnded(OrderId id, RatedSide side, Rating rating, CreditRating verdict)
    {
        var place = market.Orders.Find(id);
        if (!place.IsKnown)
        {
            return RateResult.UnknownOrder;
        }

        ref readonly var ended = ref market.Orders.EndedAt(place.Row);
        return Repeats.OfRating(ended.Rating, rating) ?? Repeats.OfVerdict(ended.Credits, verdict)
            ?? EndedOrders.Rate(ended.ConfirmedAt, ended.Credits, side);
    }

    private OrderResult? Locate(OrderId id, OrderStep step, out int row)
    {
        var place = market.Orders.Find(id);
        row = place.Row;
        if (place.IsLive)
        {
            return null;
        }

        return place switch
        {
            { IsKnown: false } => OrderResult.UnknownOrder,
            _ when market.Orders.EndedAt(row).TakenAt(step) is null => OrderResult.NotAllowed,
            _ => OrderResult.Done,
        };
    }
}
