namespace FlashSale.Dashboard;

/// <summary>What an alert looks at.</summary>
public enum AlertSubject : byte
{
    /// <summary>99 of 100 orders took no longer, in ms.</summary>
    OrderMsP99 = 1,

    /// <summary>99 of 100 durable writes took no longer, in ms.</summary>
    WriteMsP99,

    /// <summary>The processors of a host, in percent.</summary>
    CpuPercent,

    /// <summary>The pauses of a host's collector, in percent of time.</summary>
    GcPausePercent,

    /// <summary>What waits at a host.</summary>
    Queue,

    /// <summary>Faults a second of a host.</summary>
    ErrorsPerSecond,

    /// <summary>Requests a second that a host refused for load.</summary>
    ShedPerSecond,

    /// <summary>Invariants that do not hold.</summary>
    ChecksFailed,

    /// <summary>Hosts that are dead or silent.</summary>
    HostsLost,

    /// <summary>The age of the oldest event that a stream has not delivered, in s.</summary>
    StreamLagSeconds,
}

/// <summary>A rule that raises an alert.</summary>
/// <param name="Subject">What it looks at.</param>
/// <param name="Above">It is raised above this number …</param>
/// <param name="ForSeconds">… once that has lasted so long.</param>
/// <param name="IsSevere">Whether it is an alarm, and not only a warning.</param>
public sealed record AlertRule(AlertSubject Subject, double Above, double ForSeconds, bool IsSevere)
{
    /// <summary>The rules of a host that was told none; all numbers are assumed.</summary>
    public static IReadOnlyList<AlertRule> Usual { get; } =
    [
        new(AlertSubject.OrderMsP99, 500, 5, false),
        new(AlertSubject.WriteMsP99, 250, 5, false),
        new(AlertSubject.CpuPercent, 90, 10, false),
        new(AlertSubject.GcPausePercent, 10, 10, false),
        new(AlertSubject.Queue, 10_000, 5, false),
        new(AlertSubject.ErrorsPerSecond, 0, 0, true),
        new(AlertSubject.ShedPerSecond, 0, 3, false),
        new(AlertSubject.ChecksFailed, 0, 0, true),
        new(AlertSubject.HostsLost, 0, 0, true),
        new(AlertSubject.StreamLagSeconds, 15, 5, false),
    ];
}

/// <summary>An alert that was raised.</summary>
/// <param name="Rule">The rule that acted.</param>
/// <param name="About">Which host, or what; empty for the whole market.</param>
/// <param name="At">The market's moment.</param>
/// <param name="Value">The highest value since.</param>
/// <param name="IsOver">Whether it has ended.</param>
internal sealed record Alert(AlertRule Rule, string About, DateTimeOffset At, double Value, bool IsOver);

/// <summary>Which rules hold, since when, and which have acted.</summary>
internal sealed class AlertBoard(IReadOnlyList<AlertRule> rules)
{
    private const int KeptMax = 50;

    private readonly Dictionary<(AlertRule Rule, string About), long> _since = [];
    private readonly List<Alert> _alerts = [];

    /// <summary>The alerts, the newest first.</summary>
    public IReadOnlyList<Alert> Alerts => _alerts;

    /// <summary>Looks at a value; <paramref name="second"/> is of a clock that only goes on.</summary>
    public void See(AlertSubject subject, string about, double? value, DateTimeOffset now, double second)
    {
        foreach (var rule in rules)
        {
            if (rule.Subject == subject)
            {
                See(rule, about, value ?? 0, now, (long)second);
            }
        }
    }

    private void See(AlertRule rule, string about, double value, DateTimeOffset now, long second)
    {
        var key = (rule, about);
        var open = _alerts.FindIndex(one => !one.IsOver && one.Rule == rule && one.About == about);
        if (value <= rule.Above)
        {
            _since.Remove(key);
            if (open >= 0)
            {
                _alerts[open] = _alerts[open] with { IsOver = true };
            }

            return;
        }

        _since.TryAdd(key, second);
        if (open >= 0)
        {
            _alerts[open] = _alerts[open] with { Value = Math.Max(_alerts[open].Value, value) };
        }
        else if (second - _since[key] >= rule.ForSeconds)
        {
            _alerts.Insert(0, new Alert(rule, about, now, value, false));
            if (_alerts.Count > KeptMax)
            {
                _alerts.RemoveAt(KeptMax);
            }
        }
    }
}
