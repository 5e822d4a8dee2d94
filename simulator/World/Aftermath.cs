namespace FlashSale.Simulator;

/// <summary>
/// What happens to paid orders: carries out what a <see cref="Recipient"/> and a <see cref="Rater"/> mean to
/// do (rules ORD-2, ORD-3, REP-1 to REP-6).
/// </summary>
internal sealed class Aftermath(IMarketRun run, Recipient recipient, Rater rater)
{
    /// <summary>Why the refund that is under way was asked for.</summary>
    public RefundCause Cause { get; private set; }

    /// <summary>An order is paid: some buyers will change their minds before it is shipped.</summary>
    public void Paid(in Order order) => run.Plan(recipient.HasPaid(order.Id), order.Id.Packed);

    /// <summary>
    /// A buyer asks for the money back before the parcel has left; null if it has left.
    /// </summary>
    public RefundResult? RefundUnshipped(OrderId id)
    {
        Cause = RefundCause.BeforeShipping;
        return run.Market.View.StatusOf(id) == OrderStatus.Paid
            ? RefundAll(run.Market.View.Order(id)!)
            : null;
    }

    /// <summary>A parcel has left: its buyer waits, but not until time confirms what has not come.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="arrivesInMs">When it will arrive, where that is known: what it overtakes is not
    /// planned.</param>
    public void Shipped(in Order order, long arrivesInMs = long.MaxValue)
    {
        var confirmBy = OrderDeadlines.ConfirmBy(order, run.Market.View.Policies);
        var claim = recipient.Awaits(order.Id, confirmBy - run.Now);
        if (claim.AfterMs < arrivesInMs)
        {
            run.Plan(claim, order.Id.Packed);
        }
    }

    /// <summary>A buyer claims the money of a parcel that has not come.</summary>
    public void Claim(OrderId id)
    {
        if (run.Market.View.StatusOf(id) == OrderStatus.Shipped
            && run.Market.Do(new OpenDispute(id)) == OrderResult.Done)
        {
            run.Plan(recipient.Claims(id), id.Packed);
        }
    }

    /// <summary>A parcel has arrived: it will be sent back, or confirmed, or left to the deadline.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="returnRate">The share of such parcels that is sent back.</param>
    public void Delivered(in Order order, double returnRate)
    {
        if (order.IsDisputed)
        {
            run.Plan(Recipient.Withdraws, order.Id.Packed);
        }

        run.Plan(recipient.HasReceived(order.Id, returnRate), order.Id.Packed);
    }

    /// <summary>A buyer sends the goods back; over poor quality some stores argue.</summary>
    public void Return(OrderId id, bool isPoorQuality)
    {
        var dispute = recipient.SendsBack(id, isPoorQuality);
        if (dispute.IsAny && run.Market.Do(new OpenDispute(id)) == OrderResult.Done)
        {
            run.Plan(dispute, id.Packed);
            return;
        }

        Cause = isPoorQuality ? RefundCause.PoorQuality : RefundCause.NoReason;
        if (run.Market.View.Order(id) is { } order)
        {
            RefundAll(order);
        }
    }

    /// <summary>
    /// A buyer who has proof gets the money back: within the days of ORD-3, else by a dispute.
    /// </summary>
    public void Reclaim(OrderId id)
    {
        if (run.Market.View.Order(id) is { HasEnded: false } order
            && RefundAll(order) != RefundResult.Refunded
            && run.Market.Do(new OpenDispute(id)) == OrderResult.Done)
        {
            run.Market.Do(new ResolveDispute(id, ForBuyer: true));
        }
    }

    /// <summary>
    /// A dispute is decided; that over a parcel for the buyer, unless it has come meanwhile.
    /// </summary>
    public void DecideDispute(OrderId id, bool isClaim)
    {
        Cause = isClaim ? RefundCause.NotReceived : RefundCause.DisputeWon;
        var isForBuyer = isClaim
            ? run.Market.View.Order(id) is { DeliveredAt: null }
            : recipient.WinsDispute(id);
        run.Market.Do(new ResolveDispute(id, isForBuyer));
    }

    /// <summary>Receipt is confirmed: some buyers will rate; the answer is what went wrong.</summary>
    public Grievances Confirmed(in Order order)
    {
        var grievances = Rater.GrievancesOf(
            order.PaidAt!.Value, order.IsFestival, order.ShippedAt!.Value, order.DeliveredAt ?? run.Now,
            run.Market.Policy.Logistics);
        run.Plan(rater.HasConfirmed(order.Id, grievances), order.Id.Packed);
        return grievances;
    }

    /// <summary>A buyer rates.</summary>
    public void Rate(OrderId id, Grievances grievances) =>
        run.Market.Do(new Rate(id, rater.RatingOf(id, grievances)));

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
