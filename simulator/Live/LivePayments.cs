namespace FlashSale.Simulator;

/// <summary>
/// Payments in a real market, through the scenario's channels: carries out what a <see cref="Payer"/> means
/// to do (rule ESC-5).
/// </summary>
internal sealed class LivePayments(LiveRun run)
{
    private readonly Channels _channels = new(run.World);

    /// <summary>A buyer starts to pay: the channel will answer, unless it takes too long.</summary>
    public void Start(PaymentKey payment, int triesBefore)
    {
        var (now, patienceMs) = (run.NowMs, run.World.Shopper.PatienceMs(payment.Checkout));
        run.Plan(
            _channels.TryTake(payment, now, patienceMs, out var answerAt)
                ? new Intention(EventKind.SettlePayment, answerAt - now, triesBefore)
                : new Intention(EventKind.LeaveQueue, (long)patienceMs),
            payment.Packed);
    }

    /// <summary>A buyer's patience in the queue has ended (rule DEM-4).</summary>
    public void Leave(PaymentKey payment)
    {
        _channels.Leave(payment);
        run.Disappointed.Add(payment.Checkout.Buyer);
    }

    /// <summary>The channel answers: the payment failed, or the money is there.</summary>
    public async Task Settle(PaymentKey payment, int triesBefore)
    {
        if (_channels.Fails(payment, triesBefore))
        {
            var again = run.World.Payer.HasFailed(triesBefore);
            run.Plan(again, payment.Packed);
            if (!again.IsAny)
            {
                run.Disappointed.Add(payment.Checkout.Buyer);
            }

            return;
        }

        var answer = await PayOnce(payment);
        if (answer.Result == PayResult.InsufficientFunds)
        {
            // The key is the transfer's id: a payment that is repeated tops up once.
            await run.Market.Move(new Transfer(
                payment.Packed, MovementKind.BuyerTopUp, default, payment.Checkout.Buyer,
                Payer.TopUpFor(answer.Amount)));
            answer = await PayOnce(payment);
        }

        if (answer.Result == PayResult.DepositPaid)
        {
            PlanBalance(payment.Checkout);
        }
        else if (answer.Result is PayResult.Paid or PayResult.PaidInPart)
        {
            for (var part = 0; part < payment.Orders; part++)
            {
                await PlanPacking(payment.Checkout.Order(part));
            }
        }
    }

    /// <summary>The deposit of a presale is paid.</summary>
    public void PlanBalance(CheckoutId id) => run.Plan(
        Payer.OwesBalance(run.World.VisitOf(id), run.NowMs), PaymentKey.OfBalance(id).Packed);

    private async Task PlanPacking(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { Status: OrderStatus.Paid } order)
        {
            run.Plan(new Intention(EventKind.Pack, 0, order.Store.Value), id.Packed);
        }
    }

    private ValueTask<PayAnswer> PayOnce(PaymentKey payment) => payment.IsBalance
        ? run.Market.PayBalance(payment.Checkout, _channels.KindOf(payment))
        : run.Market.Pay(payment.Checkout, _channels.KindOf(payment));
}
