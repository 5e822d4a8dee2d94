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
    private CalibratedWorld? _held;

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

            var run = start.Run;
            var result = run.Finish(new RunStamp(commit, $"a run of a study: {order.Key}",
                clock.GetElapsedTime(began), Environment.WorkingSet, ""));
            var wall = clock.GetElapsedTime(began); // as that of «simulate»: up to its figures
            return cache.Keep(OutcomeOf(order, result, wall, start), result, order.KeepsDatabase
                ? path => RunDatabase.Write(
                    path, result.Summary, RunLabels.Of(order.Scenario), run.Tables()) : null);
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
                result: null);
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
        if (_held?.Hash != KeyRoles.HashOfBase(order.Scenario))
        {
            _held = null; // let go of one before the next is made
            _held = CalibratedWorld.Of(order.Scenario);
        }

        var world = World.Of(order.Scenario, _held);
        var start = order.Past is { } past
            ? _pasts.Start(past, world, stop) : new RunStart(Simulation.Create(world));
        if (start?.Run is not { } run)
        {
            return null;
        }

        while (order.Horizon is { } horizon
            ? run.StepUntil(horizon, EventsPerLook) : run.Step(EventsPerLook))
        {
            Share = run.Progress.Share;
            if (stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return start;
    }

    private static RunOutcome OutcomeOf(RunOrder order, RunResult result, TimeSpan wall, RunStart start)
    {
        var summary = result.Summary;
        return new RunOutcome
        {
            Key = order.Key,
            Status = summary.Audit.Passed ? RunStatus.Done : RunStatus.AuditFailed,
            StateHash = summary.StateHash,
            Checks = summary.Audit.Checks.Count,
            Fault = summary.Audit.Checks.FirstOrDefault(check => !check.Passed) is { } broken
                ? $"{broken.Name}: {broken.Finding}" : "",
            Orders = summary.Sample.OrdersPlaced,
            WallSeconds = Rounded.To(wall.TotalSeconds, 3),
            HasMadePast = start.HasMadePast,
            SparedSeconds = Rounded.To(start.SparedSeconds, 3),
            PeakBytes = Environment.WorkingSet,
        };
    }
}
