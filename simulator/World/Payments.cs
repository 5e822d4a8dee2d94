using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Payments: carries out what a <see cref="Payer"/> means to do, through the channels (rule ESC-5).
/// </summary>
internal sealed class Payments(Run run)
{
    private readonly Channels _channels = new(run.World, run.Recorder.Passages.Channels);
    private long _topUps;
    private long _queueSeenMs = long.MinValue / 2;

    /// <summary>Lets a channel carry a share of its capacity until a time.</summary>
    public void Limit(int channel, double factor, long untilMs) =>
        _channels.Limit(channel, factor, run.NowMs, untilMs);

    /// <summary>The channels warm up at midnight in the scenario's time.</summary>
    public void StartCold() => _channels.StartCold();

    /// <summary>A buyer starts to pay: the channel will answer, unless it takes too long.</summary>
    public void Start(PaymentKey payment, int triesBefore)
    {
        var patienceMs = run.World.Shopper.PatienceMs(payment.Checkout);
        if (_channels.TryTake(payment, run.NowMs, patienceMs, out var answerAt))
        {
            run.Plan(answerAt, EventKind.SettlePayment, triesBefore, payment.Packed);
        }
        else
        {
            run.Plan(run.NowMs + (long)patienceMs, EventKind.LeaveQueue, triesBefore, payment.Packed);
        }

        SeeQueue();
    }

    /// <summary>A buyer's patience in the queue has ended (rule DEM-4).</summary>
    public void Leave(PaymentKey payment)
    {
        _channels.Leave(payment);
        run.GiveUp(payment.Checkout, GivenUp.QueueTooLong);
    }

    /// <summary>The channel answers: the payment failed, or the money is there.</summary>
    public void Settle(PaymentKey payment, int triesBefore)
    {
        if (!_channels.Fails(payment, triesBefore))
        {
            Pay(payment);
            return;
        }

        run.Recorder.CheckoutRefused(run.NowMs, (int)Refusal.PaymentFailed);
        if (!run.Plan(run.World.Payer.HasFailed(triesBefore), payment.Packed))
        {
            run.GiveUp(payment.Checkout, GivenUp.PaymentsFailed);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("paym");
        writer.Write(_topUps);
        writer.Write(_queueSeenMs);
        _channels.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("paym");
        _topUps = reader.Read<long>();
        _queueSeenMs = reader.Read<long>();
        _channels.Load(reader);
    }

    // Once a second is enough: a level is recorded, not a count.
    private void SeeQueue()
    {
        const long everyMs = 1_000;
        if (run.NowMs >= _queueSeenMs + everyMs)
        {
            _queueSeenMs = run.NowMs - (run.NowMs % everyMs);
            var queued = (int)Math.Min(int.MaxValue - 1, _channels.Backlog(run.NowMs));
            run.Recorder.PaymentsQueued(run.NowMs, queued);
        }
    }

    private void Pay(PaymentKey payment)
    {
        var answer = PayOnce(payment);
        if (answer.Result == PayResult.InsufficientFunds)
        {
            TopUp(payment.Checkout.Buyer, answer.Amount);
            answer = PayOnce(payment);
        }

        Invariant.Holds(
            answer.Result
                is not (PayResult.InsufficientFunds or PayResult.TooEarly or PayResult.UnknownCheckout),
            "a simulated payment is for orders that were placed, with money that is there");
    }

    private PayAnswer PayOnce(PaymentKey payment) => payment.IsBalance
        ? run.Market.Do(new PayBalance(payment.Checkout, _channels.KindOf(payment)))
        : run.Market.Do(new Pay(payment.Checkout, _channels.KindOf(payment)));

    private void TopUp(BuyerId buyer, Money due)
    {
        var result = run.Market.Do(new Move(new Transfer(
            _topUps++, MovementKind.BuyerTopUp, default, buyer, Payer.TopUpFor(due))));
        Invariant.Holds(result == TransferResult.Moved, "a top-up has an id of its own");
    }
}
