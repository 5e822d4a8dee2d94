using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The payment channels of a scenario, at the scale of its sample: queues and failures (rule ESC-5). The
/// plateau of the peak comes from here.
/// </summary>
internal sealed class Channels
{
    private readonly World _world;
    private readonly IReadOnlyList<ChannelPlan> _plans;
    private readonly PacedGate[] _gates;
    private readonly double[] _perSecond;
    private readonly long _warmUpMs;
    private readonly Queue<long>[] _passing; // when each order that waits will pass
    private readonly long[] _leaving; // orders whose buyers wait until their patience ends
    private readonly IReadOnlyList<Passage>? _passages; // null where nobody looks

    /// <summary>The channels as they stand before midnight.</summary>
    public Channels(World world, IReadOnlyList<Passage>? passages = null)
    {
        (_world, _plans, _passages) = (world, world.Scenario.Channels, passages);
        var (sustained, paying) = (SustainedPerSecond(world.Scenario), world.Scenario.Behaviour.Paying);
        _perSecond = [.. _plans.Select(plan => Math.Max(1e-6, sustained * plan.ShareOfCapacity))];
        _gates = [.. _perSecond.Select(perSecond => new PacedGate(perSecond))];
        _passing = [.. _gates.Select(_ => new Queue<long>())];
        _leaving = new long[_gates.Length];
        _warmUpMs = (long)paying.WarmUp.TotalMilliseconds;
        StartCold();
        for (var channel = 0; channel < _gates.Length; channel++)
        {
            Hold(channel, world.Scenario.OpensAtMs, 1);
        }
    }

    /// <summary>What the buyer of a payment pays by.</summary>
    public PaymentChannel KindOf(PaymentKey payment) => _plans[ChannelOf(payment)].Kind;

    /// <summary>
    /// A payment takes its place in its channel, one for each order; false if its buyer will leave before its
    /// turn, whose place the next one gets (rule DEM-4).
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="nowMs">When it comes.</param>
    /// <param name="patienceMs">How long its buyer waits.</param>
    /// <param name="answerAt">When the channel answers.</param>
    public bool TryTake(PaymentKey payment, long nowMs, double patienceMs, out long answerAt)
    {
        var channel = ChannelOf(payment);
        var passAt = _gates[channel].PassesAt(nowMs);
        answerAt = passAt;
        if (passAt - nowMs > patienceMs)
        {
            _leaving[channel] += payment.Orders;
            return false;
        }

        for (var order = 0; order < payment.Orders; order++)
        {
            if (_gates[channel].Arrive(nowMs, out passAt) == PassResult.Later)
            {
                _passing[channel].Enqueue(passAt);
            }

            _passages?[channel].Pass(passAt);
        }

        answerAt = passAt + (long)_plans[channel].Delay.TotalMilliseconds;
        return true;
    }

    /// <summary>A buyer who waited leaves.</summary>
    public void Leave(PaymentKey payment) => _leaving[ChannelOf(payment)] -= payment.Orders;

    /// <summary>Whether the answer is that the payment failed.</summary>
    public bool Fails(PaymentKey payment, int triesBefore)
    {
        var luck = Draws.At(_world.Seed, payment.Packed, Streams.Payment, (uint)triesBefore);
        return Draws.ToUnit(luck) < _plans[ChannelOf(payment)].FailureRate;
    }

    /// <summary>All channels warm up at midnight (rule CAP-1).</summary>
    public void StartCold() => Array.ForEach(_gates, gate => gate.StartCold(0, _warmUpMs));

    /// <summary>
    /// Lets a channel carry a share of its capacity; nothing passes before the end if it is 0.
    /// </summary>
    public void Limit(int channel, double factor, long nowMs, long untilMs)
    {
        Hold(channel, nowMs, factor);
        if (factor > 0)
        {
            _gates[channel].ChangeRate(_perSecond[channel] * factor);
        }
        else
        {
            _gates[channel].CloseUntil(untilMs);
        }
    }

    /// <summary>How many orders wait for their channels, one by one.</summary>
    public long Backlog(long nowMs)
    {
        var waiting = 0L;
        for (var channel = 0; channel < _passing.Length; channel++)
        {
            var passing = _passing[channel];
            while (passing.TryPeek(out var passAt) && passAt <= nowMs)
            {
                passing.Dequeue();
            }

            _passages?[channel].SeeWaiting(nowMs, passing.Count + _leaving[channel]);
            waiting += passing.Count + _leaving[channel];
        }

        return waiting;
    }

    public void Save(StateWriter writer)
    {
        foreach (var gate in _gates)
        {
            gate.Save(writer);
        }

        writer.WriteSpan<long>(_leaving);
        foreach (var passing in _passing)
        {
            writer.WriteSpan<long>([.. passing]);
        }
    }

    public void Load(StateReader reader)
    {
        for (var channel = 0; channel < _gates.Length; channel++)
        {
            _gates[channel] = PacedGate.Load(reader);
        }

        Tally.Fill(_leaving, reader.ReadSpan<long>());
        for (var channel = 0; channel < _passing.Length; channel++)
        {
            _passing[channel] = new Queue<long>(reader.ReadSpan<long>().ToArray());
        }
    }

    // What may pass from a moment on: in steps while the channel warms up.
    private void Hold(int channel, long fromMs, double factor)
    {
        const int steps = 6;
        if (_passages?[channel] is not { } passage)
        {
            return;
        }

        var warmed = Enumerable.Range(0, steps).Select(step =>
            (FromMs: step * _warmUpMs / steps, Share: PacedGate.ColdShare((step + 0.5) / steps)));
        List<(long FromMs, double Share)> all = [(long.MinValue, 1), .. warmed, (_warmUpMs, 1)];
        passage.Hold(fromMs, _perSecond[channel] * factor * all.Last(step => step.FromMs <= fromMs).Share);
        foreach (var (at, share) in all.Where(step => step.FromMs > fromMs))
        {
            passage.Hold(at, _perSecond[channel] * factor * share);
        }
    }

    // Where no payment peak was published, payments may reach the peak of the orders.
    private static double SustainedPerSecond(Scenario scenario)
    {
        var facts = scenario.Festival;
        var peak = facts.PeakPaymentsPerSecond ?? facts.PeakOrdersPerSecond;
        return peak * scenario.Behaviour.Paying.SustainedShareOfPeak * scenario.Scale;
    }

    private int ChannelOf(PaymentKey payment) => _world.Buyers[payment.Checkout.Buyer].Channel;
}
