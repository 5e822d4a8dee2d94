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
        if (run.World.IsVisitor(happened.Order.Buyer))
        {
            SeeVisitor(happened, order);
        }

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
                run.Recorder.Count(SeasonMeasures.Delivered);
                break;
            case MarketEventKind.Confirmed:
                Confirmed(happened);
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

    // What visitors alone do: testers and protesters buy for reasons of their own.
    private void SeeVisitor(in MarketEvent happened, in Order order)
    {
        var (buyer, store) = (happened.Order.Buyer.Value, happened.Store.Value);
        switch (happened.Kind)
        {
            case MarketEventKind.Placed when memory.Of(buyer, store) != Opinion.None:
                run.Recorder.Count(SeasonMeasures.Repeated);
                break;
            case MarketEventKind.Paid:
                _aftermath.Paid(order);
                break;
            case MarketEventKind.Delivered:
                _aftermath.Delivered(order, run.World.Categories[run.Stores[store].Category].ReturnRate);
                break;
            case MarketEventKind.Confirmed:
                var isContent = _aftermath.Confirmed(order) == Grievances.None;
                memory.Note(buyer, store, isGood: isContent && !memory.TookForFake(order.Id));
                break;
        }
    }

    private void Placed(in MarketEvent placed)
    {
        run.Recorder.Count(SeasonMeasures.Placed);
        run.Stores[placed.Store.Value].Week.Placed++;
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
            _aftermath.Shipped(order, arrives - run.NowMs); // here, where it is known when it arrives
        }
    }

    private void Confirmed(in MarketEvent confirmed)
    {
        run.Recorder.Count(SeasonMeasures.Confirmed);
        run.Recorder.Count(SeasonMeasures.ConfirmedByItself, confirmed.IsByTime ? 1 : 0);
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
