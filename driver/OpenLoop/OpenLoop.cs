namespace FlashSale.Driver;

/// <summary>What an open loop may do.</summary>
public sealed record OpenLoopLimits
{
    /// <summary>The most orders of which an answer may be awaited at a time.</summary>
    public const int InFlightLimit = 1 << 20;

    /// <summary>How many orders may wait for an answer; beyond it they are dropped and counted.</summary>
    public int InFlightMax { get; init; } = 100_000;

    /// <summary>How long to wait for an answer before it counts as none.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Begins each order when it is due, whatever became of those before: buyers do not wait for each other.
/// </summary>
/// <remarks>
/// Nothing here waits. <see cref="Advance"/> issues what is due and is called again and again, by a thread in
/// real time or by a test that moves the clock. Latency counts from the moment at which an order should have
/// begun, so a market, or a driver, that stalls is seen to. An order that finds no room is dropped and
/// counted, never delayed in silence.
/// </remarks>
public sealed class OpenLoop : IAnswers
{
    private const int SlotBits = 20;
    private const int TurnMask = (1 << (32 - SlotBits)) - 1;
    private const int NotWaiting = -1;
    private const int OrdersPerFlush = 64;
    private static readonly LoadStep[] Visit = [LoadStep.Checkout];

    private readonly ArrivalSchedule _schedule;
    private readonly OrderPlan _orders;
    private readonly IReadOnlyList<LoadStep> _steps;
    private readonly ILoadTarget _target;
    private readonly LoadTally _tally;
    private readonly OpenLoopLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Waiting[] _waiting;
    private readonly int[] _free;
    private int _freeCount;
    private long _began;
    private long _nextScan;
    private TimeSpan? _stopAt;
    private bool _isEnded;

    /// <summary>A load that has not begun.</summary>
    public OpenLoop(
        ArrivalSchedule schedule, OrderPlan orders, OrderMix mix, ILoadTarget target, LoadTally tally,
        TimeProvider clock, OpenLoopLimits limits)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.InFlightMax, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            limits.InFlightMax, OpenLoopLimits.InFlightLimit, nameof(limits));
        (_schedule, _orders, _target, _tally, _clock, _limits) =
            (schedule, orders, target, tally, clock, limits);
        _steps = target.CarriesOutVisits ? Visit : OrderMixes.StepsOf(mix);
        _waiting = new Waiting[limits.InFlightMax];
        _free = new int[limits.InFlightMax];
        for (var slot = 0; slot < _free.Length; slot++)
        {
            _waiting[slot].Turn = NotWaiting;
            _free[slot] = _free.Length - 1 - slot;
        }

        _freeCount = _free.Length;
        _tally.Plan(schedule.Shares());
    }

    /// <summary>Orders that wait for an answer.</summary>
    public int InFlight => _waiting.Length - Volatile.Read(ref _freeCount);

    /// <summary>How much of the test has passed.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    /// <summary>Whether all that was planned has begun, or was stopped.</summary>
    public bool IsIssued => _isEnded || _schedule.IsOver;

    /// <summary>Begins: from now on time counts.</summary>
    public void Begin() => _began = _clock.GetTimestamp();

    /// <summary>Ends the plan now: orders that are due by this moment still begin, and no others.</summary>
    public void Stop() => _stopAt ??= _schedule.IsOver ? null : Elapsed;

    /// <summary>Begins all orders that are due; called by one thread at a time.</summary>
    public void Advance()
    {
        var now = Elapsed;
        var issued = 0;
        while (_schedule.TryTake(_stopAt < now ? _stopAt.Value : now, out var arrival))
        {
            Issue(arrival);
            if (++issued % OrdersPerFlush == 0)
            {
                _target.Flush();
                now = Elapsed;
            }
        }

        _target.Flush();
        if (_stopAt is { } at && !_isEnded)
        {
            _isEnded = true;
            _tally.End(at);
        }

        if (now.Ticks >= _nextScan)
        {
            _nextScan = now.Ticks + TimeSpan.TicksPerSecond;
            GiveUp(now - _limits.AnswerWithin);
        }
    }

    /// <summary>Counts every order that still waits as unanswered.</summary>
    public void GiveUpAll() => GiveUp(TimeSpan.MaxValue);

    /// <inheritdoc/>
    public void Answered(uint ticket, LoadAnswer answer)
    {
        var slot = (int)(ticket & ((1u << SlotBits) - 1));
        var turn = (int)(ticket >> SlotBits);
        if (Interlocked.CompareExchange(ref _waiting[slot].Turn, NotWaiting, turn) != turn)
        {
            return; // it came too late, and was counted as none
        }

        ref var order = ref _waiting[slot];
        if (answer.Outcome == LoadOutcome.Done && order.Step + 1 < _steps.Count)
        {
            order.Step++;
            Send(slot, (turn + 1) & TurnMask);
            return;
        }

        Finish(slot, turn, answer);
    }

    private void Issue(in Arrival arrival)
    {
        var begun = Elapsed;
        if (TakeSlot() is not { } slot)
        {
            _tally.Drop(arrival.At);
            return;
        }

        _tally.Issue(arrival.At, begun);
        ref var order = ref _waiting[slot];
        (order.Index, order.Intended, order.Begun, order.Step) = (arrival.Index, arrival.At, begun, 0);
        Send(slot, order.NextTurn);
    }

    private void Send(int slot, int turn)
    {
        ref var order = ref _waiting[slot];
        var command = _orders.Command(order.Index, _steps[order.Step]);
        order.NextTurn = (turn + 1) & TurnMask;
        order.SentTicks = Elapsed.Ticks;
        Volatile.Write(ref order.Turn, turn);
        _target.Send(((uint)turn << SlotBits) | (uint)slot, command, this);
    }

    private void Finish(int slot, int turn, in LoadAnswer answer)
    {
        ref var order = ref _waiting[slot];
        var end = new OrderEnd(answer.Step ?? _steps[order.Step], answer.Outcome, answer.Reason);
        _tally.Finish(end, order.Intended, order.Begun, Elapsed);
        order.NextTurn = (turn + 1) & TurnMask;
        lock (_free)
        {
            _free[_freeCount] = slot;
            Volatile.Write(ref _freeCount, _freeCount + 1);
        }
    }

    private int? TakeSlot()
    {
        lock (_free)
        {
            if (_freeCount == 0)
            {
                return null;
            }

            Volatile.Write(ref _freeCount, _freeCount - 1);
            return _free[_freeCount];
        }
    }

    private void GiveUp(TimeSpan sentBefore)
    {
        for (var slot = 0; slot < _waiting.Length; slot++)
        {
            var turn = Volatile.Read(ref _waiting[slot].Turn);
            if (turn != NotWaiting && Volatile.Read(ref _waiting[slot].SentTicks) < sentBefore.Ticks
                && Interlocked.CompareExchange(ref _waiting[slot].Turn, NotWaiting, turn) == turn)
            {
                Finish(slot, turn, LoadAnswer.NoAnswer);
            }
        }
    }

    private struct Waiting
    {
        public int Turn; // of the command that is waited for, or NotWaiting
        public int NextTurn;
        public int Step;
        public long Index;
        public long SentTicks;
        public TimeSpan Intended;
        public TimeSpan Begun;
    }
}
