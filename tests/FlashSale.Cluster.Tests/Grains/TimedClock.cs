namespace FlashSale.Cluster.Tests;

/// <summary>A clock with timers that moves only when a test lets time pass.</summary>
internal sealed class TimedClock : TimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly List<Timed> _timers = [];
    private TimeSpan _passed;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _passed;

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timed(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Plays a story on one thread, so that all that a timer lets go on has gone on when time passes again.
    /// </summary>
    public static Task Play(Func<Task> story) => Task.Factory.StartNew(
        story, CancellationToken.None, TaskCreationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    /// <summary>Lets so much time pass.</summary>
    public async Task Pass(TimeSpan length)
    {
        var until = _passed + length;
        while (_passed < until)
        {
            await Pass();
        }
    }

    /// <summary>Lets time pass until something holds, for minutes at most.</summary>
    public async Task PassUntil(Func<bool> holds)
    {
        var until = _passed + Longest;
        while (!holds())
        {
            Assert.True(_passed < until, "it never held");
            await Pass();
        }
    }

    private async Task Pass()
    {
        _passed += Step;
        List<Timed> due;
        lock (_gate)
        {
            due = _timers.FindAll(timer => timer.Due <= _passed);
        }

        due.ForEach(timer => timer.Fire(_passed));
        const int turns = 50; // of whoever goes on
        for (var turn = 0; turn < turns; turn++)
        {
            await Task.Yield();
        }
    }

    private sealed class Timed(TimedClock clock, Action call) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan? Due { get; private set; }

        public void Fire(TimeSpan now)
        {
            Due = _period > TimeSpan.Zero ? now + _period : null;
            call();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (Due, _period) = (dueTime < TimeSpan.Zero ? null : clock._passed + dueTime, period);
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                clock._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
