using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Payments through channels with capacity: queues, failures, trying again (rule ESC-5). The plateau of the
/// peak comes from here.
/// </summary>
internal sealed class Payments
{
    private readonly Run _run;
    private readonly IReadOnlyList<ChannelPlan> _channels;
    private readonly Paying _paying;
    private readonly PacedGate[] _gates;
    private readonly double[] _perSecond;
    private long _topUps;
    private long _queueSeenMs = long.MinValue / 2;

    public Payments(Run run)
    {
        _run = run;
        _channels = run.World.Scenario.Channels;
        _paying = run.World.Scenario.Behaviour.Paying;
        _gates = Gates(run.World.Scenario);
        _perSecond = [.. _gates.Select(gate => gate.PerSecond)];
    }

    /// <summary>
    /// The channels of a scenario as they stand before midnight, at the scale of its sample.
    /// </summary>
    public static PacedGate[] Gates(Scenario scenario)
    {
        var perSecond = SustainedPerSecond(scenario);
        PacedGate[] gates = [.. scenario.Channels.Select(channel =>
            new PacedGate(Math.Max(1e-6, perSecond * channel.ShareOfCapacity)))];
        foreach (var gate in gates)
        {
            gate.StartCold(0, (long)scenario.Behaviour.Paying.WarmUp.TotalMilliseconds);
        }

        return gates;
    }

    /// <summary>What a buyer puts into the balance who has too little to pay this.</summary>
    public static Money TopUpFor(Money due)
    {
        const long stepYuan = 500; // a buyer who pays from the balance keeps some hundreds of yuan there
        return Money.FromYuan(((due.Fen / (stepYuan * 100)) + 1) * stepYuan);
    }

    /// <summary>
    /// Lets a channel carry a share of its capacity; nothing passes before the end if it is 0.
    /// </summary>
    public void Limit(int channel, double factor, long untilMs)
    {
        if (factor > 0)
        {
            _gates[channel].ChangeRate(_perSecond[channel] * factor);
        }
        else
        {
            _gates[channel].CloseUntil(untilMs);
        }
    }

    /// <summary>
    /// A buyer starts to pay: the payment takes its place in the channel, one for each order.
    /// </summary>
    public void Start(PaymentKey payment, int triesBefore)
    {
        var channel = ChannelOf(payment);
        var passAt = _run.NowMs;
        for (var order = 0; order < payment.Orders; order++)
        {
            _gates[channel].Arrive(_run.NowMs, out passAt);
        }

        var answerAt = passAt + (long)_channels[channel].Delay.TotalMilliseconds;
        _run.Plan(answerAt, EventKind.SettlePayment, triesBefore, payment.Packed);
        SeeQueue();
    }

    /// <summary>The channel answers: the payment failed, or the money is there.</summary>
    public void Settle(PaymentKey payment, int triesBefore)
    {
        var channel = ChannelOf(payment);
        var luck = Draws.At(_run.World.Seed, payment.Packed, Streams.Payment, (uint)triesBefore);
        if (Draws.ToUnit(luck) >= _channels[channel].FailureRate)
        {
            Pay(payment, _channels[channel].Kind);
            return;
        }

        _run.Recorder.CheckoutRefused(_run.NowMs, (int)Refusal.PaymentFailed);
        if (triesBefore + 1 >= _paying.TriesMax)
        {
            _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.PaymentsFailed);
            return;
        }

        var againAt = _run.NowMs + (long)_paying.RetryDelay.TotalMilliseconds;
        _run.Plan(againAt, EventKind.StartPayment, triesBefore + 1, payment.Packed);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("paym");
        writer.Write(_topUps);
        writer.Write(_queueSeenMs);
        foreach (var gate in _gates)
        {
            gate.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("paym");
        _topUps = reader.Read<long>();
        _queueSeenMs = reader.Read<long>();
        for (var channel = 0; channel < _gates.Length; channel++)
        {
            _gates[channel] = PacedGate.Load(reader);
        }
    }

    // Where no payment peak was published, payments may reach the peak of the orders.
    private static double SustainedPerSecond(Scenario scenario)
    {
        var facts = scenario.Festival;
        var peak = facts.PeakPaymentsPerSecond ?? facts.PeakOrdersPerSecond;
        return peak * scenario.Behaviour.Paying.SustainedShareOfPeak * scenario.Scale;
    }

    private int ChannelOf(PaymentKey payment) => _run.World.Buyers[payment.Checkout.Buyer].Channel;

    // Once a second is enough: a level is recorded, not a count.
    private void SeeQueue()
    {
        const long everyMs = 1_000;
        if (_run.NowMs < _queueSeenMs + everyMs)
        {
            return;
        }

        _queueSeenMs = _run.NowMs - (_run.NowMs % everyMs);
        var queued = 0L;
        foreach (var gate in _gates)
        {
            queued += gate.Backlog(_run.NowMs);
        }

        _run.Recorder.PaymentsQueued(_run.NowMs, (int)Math.Min(int.MaxValue - 1, queued));
    }

    private void Pay(PaymentKey payment, PaymentChannel channel)
    {
        var answer = PayOnce(payment, channel);
        if (answer.Result == PayResult.InsufficientFunds)
        {
            TopUp(payment.Checkout.Buyer, answer.Amount);
            answer = PayOnce(payment, channel);
        }

        Invariant.Holds(
            answer.Result
                is not (PayResult.InsufficientFunds or PayResult.TooEarly or PayResult.UnknownCheckout),
            "a simulated payment is for orders that were placed, with money that is there");
    }

    private PayAnswer PayOnce(PaymentKey payment, PaymentChannel channel) => payment.IsBalance
        ? _run.Market.Do(new PayBalance(payment.Checkout, channel))
        : _run.Market.Do(new Pay(payment.Checkout, channel));

    private void TopUp(BuyerId buyer, Money due)
    {
        var result = _run.Market.Do(new Move(new Transfer(
            _topUps++, MovementKind.BuyerTopUp, default, buyer, TopUpFor(due))));
        Invariant.Holds(result == TransferResult.Moved, "a top-up has an id of its own");
    }
}
