namespace FlashSale.Dashboard;

/// <summary>Counts the books again now and then, so seldom that nobody notices.</summary>
internal sealed class BooksWatch(IMarketWatch market, TimeProvider clock)
{
    private const int RestPerCost = 1_000; // at most a thousandth of the time
    private static readonly TimeSpan RestMin = TimeSpan.FromSeconds(30);

    private Task _counting = Task.CompletedTask;
    private long? _nextAfter;
    private TimeSpan _rest = TimeSpan.Zero;

    /// <summary>The last audit; null if there was none.</summary>
    public Recount? Last { get; private set; }

    /// <summary>Begins a recount if one is due.</summary>
    public void Tick(DateTimeOffset now, CancellationToken stop)
    {
        if (_counting.IsCompleted && (_nextAfter is not { } at || clock.GetElapsedTime(at) >= _rest))
        {
            _nextAfter = clock.GetTimestamp();
            _counting = Count(now, stop);
        }
    }

    /// <summary>Takes an audit that an operator asked for.</summary>
    public void Take(DateTimeOffset now, TimeSpan took, AuditReport report) =>
        Last = new Recount(now, took, report, Failed(now, report));

    private async Task Count(DateTimeOffset now, CancellationToken stop)
    {
        var startedAt = clock.GetTimestamp();
        _rest = RestMin;
        try
        {
            if (await market.Recount(stop) is { } report)
            {
                Take(now, clock.GetElapsedTime(startedAt), report);
            }
        }
        catch (
            Exception fault) when (MarketFault.Of(fault) is not null || fault is OperationCanceledException)
        {
            // The market is busy or gone; the next one tells.
        }

        var cost = clock.GetElapsedTime(startedAt) * RestPerCost;
        _rest = cost > RestMin ? cost : RestMin;
    }

    // The first violation stays, however often the books are counted afterwards.
    private (DateTimeOffset At, AuditCheck Check)? Failed(DateTimeOffset now, AuditReport report) =>
        Last?.FirstFailure ?? (report.Checks.FirstOrDefault(check => !check.Passed) is { } check
            ? (now, check)
            : null);
}

/// <summary>An audit that was made.</summary>
/// <param name="At">The market's moment.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Report">What it found.</param>
/// <param name="FirstFailure">The first violation that any of them found; null if none.</param>
internal sealed record Recount(
    DateTimeOffset At, TimeSpan Took, AuditReport Report, (
        DateTimeOffset At, AuditCheck Check)? FirstFailure);
