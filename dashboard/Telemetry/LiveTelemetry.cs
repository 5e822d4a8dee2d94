namespace FlashSale.Dashboard;

/// <summary>
/// The one source of all numbers of a host: reads the market, adds up, and tells all viewers.
/// </summary>
internal sealed class LiveTelemetry : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadWithin = TimeSpan.FromSeconds(2);

    private readonly MarketApi _api;
    private readonly MeterTap _tap;
    private readonly Lock _gate = new();
    private readonly long _startedAt;
    private long? _lookedAt;
    private long _number;

    public LiveTelemetry(MarketApi api, LiveOptions options)
    {
        (_api, Options) = (api, options);
        _tap = new MeterTap(api.Meters.Meter);
        _startedAt = Clock.GetTimestamp();
        Books = new BooksWatch(options.Market, Clock);
        Alerts = new AlertBoard(options.Alerts);
        Host = new HostWatch(_tap, new ProcessWatch(Clock), Clock);
    }

    public LiveOptions Options { get; }

    public Broadcast Broadcast { get; } = new();

    public MarketFigures Market { get; } = new();

    public BooksWatch Books { get; }

    public AlertBoard Alerts { get; }

    public HostWatch Host { get; }

    /// <summary>All hosts of the market.</summary>
    public IReadOnlyList<HostFigures> Hosts { get; private set; } = [];

    /// <summary>The studies that the market's hosts carry out.</summary>
    public StudyListDocument Studies { get; private set; } = StudyListDocument.None;

    /// <summary>The real moment.</summary>
    public DateTimeOffset RealNow => Clock.GetUtcNow();

    /// <summary>Seconds of the market in a second.</summary>
    public double Speed => Options.Controls is { } controls ? controls.Speed : _api.Options.Speed;

    /// <summary>«live», or what else the host is.</summary>
    public string State { get; private set; } = "starting";

    internal TimeProvider Clock => _api.Options.RealClock;

    /// <summary>Ticks until the host stops.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, Clock);
        try
        {
            do
            {
                await Tick(stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops, and so do the viewers.
        }
    }

    /// <summary>What a viewer gets first: who this is, and the whole history.</summary>
    public Frame Hello()
    {
        lock (_gate)
        {
            using var writer = new FrameWriter(this);
            return new Frame(_number, writer.Hello(_number));
        }
    }

    /// <summary>The same as JSON, for those who poll.</summary>
    public ReadOnlyMemory<byte> Snapshot()
    {
        lock (_gate)
        {
            using var writer = new FrameWriter(this);
            return writer.Json(_number);
        }
    }

    public void Dispose() => _tap.Dispose();

    private async Task Tick(CancellationToken stop)
    {
        var reading = await Read(stop);
        var hosts = await LookAtHosts(reading, stop);
        var studies = hosts is null ? null : await LookAtStudies(stop);
        lock (_gate)
        {
            if (reading is not null)
            {
                Market.See(reading);
            }

            State = reading is null ? "halted" : Options.Controls is { IsPaused: true } ? "paused" : "live";
            Hosts = hosts ?? Hosts;
            Studies = studies ?? Studies;
            SeeAlerts();
            _number++;
            using var writer = new FrameWriter(this);
            Broadcast.Publish(new Frame(_number, writer.Tick(_number)));
        }

        if (reading is not null)
        {
            Books.Tick(reading.Now, stop);
        }
    }

    private async Task<MarketReading?> Read(CancellationToken stop)
    {
        try
        {
            return await Options.Market.Read(stop).AsTask().WaitAsync(ReadWithin, Clock, stop);
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<HostFigures>?> LookAtHosts(
        MarketReading? reading, CancellationToken stop)
    {
        if (_lookedAt is { } at && Clock.GetElapsedTime(at) < LookEvery)
        {
            return null;
        }

        _lookedAt = Clock.GetTimestamp();
        var state = reading is null ? "halted" : Options.Controls is { IsPaused: true } ? "paused" : "active";
        lock (_gate)
        {
            Host.Look(Options.Name, state, reading, Clock.GetElapsedTime(_startedAt).TotalSeconds);
        }

        try
        {
            return Options.Hosts is { } others
                ? await others.Exchange(Host.Figures, stop).AsTask().WaitAsync(ReadWithin, Clock, stop)
                : [Host.Figures];
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            return [Host.Figures];
        }
    }

    private async Task<StudyListDocument?> LookAtStudies(CancellationToken stop)
    {
        try
        {
            return Options.Studies is { } studies
                ? await studies.FindAll().AsTask().WaitAsync(ReadWithin, Clock, stop)
                : null;
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            return null; // what was known is shown until they answer again
        }
    }

    private void SeeAlerts()
    {
        var now = Market.Reading?.Now ?? RealNow;
        var second = Clock.GetElapsedTime(_startedAt).TotalSeconds;
        if (Market.Reading?.Waits is null) // buyers who take their time to pay are no alert
        {
            Alerts.See(AlertSubject.OrderMsP99, "", Host.Orders?.P99, now, second);
        }

        Alerts.See(AlertSubject.ChecksFailed, "", ChecksFailed(), now, second);
        Alerts.See(
            AlertSubject.HostsLost, "", Hosts.Count(host => host.State is "dead" or "silent"), now, second);
        foreach (var stream in Market.Reading?.Streams ?? [])
        {
            Alerts.See(AlertSubject.StreamLagSeconds, stream.Name, stream.LagSeconds, now, second);
        }

        foreach (var host in Hosts)
        {
            Alerts.See(AlertSubject.CpuPercent, host.Name, host.Cpu * 100, now, second);
            Alerts.See(AlertSubject.GcPausePercent, host.Name, host.GcPause * 100, now, second);
            Alerts.See(AlertSubject.Queue, host.Name, host.Queue, now, second);
            Alerts.See(AlertSubject.ErrorsPerSecond, host.Name, host.Errors, now, second);
            Alerts.See(AlertSubject.ShedPerSecond, host.Name, host.Shed, now, second);
            Alerts.See(AlertSubject.WriteMsP99, host.Name, host.WriteMsP99, now, second);
        }
    }

    private double ChecksFailed() => (Market.Reading?.Checks.Count(check => !check.Passed) ?? 0)
        + (Books.Last?.Report.Checks.Count(check => !check.Passed) ?? 0);
}
