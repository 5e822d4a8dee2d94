namespace FlashSale.Grains;

/// <summary>
/// An order after it was placed: cancelled, shipped, delivered, confirmed, rated, and what time does to it
/// (rules ORD-1, ORD-2, INV-2, LST-3, ESC-1, REP-1, REP-2).
/// </summary>
internal sealed class OrderLife(CartScope scope, RefundingOrders refunding)
{
    private const int DeadlinesMax = 100_000;

    /// <summary>Lets everything happen that is due by now, each at its own moment.</summary>
    public async Task CatchUp()
    {
        var now = scope.Now;
        for (var times = 0; times < DeadlinesMax && scope.Book.NextDue is { } next && next.At <= now; times++)
        {
            var row = scope.Book.Live[next.Number];
            var order = row.Orders.First(one => one.Due(scope.Room.Policy) == next.At);
            await Fall(new CheckoutId(scope.Book.Buyer, next.Number), row, order, next.At);
        }
    }

    /// <summary>Takes a step that a person takes.</summary>
    public async Task<OrderResult> Step(OrderId id, OrderStep step)
    {
        if (step is not (OrderStep.Cancel or OrderStep.Ship or OrderStep.Deliver or OrderStep.Confirm))
        {
            return OrderResult.NotAllowed;
        }

        if (await scope.Book.Find(id) is not { } order)
        {
            return OrderResult.UnknownOrder;
        }

        if (order.HasEnded)
        {
            var wasTaken = step == OrderStep.Cancel
                ? order.Order.Status == OrderStatus.Closed
                : order.Order.TakenAt(step) is not null;
            return wasTaken ? OrderResult.Done : OrderResult.NotAllowed;
        }

        return step switch
        {
            OrderStep.Cancel => await Cancel(order),
            OrderStep.Confirm => await Confirm(order),
            _ => await Move(order, step),
        };
    }

    /// <summary>
    /// Confirms receipt: the money goes to the store, less commission; false if it may not.
    /// </summary>
    public async Task<bool> Settle(OrderRow row, DateTimeOffset at)
    {
        if (OrderLifecycle.After(row.Order.Status, OrderStep.Confirm) is null)
        {
            return false;
        }

        var settlement = scope.Money.Settlement(row.Order);
        var result = await scope.Money.Move(settlement);
        Invariant.Holds(result == MoveResult.Moved, "money that is held can be moved");
        await NoteSettled(row, at);
        return true;
    }

    /// <summary>The money of a confirmed order has moved.</summary>
    public async Task NoteSettled(OrderRow row, DateTimeOffset at)
    {
        var held = row.Order.Escrow.Held;
        if (row.Order.IsDisputed)
        {
            row.Order.ResolveDispute(forBuyer: false); // what was cut off after this verdict moved the money
        }

        row.Order.Take(OrderStep.Confirm, at);
        row.Order.Release();
        scope.Events.Add(OrderEventKind.Confirmed, row, at, held);
        await scope.Save(row);
        scope.Money.IsSaved(MovementId.Of(row.Order.Id.Packed, MovementKind.Release));
    }

    /// <summary>The deposit of a presale has gone to the store, whose balance was not paid.</summary>
    public async Task NoteForfeited(OrderRow row, DateTimeOffset at)
    {
        row.Order.Take(OrderStep.TimeOut, at);
        row.Order.Release();
        await CloseUnpaid(row, at);
        scope.Money.IsSaved(MovementId.Of(row.Order.Id.Packed, MovementKind.DepositForfeited));
    }

    /// <summary>The buyer rates the store.</summary>
    public async Task<RateResult> Rate(OrderId id, Rating rating)
    {
        if (rating == default)
        {
            return RateResult.BadVerdict;
        }

        if (await scope.Book.Find(id) is not { HasEnded: false } order)
        {
            return await RateEnded(id, RatedSide.Store, rating, default);
        }

        if (Repeats.OfRating(order.Order.Rating, rating) is { } again)
        {
            return again;
        }

        var result = order.Order.Rate(rating, scope.Now, scope.Room.Policy.Reputation);
        if (result == RateResult.Rated)
        {
            await Note(RatedSide.Store, rating.Credit, order, scope.Now);
            await scope.Save(order);
        }

        return result;
    }

