namespace FlashSale.Simulator;

/// <summary>Carries out one order after the other in this process, and keeps what came of each.</summary>
/// <remarks>
/// Orders of one base and seed share what the facts fix; so they are best given in a row. Not for several
/// threads at once.
/// </remarks>
/// <param name="cache">Where outcomes are kept.</param>
/// <param name="commit">The commit of the program, for summaries.</param>
/// <param name="clock">Tells how long a run takes; never seen by the run.</param>
public sealed class OrderRunner(RunCache cache, string commit, TimeProvider clock)
{
    private const int EventsPerLook = 20_000;

    private readonly PastRunner _pasts = new(new PastCache(cache.Folder), clock);
    private (StudiedKind Kind, IStudiedRuns Runs)? _runs;

    /// <summary>The share of the run under way that is done, 0 to 1; for whoever watches.</summary>
    public double Share { get; private set; }

    /// <summary>Runs an order; null if it was asked to stop before its end.</summary>
    /// <exception cref="IOException">The outcome cannot be kept.</exception>
    public RunOutcome? Run(RunOrder order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        var began = clock.GetTimestamp();
        Share = 0;
        try
        {
            if (Ended(order, stop) is not { } start)
            {
                return null;
            }

            var end = start.Run.Finish(new RunStamp(commit, $"a run of a study: {order.Key}",
                clock.GetElapsedTime(began), Environment.WorkingSet, ""));
            var wall = clock.GetElapsedTime(began); // as that of the run alone: up to its figures
            return cache.Keep(
                OutcomeOf(order, end, wall, start), end.Files(),
                order.KeepsDatabase ? end.WriteDatabase : null);
        }
        catch (OutOfMemoryException)
        {
            return Failed(order, RunStatus.OutOfMemory, "the run needed more memory than its process has");
        }
#pragma warning disable CA1031 // A fault of one run is a result of the study, not its end.
        catch (Exception fault) when (fault is not IOException)
#pragma warning restore CA1031
        {
            return cache.Keep(Failed(order, RunStatus.Faulted, $"{fault.GetType().Name}: {fault.Message}"),
                files: null);
        }
    }

    /// <summary>What became of a run that has no figures.</summary>
    public static RunOutcome Failed(RunOrder order, RunStatus status, string fault) =>
        RunOutcomeJson.Sealed(new RunOutcome
        {
            Key = order.Key,
            Status = status,
            Fault = fault.ReplaceLineEndings(" "),
        });

    // Null if it was asked to stop.
    private RunStart? Ended(RunOrder order, CancellationToken stop)
    {
        var runs = RunsOf(order.Scenario.Studied);
        var start = order.Past is { } past
            ? _pasts.Start(past, order.Scenario, runs, stop) : new RunStart(runs.Create(order.Scenario));
        if (start?.Run is not { } run)
        {
            return null;
        }

        while (order.Horizon is { } horizon
            ? run.StepUntil(horizon, EventsPerLook) : run.Step(EventsPerLook))
        {
            Share = run.Share;
            if (stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return start;
    }

    private IStudiedRuns RunsOf(StudiedKind kind)
    {
        if (_runs?.Kind != kind)
        {
            _runs = (kind, kind.Runs());
        }

        return _runs.Value.Runs;
    }

    private static RunOutcome OutcomeOf(RunOrder order, StudiedEnd end, TimeSpan wall, RunStart start)
    {
        return new RunOutcome
        {
            Key = order.Key,
            Status = end.Audit.Passed ? RunStatus.Done : RunStatus.AuditFailed,
            StateHash = end.StateHash,
            Checks = end.Audit.Checks.Count,
            Fault = end.Audit.Checks.FirstOrDefault(check => !check.Passed) is { } broken
                ? $"{broken.Name}: {broken.Finding}" : "",
            Orders = end.Orders,
            WallSeconds = Rounded.To(wall.TotalSeconds, 3),
            HasMadePast = start.HasMadePast,
            SparedSeconds = Rounded.To(start.SparedSeconds, 3),
            PeakBytes = Environment.WorkingSet,
        };
    }
}
