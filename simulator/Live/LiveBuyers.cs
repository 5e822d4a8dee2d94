using System.Runtime.ExceptionServices;

namespace FlashSale.Simulator;

/// <summary>
/// The buyers, stores and couriers of a scenario, living in a real market at the speed of its clock.
/// </summary>
/// <remarks>
/// They come, choose, try again, pay, wait, confirm, return and rate as in a simulation, drawn by the same
/// seed; but the market answers them, and it has other customers too. What falls due while they are stopped
/// happens when they go on. What the scenario has planned is played, too: switches and changes of the policy.
/// Shocks are not, and no store counts its coupons: that is a simulation's.
/// </remarks>
public sealed class LiveBuyers
{
    private const int InFlightMax = 8_192;
    private static readonly TimeSpan LearnEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private readonly LiveRun _run;
    private readonly LiveVisits _visits;
    private readonly LivePayments _payments;
    private readonly LiveParcels _parcels;
    private readonly LiveAftermath _aftermath;
    private readonly LivePolicies _policies;

    internal LiveBuyers(
        World world, IMarketplace market, IMarketBrowser browser, TimeProvider marketClock)
    {
        _run = new LiveRun(world, market, browser, marketClock);
        _visits = new LiveVisits(_run);
        _payments = new LivePayments(_run);
        _parcels = new LiveParcels(_run);
        _aftermath = new LiveAftermath(_run);
        _visits.PlanVisits();
        PlanSwitches();
        _policies = new LivePolicies(_run);
    }

    /// <summary>
    /// Before they live: learns the policies, and changes the policy if a change was planned while the market
    /// stood.
    /// </summary>
    /// <param name="stoodAt">How far the market had come.</param>
    public Task CatchUp(DateTimeOffset stoodAt) => _policies.CatchUp(stoodAt);

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
                _visits.PlanPayment(id.Checkout, Basket.OrdersMax);
                break;
            case OrderStatus.DepositPaid:
                _payments.PlanBalance(id.Checkout);
                break;
            case OrderStatus.Paid:
                _parcels.Pack(id, order.Store.Value);
                break;
            case OrderStatus.Shipped:
                _parcels.Travel(order);
                break;
            case OrderStatus.Delivered:
                _parcels.LeaveToTime(order);
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
        var learnedAt = realClock.GetTimestamp();
        while (!stop.IsCancellationRequested || _run.InFlight > 0)
        {
            if (_run.Fault is { } fault)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            if (realClock.GetElapsedTime(learnedAt) >= LearnEvery)
            {
                learnedAt = realClock.GetTimestamp();
                await _run.Learn();
            }

            while (!stop.IsCancellationRequested && _run.InFlight < InFlightMax
                && TryNext(_run.NowMs, out var next))
            {
                _ = Happen(next);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>The next event until a time; it is to happen at once.</summary>
    internal bool TryNext(long untilMs, out AgendaEvent next) => _run.TryNext(untilMs, out next);

    /// <summary>Lets an event happen; over when the market has answered.</summary>
    internal Task Happen(AgendaEvent next) => _run.Happen(next, Act);

    private void PlanSwitches()
    {
        for (var at = 0; at < _run.World.Scenario.Switches.Count; at++)
        {
            var fromMs = (long)_run.World.Scenario.Switches[at].From.TotalMilliseconds;
            if (fromMs >= _run.NowMs)
            {
                _run.Plan(fromMs, EventKind.Switch, at, 0);
            }
        }
    }

    // What asks the market nothing is over when this returns.
    private Task Act(AgendaEvent next)
    {
        switch ((EventKind)next.Kind)
        {
            case EventKind.Visit:
                _visits.Visit(new VisitKey(next.Extra), next.Entity);
                return Task.CompletedTask;
            case EventKind.StartPayment:
                _payments.Start(new PaymentKey(next.Extra), next.Entity);
                return Task.CompletedTask;
            case EventKind.LeaveQueue:
                _payments.Leave(new PaymentKey(next.Extra));
                return Task.CompletedTask;
            case EventKind.Pack:
                _parcels.Pack(OrderOf(next), next.Entity);
                return Task.CompletedTask;
            case EventKind.ReachRegion:
                _parcels.ReachRegion(OrderOf(next));
                return Task.CompletedTask;
            default:
                return Ask(next);
        }
    }

    private Task Ask(AgendaEvent next) => (EventKind)next.Kind switch
    {
        EventKind.PutInCart => _visits.PutInCart(new VisitKey(next.Extra).Checkout, next.Entity),
        EventKind.CheckOut => _visits.CheckOut(new VisitKey(next.Extra).Checkout, Try.Of(next.Entity)),
        EventKind.SettlePayment => _payments.Settle(new PaymentKey(next.Extra), next.Entity),
        EventKind.ChangePolicy => _policies.Change(next.Entity),
        EventKind.Switch => Flip(_run.World.Scenario.Switches[next.Entity]),
        EventKind.Ship => _parcels.Ship(OrderOf(next)),
        EventKind.HandOver => _aftermath.HandOver(OrderOf(next)),
        EventKind.RefundUnshipped => _aftermath.RefundUnshipped(OrderOf(next)),
        EventKind.Confirm => _aftermath.Confirm(OrderOf(next)),
        EventKind.SeeConfirmed => _aftermath.SeeConfirmed(OrderOf(next)),
        EventKind.Return => _aftermath.Return(OrderOf(next), isPoorQuality: next.Entity == 1),
        EventKind.Claim => _aftermath.Claim(OrderOf(next)),
        EventKind.DecideDispute => _aftermath.DecideDispute(OrderOf(next), isClaim: next.Entity == 1),
        EventKind.Rate => _aftermath.Rate(OrderOf(next), (Grievances)next.Entity),
        _ => throw new InvalidOperationException($"Nobody of a live market does {(EventKind)next.Kind}."),
    };

    private async Task Flip(PlannedSwitch plan) =>
        await _run.Market.Flip(plan.Command(_run.World.Scenario.Festival.Midnight));

    private static OrderId OrderOf(AgendaEvent next) => OrderId.FromPacked(next.Extra)!.Value;
}