    /// <summary>The store rates the buyer.</summary>
    public async Task<RateResult> RateBuyer(OrderId id, CreditRating verdict)
    {
        if (!Enum.IsDefined(verdict))
        {
            return RateResult.BadVerdict;
        }

        if (await scope.Book.Find(id) is not { HasEnded: false } order)
        {
            return await RateEnded(id, RatedSide.Buyer, default, verdict);
        }

        if (Repeats.OfVerdict(order.Order.Credits, verdict) is { } again)
        {
            return again;
        }

        var result = order.Order.RateBuyer(verdict, scope.Now, scope.Room.Policy.Reputation);
        if (result == RateResult.Rated)
        {
            await Note(RatedSide.Buyer, verdict, order, scope.Now);
            await scope.Save(order);
        }

        return result;
    }

    private async Task Fall(CheckoutId id, CheckoutRow row, OrderRow order, DateTimeOffset at)
    {
        if (DisputeProcess.IsUnderWay(order.Order))
        {
            await refunding.CarryOutVerdict(order);
            return;
        }

        switch (order.Order.Status)
        {
            case OrderStatus.Placed:
                order.Order.Take(OrderStep.TimeOut, at);
                await CloseUnpaid(order, at);
                break;
            case OrderStatus.DepositPaid:
                var result = await scope.Money.Move(scope.Money.Forfeit(order.Order));
                Invariant.Holds(result == MoveResult.Moved, "money that is held can be moved");
                await NoteForfeited(order, at);
                break;
            case OrderStatus.Shipped or OrderStatus.Delivered:
                await Settle(order, at);
                break;
            default:
                await End(order, at);
                await scope.Save(id, row);
                break;
        }
    }

    /// <summary>The silent side's verdict is good, and the order ends (rule REP-2).</summary>
    private async Task End(OrderRow row, DateTimeOffset at)
    {
        if (row.Order.RateByDefault(at, scope.Room.Policy.Reputation) is { } side)
        {
            await Note(side, CreditRating.Good, row, at);
        }

        row.HasEnded = true;
    }

    private async Task Note(RatedSide side, CreditRating verdict, OrderRow row, DateTimeOffset at)
    {
        var decision = await scope.Book.Judge(side, verdict, row, at);
        scope.Events.AddVerdict(side, verdict, decision, row, at);
    }

    private async Task<OrderResult> Cancel(OrderRow row)
    {
        if (!row.Order.Take(OrderStep.Cancel, scope.Now))
        {
            return OrderResult.NotAllowed;
        }

        await CloseUnpaid(row, scope.Now);
        return OrderResult.Done;
    }

    private async Task<OrderResult> Confirm(OrderRow row) =>
        row.Order.IsDisputed ? OrderResult.Disputed
        : row.Order.TakenAt(OrderStep.Confirm) is not null || await Settle(row, scope.Now) ? OrderResult.Done
        : OrderResult.NotAllowed;

    private async Task<OrderResult> Move(OrderRow row, OrderStep step)
    {
        if (!row.Order.Take(step, scope.Now))
        {
            return row.Order.TakenAt(step) is null ? OrderResult.NotAllowed : OrderResult.Done;
        }

        if (step == OrderStep.Ship)
        {
            scope.Events.Add(OrderEventKind.Shipped, row, scope.Now);
        }

        await scope.Save(row);
        return OrderResult.Done;
    }

    /// <summary>Saves the order as closed, and puts its units back on sale.</summary>
    private async Task CloseUnpaid(OrderRow row, DateTimeOffset at)
    {
        scope.Close(row, at);
        await scope.GiveUpUnits(row, line => line.Hold == HoldMode.AtOrder);
        await scope.Save(row);
        var held = row.Lines.Where(line => line.Hold == HoldMode.AtOrder).Select(line => line.Listing);
        await scope.Units.Release(row.Order.Id, held);
    }

    private async Task<RateResult> RateEnded(
        OrderId id, RatedSide side, Rating rating, CreditRating verdict) =>
        await scope.Book.Find(id) is { } row
            ? Repeats.OfRating(row.Order.Rating, rating) ?? Repeats.OfVerdict(row.Order.Credits, verdict)
                ?? EndedOrders.Rate(row.Order.ConfirmedAt, row.Order.Credits, side)
            : RateResult.UnknownOrder;
}
