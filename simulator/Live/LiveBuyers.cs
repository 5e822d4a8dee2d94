using System.Runtime.ExceptionServices;

namespace FlashSale.Simulator;

/// <summary>
/// The buyers, stores and couriers of a scenario, living in a real market at the speed of its clock.
/// </summary>
/// <remarks>
/// They come, choose, try again, pay, wait, confirm, return and rate as in a simulation, drawn by the same
/// seed; but the market answers them, and it has other customers too. What falls due while they are stopped
/// happens when they go on. Shocks and changes of the policy are not played: they are a simulation's.
/// </remarks>
public sealed class LiveBuyers
{
    private const int InFlightMax = 8_192;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private readonly LiveRun _run;
    private readonly LiveShopping _shopping;
    private readonly LivePayments _payments;
    private readonly LiveParcels _parcels;
    private readonly LiveAftermath _aftermath;

    internal LiveBuyers(World world, IMarketplace market, TimeProvider marketClock)
    {
        _run = new LiveRun(world, market, marketClock);
        _shopping = new LiveShopping(_run);
        _payments = new LivePayments(_run);
        _parcels = new LiveParcels(_run);
        _aftermath = new LiveAftermath(_run);
        _shopping.PlanVisits();
        PlanSwitches();
    }

    /// <summary>Calls that wait for their answers.</summary>
    public int InFlight => _run.InFlight;

    /// <summary>How far they are behind the market's clock: they do not keep up if it grows.</summary>
    public TimeSpan Lag => _run.Lag;

    /// <summary>
    /// Takes up an order that was alive when the market was stopped; orders of others are left alone.
    /// </summary>
    public void TakeUp(OrderView order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var id = order.Id;
        if (id.Buyer.Value >= _run.World.Buyers.Count
            || id.Checkout.Number >= _run.World.Buyers[id.Buyer].Checkouts
            || order.Store.Value >= _run.World.Assortment.Stores.Count)
        {
            return;
        }

        switch (order.Status)
        {
            case OrderStatus.Placed when id.Part == 0:
                _shopping.PlanPayment(id.Checkout, Basket.OrdersMax);
                break;
            case OrderStatus.DepositPaid:
                _run.Plan(
                    _run.World.VisitOf(id.Checkout).BalanceAt, LiveKind.StartPayment, 0,
                    PaymentKey.OfBalance(id.Checkout).Packed);
                break;
            case OrderStatus.Paid:
                _run.Plan(_run.NowMs, LiveKind.Pack, order.Store.Value, id.Packed);
                break;
            case OrderStatus.Shipped:
                _parcels.Travel(id);
                break;
            case OrderStatus.Delivered:
                _aftermath.Receive(order);
                break;
        }
    }

    /// <summary>Lets them live until they are stopped; calls under way are awaited.</summary>
    /// <param name="realClock">By which they look whether something is due.</param>
    /// <param name="stop">Stops them.</param>
    /// <exception cref="MarketHaltedException">The market has stopped.</exception>
    public async Task Live(TimeProvider realClock, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookEvery, realClock);
        while (!stop.IsCancellationRequested || _run.InFlight > 0)
        {
            if (_run.Fault is { } fault)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            while (!stop.IsCancellationRequested && _run.InFlight < InFlightMax && _run.TryNext(out var next))
            {
                Happen(next);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private void PlanSwitches()
    {
        for (var at = 0; at < _run.World.Scenario.Switches.Count; at++)
        {
            var fromMs = _run.World.Scenario.Switches[at].From.TotalMilliseconds;
            if (fromMs >= _run.NowMs)
            {
                _run.Plan(fromMs, LiveKind.Switch, at, 0);
            }
        }
    }

    private void Happen(AgendaEvent next)
    {
        switch ((LiveKind)next.Kind)
        {
            case <= LiveKind.CheckOut:
                Shop(next);
                break;
            case LiveKind.StartPayment:
                _payments.Start(new PaymentKey(next.Extra), next.Entity);
                break;
            case LiveKind.SettlePayment:
                _run.Ask(next, () => _payments.Settle(new PaymentKey(next.Extra), next.Entity));
                break;
            case LiveKind.Switch:
                _run.Ask(next, () => Flip(_run.World.Scenario.Switches[next.Entity]));
                break;
            case LiveKind.Pack:
                _parcels.Pack(OrderOf(next), next.Entity);
                break;
            case LiveKind.ReachRegion:
                _parcels.ReachRegion(OrderOf(next));
                break;
            default:
                _run.Ask(next, () => Follow((LiveKind)next.Kind, OrderOf(next), next.Entity));
                break;
        }
    }

    private void Shop(AgendaEvent next)
    {
        const long kindMask = 0xFF;
        var checkout = CheckoutId.FromPacked(next.Extra & ~kindMask)!.Value;
        switch ((LiveKind)next.Kind)
        {
            case LiveKind.Visit:
                _shopping.Visit(checkout, (ArrivalKind)(next.Extra & kindMask), next.Entity);
                break;
            case LiveKind.PutInCart:
                _run.Ask(next, () => _shopping.PutInCart(checkout, next.Entity));
                break;
            default:
                _run.Ask(next, () => _shopping.CheckOut(checkout, Try.Of(next.Entity)));
                break;
        }
    }

    private Task Follow(LiveKind kind, OrderId order, int entity) => kind switch
    {
        LiveKind.Ship => _parcels.Ship(order),
        LiveKind.Deliver => _aftermath.Deliver(order),
        LiveKind.RefundUnshipped => _aftermath.RefundUnshipped(order),
        LiveKind.Confirm => _aftermath.Confirm(order),
        LiveKind.Return => _aftermath.Return(order, isPoorQuality: entity == 1),
        LiveKind.DecideDispute => _aftermath.DecideDispute(order),
        _ => _aftermath.Rate(order),
    };

    private async Task Flip(PlannedSwitch plan)
    {
        var until = _run.MomentOf((long)plan.Until.TotalMilliseconds);
        await _run.Market.Flip(
            new SwitchCommand(plan.Switch, true, "scenario", "planned in the scenario", until));
    }

    private static OrderId OrderOf(AgendaEvent next) => OrderId.FromPacked(next.Extra)!.Value;
}
