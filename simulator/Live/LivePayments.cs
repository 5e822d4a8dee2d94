namespace FlashSale.Simulator;

/// <summary>Payments in a real market, through the scenario's channels (rule ESC-5).</summary>
internal sealed class LivePayments(LiveRun run)
{
    private readonly PacedGate[] _gates = Payments.Gates(run.World.Scenario);

    /// <summary>A buyer starts to pay: the payment takes its place in the channel.</summary>
    public void Start(PaymentKey payment, int triesBefore)
    {
        var channel = run.World.Buyers[payment.Checkout.Buyer].Channel;
        var now = run.NowMs;
        var passAt = now;
        for (var order = 0; order < payment.Orders; order++)
        {
            _gates[channel].Arrive(now, out passAt);
        }

        var delayMs = run.World.Scenario.Channels[channel].Delay.TotalMilliseconds;
        run.Plan(passAt + delayMs, LiveKind.SettlePayment, triesBefore, payment.Packed);
    }

    /// <summary>The channel answers: the payment failed, or the money is there.</summary>
    public async Task Settle(PaymentKey payment, int triesBefore)
    {
        var channel = run.World.Scenario.Channels[run.World.Buyers[payment.Checkout.Buyer].Channel];
        var luck = Draws.At(run.World.Seed, payment.Packed, Streams.Payment, (uint)triesBefore);
        if (Draws.ToUnit(luck) >= channel.FailureRate)
        {
            await Pay(payment, channel.Kind);
            return;
        }

        var paying = run.World.Scenario.Behaviour.Paying;
        if (triesBefore + 1 < paying.TriesMax)
        {
            run.Plan(
                run.NowMs + paying.RetryDelay.TotalMilliseconds, LiveKind.StartPayment, triesBefore + 1,
                payment.Packed);
        }
    }

    private async Task Pay(PaymentKey payment, PaymentChannel channel)
    {
        var answer = await PayOnce(payment, channel);
        if (answer.Result == PayResult.InsufficientFunds)
        {
            // The key is the transfer's id: a payment that is repeated tops up once.
            await run.Market.Move(new Transfer(
                payment.Packed, MovementKind.BuyerTopUp, default, payment.Checkout.Buyer,
                Payments.TopUpFor(answer.Amount)));
            answer = await PayOnce(payment, channel);
        }

        if (answer.Result == PayResult.DepositPaid)
        {
            run.Plan(
                run.World.VisitOf(payment.Checkout).BalanceAt, LiveKind.StartPayment, 0,
                PaymentKey.OfBalance(payment.Checkout).Packed);
        }
        else if (answer.Result is PayResult.Paid or PayResult.PaidInPart)
        {
            for (var part = 0; part < payment.Orders; part++)
            {
                await Paid(payment.Checkout.Order(part));
            }
        }
    }

    private async Task Paid(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { Status: OrderStatus.Paid } order)
        {
            run.Plan(run.NowMs, LiveKind.Pack, order.Store.Value, id.Packed);
        }
    }

    private ValueTask<PayAnswer> PayOnce(PaymentKey payment, PaymentChannel channel) => payment.IsBalance
        ? run.Market.PayBalance(payment.Checkout, channel)
        : run.Market.Pay(payment.Checkout, channel);
}
