namespace FlashSale.Dashboard;

/// <summary>
/// What follows from the meters of this process: rates and percentiles of the last seconds.
/// </summary>
internal sealed class HostWatch(MeterTap tap, ProcessWatch process, TimeProvider clock)
{
    private const int Rows = 360;

    private static readonly string[] Faults =
        ["halted", "no-answer", "not-offered", "busy"];

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private LatencyHistogram _writesBefore = Latencies.Histogram();
    private LatencyHistogram _ordersBefore = Latencies.Histogram();
    private double _messagesBefore;
    private long _at = clock.GetTimestamp();

    /// <summary>Order ms p50, p99, p99.9, CPU %, queue, write ms p99, market's moment in s.</summary>
    public SeriesHistory History { get; } = new(Columns, Rows, 1, 10, 60);

    /// <summary>The columns of the history.</summary>
    public const int Columns = 7;

    /// <summary>This process, of the last look.</summary>
    public HostFigures Figures { get; private set; } = new() { Name = "", State = "starting" };

    /// <summary>The operations of the API, of the last look, the busiest first.</summary>
    public IReadOnlyList<OperationWindow> Operations { get; private set; } = [];

    /// <summary>How long orders took lately.</summary>
    public Latencies? Orders { get; private set; }

    /// <summary>Looks at all meters again; once a second.</summary>
    public void Look(string name, string state, MarketReading? reading, double second)
    {
        tap.Observe();
        process.Look();
        var passed = Math.Max(1e-3, clock.GetElapsedTime(_at).TotalSeconds);
        _at = clock.GetTimestamp();
        Operations = [.. tap.Operations.Select(one => WindowOf(one.Key, one.Value, passed))
            .OrderByDescending(one => one.Rate).ThenBy(one => one.Name, StringComparer.Ordinal)];
        var writes = Passed(tap.Writes, ref _writesBefore);
        Orders = reading?.Waits ?? Latencies.Of(Passed(tap.Orders, ref _ordersBefore)) ?? OfCheckouts();
        Figures = new HostFigures
        {
            Name = name,
            State = state,
            Cpu = process.Cpu,
            MemoryBytes = process.MemoryBytes,
            GcPause = process.GcPause,
            Activations = (long?)tap.Level("orleans-catalog-activations"),
            Messages = MessagesPerSecond(passed),
            Queue = QueueOf(reading),
            Requests = Operations.Sum(one => one.Rate),
            Errors = Operations.Sum(one => one.Errors),
            Shed = Operations.Sum(one => one.Shed),
            RequestMsP99 = Operations.Max(one => one.Latencies?.P99),
            WriteMsP99 = writes.Quantile(0.99)?.TotalMilliseconds,
            Checkouts = tap.Operations.TryGetValue("checkout", out var checkouts)
                ? checkouts.Results.Where(one => one.Result == "placed").Sum(one => one.Count)
                : 0,
        };
        History.Add((long)second,
        [
            Orders?.P50, Orders?.P99, Orders?.P999, Figures.Cpu * 100, Figures.Queue, Figures.WriteMsP99,
            reading?.Now.ToUnixTimeSeconds(),
        ]);
    }

    private Latencies? OfCheckouts() => Operations.FirstOrDefault(one => one.Name == "checkout")?.Latencies;

    private long QueueOf(MarketReading? reading) => reading?.Queue
        ?? (long)(tap.Level("flashsale.storage.writes.waiting") ?? ThreadPool.PendingWorkItemCount);

    private double? MessagesPerSecond(double passed)
    {
        if (tap.Level("orleans-messaging-processing-dispatcher-processed") is not { } processed)
        {
            return null;
        }

        var rate = Math.Max(0, processed - _messagesBefore) / passed;
        _messagesBefore = processed;
        return rate;
    }

    private static LatencyHistogram Passed(LatencyHistogram all, ref LatencyHistogram before)
    {
        var now = all.Copy();
        var passed = now.Since(before);
        before = now;
        return passed;
    }

    private OperationWindow WindowOf(string name, OperationFigures figures, double passed)
    {
        if (!_windows.TryGetValue(name, out var window))
        {
            _windows[name] = window = new Window();
        }

        var (all, faults, shed) = (0L, 0L, 0L);
        foreach (var (result, count) in figures.Results)
        {
            all += count;
            faults += Faults.Contains(result) ? count : 0;
            shed += result == "throttled" ? count : 0;
        }

        var made = new OperationWindow(
            name, all, (all - window.All) / passed, (faults - window.Faults) / passed,
            (shed - window.Shed) / passed, Latencies.Of(Passed(figures.Lengths, ref window.Lengths)),
            [.. figures.Results.OrderByDescending(one => one.Count).ThenBy(one => one.Result,
                StringComparer.Ordinal)]);
        (window.All, window.Faults, window.Shed) = (all, faults, shed);
        return made;
    }

    private sealed class Window
    {
        public long All;
        public long Faults;
        public long Shed;
        public LatencyHistogram Lengths = Latencies.Histogram();
    }
}

/// <summary>An operation of the API in the last second.</summary>
internal sealed record OperationWindow(
    string Name, long Count, double Rate, double Errors, double Shed, Latencies? Latencies,
    IReadOnlyList<(string Result, long Count)> Results);
