namespace FlashSale.Simulator;

/// <summary>
/// What becomes of placed orders: sees what happens in the market, has parcels packed and delivered, and
/// lets buyers go on from it by an <see cref="Aftermath"/> (rules INV-2, LOG-1, ORD-2, ORD-3).
/// </summary>
/// <remarks>
/// Whoever else follows orders is told of each event after it. What protesters do with their orders is not
/// planned here: see <see cref="ProtestOrders"/>.
/// </remarks>
internal sealed class OrderCare(SeasonRun run, BuyerMemory memory, IReadOnlyList<IMarketObserver> others)
    : IMarketObserver
{
    private readonly Aftermath _aftermath = new(run, run.World.Recipient, run.World.Rater);
    private readonly IMarketObserver[] _others = [.. others];

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        See(happened, order, lines);
        foreach (var other in _others)
        {
            other.On(happened, order, lines);
        }
    }

    /// <summary>A buyer pays all orders of a checkout.</summary>
    public void Pay(PaymentKey payment) =>
        run.Market.Do(new Pay(payment.Checkout, PaymentChannel.QuickPay));

    /// <summary>Something happens to an order that was planned before.</summary>
    public void Follow(EventKind kind, OrderId order, int entity)
    {
        switch (kind)
        {
            case EventKind.Ship:
                run.Market.Do(new StepOrder(order, OrderStep.Ship)); // unless it was refunded before
                break;
            case EventKind.HandOver:
                run.Market.Do(new StepOrder(order, OrderStep.Deliver));
                break;
            case EventKind.Confirm:
                run.Market.Do(new StepOrder(order, OrderStep.Confirm));
                break;
            case EventKind.RefundUnshipped:
                _aftermath.RefundUnshipped(order);
                break;
            case EventKind.Return:
                Return(order, isPoorQuality: entity == 1);
                break;
            case EventKind.Claim:
                _aftermath.Claim(order);
                break;
            case EventKind.DecideDispute:
                _aftermath.DecideDispute(order, isClaim: entity == 1);
                break;
            default:
                _aftermath.Rate(order, (Grievances)entity);
                break;
        }
    }

    private void See(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                Placed(happened);
                break;
            case MarketEventKind.Paid:
                Paid(happened, order, lines);
                break;
            case MarketEventKind.Shipped:
                Shipped(order);
                break;
            case MarketEventKind.Delivered:
                Delivered(order);
                break;
            case MarketEventKind.Confirmed:
                Confirmed(happened, order);
                break;
            case MarketEventKind.StoreRated:
                Rated(happened);
                break;
            case MarketEventKind.Refunded:
                Refunded(happened);
                break;
            case MarketEventKind.LatePayment:
                run.Recorder.Count(SeasonMeasures.LatePayments);
                break;
            case MarketEventKind.Closed:
                run.Recorder.Count(SeasonMeasures.Closed);
                break;
        }
    }

    private void Placed(in MarketEvent placed)
    {
        run.Recorder.Count(SeasonMeasures.Placed);
        run.Stores[placed.Store.Value].Week.Placed++;
        if (run.World.IsVisitor(placed.Order.Buyer)
            && memory.Of(placed.Order.Buyer.Value, placed.Store.Value) != Opinion.None)
        {
            run.Recorder.Count(SeasonMeasures.Repeated);
        }
    }

    private void Paid(in MarketEvent paid, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        run.Recorder.Count(SeasonMeasures.Paid);
        run.Recorder.Count(SeasonMeasures.Gmv, paid.Amount.Fen);
        ref var store = ref run.Stores[order.Store.Value];
        store.Week.Paid++;
        foreach (ref readonly var line in lines)
        {
            store.Week.Units += line.Units;
        }

        store.Week.PaidFen += paid.Amount.Fen;
        if (run.NowMs >= run.World.Terms.WarmUpDays * SeasonDay.Ms)
        {
            store.MeasuredFen += paid.Amount.Fen;
            store.MeasuredOrders++;
        }

        run.Plan(PackedAt(ref store, order.Id), EventKind.Ship, 0, order.Id.Packed);
        if (run.World.IsVisitor(order.Id.Buyer))
        {
            _aftermath.Paid(order);
        }
    }

    // A store takes its time, and longer where many wait to be packed.
    private long PackedAt(ref SeasonStore store, OrderId order)
    {
        var draws = Draws.For(run.World.Seed, order.Packed, Streams.SeasonHandling);
        var atEase = run.NowMs + (long)run.World.Handling.Draw(ref draws);
        var inTurn = run.MsOf(store.Handling.Take(run.Now, run.Market.Policy.Logistics).At);
        return Math.Max(atEase, inTurn);
    }

    private void Shipped(in Order order)
    {
        run.Recorder.Count(SeasonMeasures.Shipped);
        var logistics = run.Market.Policy.Logistics;
        if (order.ShippedAt > StoreHandling.PromisedBy(order.PaidAt!.Value, order.IsFestival, logistics))
        {
            run.Stores[order.Store.Value].Week.LateParcels++;
            run.Recorder.Count(SeasonMeasures.LateParcels);
        }

        var draws = Draws.For(run.World.Seed, order.Id.Packed, Streams.Parcel);
        var transitMs = (long)run.World.Transit.Draw(ref draws);
        var arrives = SeasonStorm.Delay(run.World, order.Id, run.NowMs + transitMs);
        run.Plan(arrives, EventKind.HandOver, 0, order.Id.Packed);
        if (run.World.IsVisitor(order.Id.Buyer))
        {
            _aftermath.Shipped(order, arrives - run.NowMs);
        }
    }

    private void Delivered(in Order order)
    {
        run.Recorder.Count(SeasonMeasures.Delivered);
        if (run.World.IsVisitor(order.Id.Buyer))
        {
            var category = run.World.Categories[run.Stores[order.Store.Value].Category];
            _aftermath.Delivered(order, category.ReturnRate);
        }
    }

    private void Confirmed(in MarketEvent confirmed, in Order order)
    {
        run.Recorder.Count(SeasonMeasures.Confirmed);
        run.Recorder.Count(SeasonMeasures.ConfirmedByItself, confirmed.IsByTime ? 1 : 0);
        if (run.World.IsVisitor(order.Id.Buyer))
        {
            var grievances = _aftermath.Confirmed(order);
            memory.Note(
                order.Id.Buyer.Value, order.Store.Value,
                isGood: grievances == Grievances.None && !memory.TookForFake(order.Id));
        }
    }

    private void Rated(in MarketEvent rated)
    {
        if (!rated.IsByTime)
        {
            run.Recorder.Count(SeasonMeasures.Rated);
            run.Stores[rated.Store.Value].Week.Ratings++;
            run.Stores[rated.Store.Value].Week.Stars += rated.Points.AsDescribed;
        }
    }

    private void Refunded(in MarketEvent refunded)
    {
        run.Recorder.Count(SeasonMeasures.Refunds);
        run.Recorder.Count(SeasonMeasures.Refunded, refunded.Amount.Fen);
        run.Stores[refunded.Store.Value].Week.Refunds++;
        run.Stores[refunded.Store.Value].Week.RefundedFen += refunded.Amount.Fen;
    }

    // The buyer remembers poor quality.
    private void Return(OrderId id, bool isPoorQuality)
    {
        if (isPoorQuality && run.Market.View.Order(id) is { } order)
        {
            memory.Note(id.Buyer.Value, order.Store.Value, isGood: false);
        }

        _aftermath.Return(id, isPoorQuality);
    }
}
