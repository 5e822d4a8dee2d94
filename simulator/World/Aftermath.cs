namespace FlashSale.Simulator;

/// <summary>
/// What buyers do with what they paid for: change their minds, confirm, send back, dispute, rate (rules
/// ORD-2, ORD-3, REP-1 to REP-6).
/// </summary>
internal sealed class Aftermath(Run run)
{
    private const double SameStarsShare = 0.7; // a component gets the same stars as the order (assumed)

    private readonly Behaviour _behaviour = run.World.Scenario.Behaviour;
    private readonly Habits _habits = run.World.Habits;

    /// <summary>Why the refund that is under way was asked for.</summary>
    public RefundCause Cause { get; private set; }

    /// <summary>An order is paid: some buyers will change their minds before it is shipped.</summary>
    public void Paid(in Order order)
    {
        var draws = run.DrawsOf(order.Id, Streams.Regret);
        if (draws.Happens(_behaviour.Returning.BeforeShippingShare))
        {
            var at = run.NowMs + (long)_habits.RefundDelay.Draw(ref draws);
            run.Plan(at, EventKind.RefundUnshipped, 0, order.Id.Packed);
        }
    }

    /// <summary>A buyer asks for the money back before the parcel has left.</summary>
    public void RefundUnshipped(OrderId id)
    {
        Cause = RefundCause.BeforeShipping;
        if (run.Market.View.Order(id) is { Status: OrderStatus.Paid } order
            && RefundAll(order) == RefundResult.SwitchedOff)
        {
            run.Recorder.CheckoutRefused(run.NowMs, (int)Refusal.RefundsSwitchedOff);
        }
    }

    /// <summary>A parcel has arrived: it will be sent back, or confirmed, or left to the deadline.</summary>
    public void Delivered(in Order order)
    {
        var draws = run.DrawsOf(order.Id, Streams.Aftermath);
        var category = run.World.Assortment.Stores[order.Store.Value].Category;
        if (draws.Happens(run.World.Scenario.Catalogue.Categories[category].ReturnRate))
        {
            var at = run.NowMs + (long)_habits.ReturnDelay.Draw(ref draws);
            run.Plan(at, EventKind.Return, draws.Happens(_behaviour.Returning.PoorQualityShare) ? 1 : 0,
                order.Id.Packed);
        }
        else if (draws.Happens(_behaviour.Receiving.ConfirmShare))
        {
            var at = run.NowMs + (long)_habits.ConfirmDelay.Draw(ref draws);
            run.Plan(at, EventKind.Confirm, 0, order.Id.Packed);
        }
    }

    /// <summary>A buyer sends the goods back; over poor quality some stores argue.</summary>
    public void Return(OrderId id, bool isPoorQuality)
    {
        var draws = run.DrawsOf(id, Streams.Dispute);
        if (isPoorQuality && draws.Happens(_behaviour.Returning.DisputedShare)
            && run.Market.Do(new OpenDispute(id)) == OrderResult.Done)
        {
            var at = run.NowMs + (long)_habits.DisputeWithin.Draw(ref draws);
            run.Plan(at, EventKind.DecideDispute, 0, id.Packed);
            return;
        }

        Cause = isPoorQuality ? RefundCause.PoorQuality : RefundCause.NoReason;
        if (run.Market.View.Order(id) is { } order)
        {
            RefundAll(order);
        }
    }

    /// <summary>A dispute is decided.</summary>
    public void DecideDispute(OrderId id)
    {
        var draws = run.DrawsOf(id, Streams.Verdict);
        Cause = RefundCause.DisputeWon;
        run.Market.Do(new ResolveDispute(id, draws.Happens(_behaviour.Returning.BuyerWinsShare)));
    }

    /// <summary>Receipt is confirmed: some buyers will rate.</summary>
    public void Confirmed(in Order order)
    {
        var draws = run.DrawsOf(order.Id, Streams.Rating);
        if (draws.Happens(_behaviour.Rating.Share))
        {
            var at = run.NowMs + (long)_habits.RateDelay.Draw(ref draws);
            run.Plan(at, EventKind.Rate, (int)GrievancesOf(order), order.Id.Packed);
        }
    }

    /// <summary>A buyer rates: four components, less where something went wrong (rule REP-6).</summary>
    public void Rate(OrderId id, Grievances grievances) =>
        run.Market.Do(new Rate(id, RatingOf(run.World, id, grievances)));

    /// <summary>The rating that a buyer gives.</summary>
    public static Rating RatingOf(World world, OrderId id, Grievances grievances)
    {
        var draws = Draws.For(world.Seed, id.Packed, Streams.Stars);
        var (habits, lost) = (world.Habits, world.Scenario.Behaviour.Rating);
        var all = habits.Stars.Draw(ref draws) + 1;
        var described = Stars(habits, all, 0, ref draws);
        var service = Stars(habits, all, 0, ref draws);
        var dispatch = Stars(
            habits, all, grievances.HasFlag(Grievances.LateDispatch) ? lost.LateDispatchStarsLost : 0,
            ref draws);
        var delivery = Stars(
            habits, all, grievances.HasFlag(Grievances.LateDelivery) ? lost.LateStarsLost : 0, ref draws);
        var credit = described switch
        {
            >= 4 => CreditRating.Good,
            3 => CreditRating.Medium,
            _ => CreditRating.Poor,
        };
        return Rating.Of(credit, described, service, dispatch, delivery)!.Value;
    }

    private static int Stars(Habits habits, int all, double lost, ref Draws draws)
    {
        var stars = draws.Happens(SameStarsShare) ? all : habits.Stars.At(draws.Next()) + 1;
        var wholeLost = (int)lost;
        var loses = wholeLost + (draws.Happens(lost - wholeLost) ? 1 : 0);
        return Math.Clamp(stars - loses, 1, Rating.PointsMax);
    }

    private Grievances GrievancesOf(in Order order)
    {
        var policy = run.Market.Policy.Logistics;
        var promisedBy = StoreHandling.PromisedBy(order.PaidAt!.Value, order.IsFestival, policy);
        return GrievancesOf(promisedBy, order.ShippedAt!.Value, order.DeliveredAt ?? run.Now, policy);
    }

    /// <summary>What went wrong on a parcel's way (rule REP-6).</summary>
    public static Grievances GrievancesOf(
        DateTimeOffset promisedBy, DateTimeOffset shippedAt, DateTimeOffset deliveredAt,
        LogisticsPolicy policy) =>
        (shippedAt > promisedBy ? Grievances.LateDispatch : Grievances.None)
        | (deliveredAt > promisedBy + policy.DeliverWithin ? Grievances.LateDelivery : Grievances.None);

    private RefundResult RefundAll(OrderView order)
    {
        for (var line = 0; line < order.Lines.Count; line++)
        {
            var answer = run.Market.Do(new Refund(order.Id, line, order.Lines[line].Units));
            if (answer.Result != RefundResult.Refunded)
            {
                return answer.Result;
            }
        }

        return RefundResult.Refunded;
    }
}
