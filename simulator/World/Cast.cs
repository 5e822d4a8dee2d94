using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Everybody who acts in a run, and to whom an event belongs.</summary>
internal sealed class Cast
{
    private readonly Run _run;
    private readonly Visits _visits;
    private readonly Payments _payments;
    private readonly Parcels _parcels;
    private readonly Aftermath _aftermath;
    private readonly Course _course;

    public Cast(Run run)
    {
        _run = run;
        _visits = new Visits(run);
        _payments = new Payments(run);
        _parcels = new Parcels(run);
        _aftermath = new Aftermath(run, run.World.Recipient, run.World.Rater);
        _course = new Course(run, _visits, _payments, _parcels);
        run.Market.Observer = new RunObserver(run, _parcels, _aftermath);
    }

    /// <summary>Plans what is known from the start: the visits of buyers and the scenario's course.</summary>
    public void Plan()
    {
        _visits.PlanVisits();
        _course.Plan(long.MinValue);
    }

    /// <summary>Goes on from the past of a run of another scenario.</summary>
    public void GoOnFrom(Scenario past) => _course.GoOnFrom(past);

    /// <summary>Lets an event happen.</summary>
    public void Happen(in AgendaEvent next)
    {
        switch ((EventKind)next.Kind)
        {
            case <= EventKind.Enter:
                Shop(next);
                break;
            case EventKind.StartPayment:
                _payments.Start(new PaymentKey(next.Extra), next.Entity);
                break;
            case EventKind.SettlePayment:
                _payments.Settle(new PaymentKey(next.Extra), next.Entity);
                break;
            case EventKind.LeaveQueue:
                _payments.Leave(new PaymentKey(next.Extra));
                break;
            case EventKind.Deliver:
                _parcels.Deliver(next.Entity, next.Extra);
                break;
            case <= EventKind.Rate or EventKind.Claim:
                Follow((EventKind)next.Kind, OrderId.FromPacked(next.Extra)!.Value, next.Entity);
                break;
            case EventKind.Shock:
                _course.Shock(next.Entity);
                break;
            case EventKind.Switch:
                _course.Switch(next.Entity);
                break;
            case EventKind.TakeOver:
                _course.TakeOver();
                break;
            default:
                _course.ChangePolicy(next.Entity);
                break;
        }
    }

    public void Save(StateWriter writer)
    {
        _run.Disappointed.Save(writer);
        _run.Coupons.Save(writer);
        _visits.Save(writer);
        _payments.Save(writer);
        _parcels.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _run.Disappointed.Load(reader);
        _run.Coupons.Load(reader);
        _visits.Load(reader);
        _payments.Load(reader);
        _parcels.Load(reader);
        _course.Resume();
    }

    private void Shop(in AgendaEvent next)
    {
        var visit = new VisitKey(next.Extra);
        switch ((EventKind)next.Kind)
        {
            case EventKind.Visit:
                _visits.Visit(visit, next.Entity);
                break;
            case EventKind.PutInCart:
                _visits.PutInCart(visit.Checkout, next.Entity);
                break;
            case EventKind.CheckOut:
                _visits.CheckOut(visit.Checkout, Try.Of(next.Entity));
                break;
            default:
                _visits.Enter(visit.Checkout, Try.Of(next.Entity));
                break;
        }
    }

    private void Follow(EventKind kind, OrderId order, int entity)
    {
        switch (kind)
        {
            case EventKind.Ship:
                _parcels.Ship(order);
                break;
            case EventKind.LeaveRegion:
                _parcels.LeaveRegion(order, entity);
                break;
            case EventKind.ReachRegion:
                _parcels.ReachRegion(order);
                break;
            case EventKind.RefundUnshipped:
                RefundUnshipped(order);
                break;
            case EventKind.Confirm:
                _run.Market.Do(new StepOrder(order, OrderStep.Confirm));
                break;
            case EventKind.Return:
                _aftermath.Return(order, entity == 1);
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

    private void RefundUnshipped(OrderId order)
    {
        if (_aftermath.RefundUnshipped(order) == RefundResult.SwitchedOff)
        {
            _run.Recorder.CheckoutRefused(_run.NowMs, (int)Refusal.RefundsSwitchedOff);
        }
    }
}
