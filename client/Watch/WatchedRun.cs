using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>
/// Lets a market in virtual time run at the speed that somebody wants to see. It decides when the next
/// events happen in real time; which events they are and in what order is the run's own.
/// </summary>
internal sealed class WatchedRun : IMarketWatch, IHostControls
{
    private const int EventsPerSlice = 5_000;
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LateMax = TimeSpan.FromSeconds(1);

    private readonly IPlayedMarket _play;
    private readonly MarketTallies _tallies;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly List<MarketSecond> _seconds = [];
    private MarketReading? _told;
    private double _speed;
    private bool _isPaused;
    private bool _isAnchored;
    private bool _isBehind;
    private TimeSpan _reached = TimeSpan.MinValue;
    private (long Real, TimeSpan Run) _anchor;
    private long? _toldAt;

    /// <summary>Begins to watch a run that has not begun.</summary>
    public WatchedRun(IPlayedMarket play, double speed, TimeSpan playFrom, TimeProvider clock)
    {
        (_play, _speed, PlayFrom, _clock) = (play, speed, playFrom, clock);
        _tallies = new MarketTallies(play.Market, play.Policy, play.Regions, play.Midnight);
        play.Watch(_tallies);
        Market = new SimulatedMarket(play);
    }

    /// <summary>Until then it runs as fast as it can: nothing much is to be seen.</summary>
    public TimeSpan PlayFrom { get; }

    /// <summary>The market for readers.</summary>
    public SimulatedMarket Market { get; }

    /// <inheritdoc/>
    public ControlKinds Offered => ControlKinds.Time | ControlKinds.Audit;

    /// <inheritdoc/>
    public bool IsPaused => Volatile.Read(ref _isPaused);

    /// <inheritdoc/>
    public double Speed => Volatile.Read(ref _speed);

    /// <summary>The moment that was told last; for any thread.</summary>
    public DateTimeOffset Told => _told?.Now.ToUniversalTime() ?? DateTimeOffset.UnixEpoch;

    /// <summary>The market's moment; for the thread of the run.</summary>
    public DateTimeOffset Now => _play.Zero + Reached;

    /// <summary>Lets some events happen, or waits a little; false if nothing is left to happen.</summary>
    public bool Step(CancellationToken stop)
    {
        Market.Answer();
        Tell();
        if (IsPaused)
        {
            _isAnchored = false;
            stop.WaitHandle.WaitOne(Rest);
            return true;
        }

        if (Reached < PlayFrom)
        {
            StepUntil(PlayFrom);
        }
        else if (Speed <= 0)
        {
            _isAnchored = false;
            return _play.Step(EventsPerSlice);
        }
        else if (!StepUntil(Due()))
        {
            stop.WaitHandle.WaitOne(Rest);
        }

        return !_play.IsOver;
    }

    /// <summary>Tells how things stand now, and answers who has asked.</summary>
    public void Stand()
    {
        Market.Answer();
        _toldAt = null;
        Tell();
    }

    /// <inheritdoc/>
    public ValueTask<MarketReading?> Read(CancellationToken stop)
    {
        lock (_gate)
        {
            var reading = _told is null ? null : _told with { Seconds = [.. _seconds] };
            _seconds.Clear();
            return new ValueTask<MarketReading?>(reading);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AuditReport?> Recount(CancellationToken stop) => await Market.Audit();

    /// <inheritdoc/>
    public void Pause(bool isPaused) => Volatile.Write(ref _isPaused, isPaused);

    /// <inheritdoc/>
    public void SetSpeed(double speed)
    {
        Volatile.Write(ref _speed, speed);
        Volatile.Write(ref _isAnchored, false);
    }

    /// <inheritdoc/>
    public ValueTask Admit(int requestsPerSecond) =>
        throw new NotSupportedException("The scenario says what its gateway admits.");

    /// <inheritdoc/>
    public void Drain() => throw new NotSupportedException("A simulation is no host that others replace.");

    private TimeSpan Reached => _play.At is var at && _reached > at ? _reached : at;

    private bool StepUntil(TimeSpan time)
    {
        _isBehind = _play.StepUntil(time, EventsPerSlice);
        _reached = _isBehind ? _reached : time;
        return _isBehind;
    }

    // A run that cannot keep up is not chased: it goes on from where it is.
    private TimeSpan Due()
    {
        var late = _anchor.Run + (_clock.GetElapsedTime(_anchor.Real) * Speed) - Reached;
        if (!_isAnchored || (_isBehind && late > LateMax * Speed))
        {
            _anchor = (_clock.GetTimestamp(), Reached);
            Volatile.Write(ref _isAnchored, true);
        }

        return _anchor.Run + (_clock.GetElapsedTime(_anchor.Real) * Speed);
    }

    private void Tell()
    {
        if (_toldAt is { } at && _clock.GetElapsedTime(at) < TellEvery)
        {
            return;
        }

        _toldAt = _clock.GetTimestamp();
        var reading =
            BooksReader.Of(_play.Market, Now, _tallies) with { Waits = _tallies.TakeWaits() };
        lock (_gate)
        {
            _seconds.AddRange(reading.Seconds);
            _told = reading;
        }
    }
}
