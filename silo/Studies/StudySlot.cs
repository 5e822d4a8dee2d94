using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>A place in which one run of a study at a time is carried out, on a thread of its own.</summary>
/// <remarks>
/// A run takes seconds of one core: as a turn of a grain it would hold up the silo, on the thread pool all
/// who wait for one. Below normal priority it takes what buyers leave.
/// </remarks>
internal sealed class StudySlot : IAsyncDisposable
{
    private readonly OwnThread _thread;
    private readonly OrderRunner _runner;
    private readonly TimeProvider _clock;
    private CancellationTokenSource _abandon = new();

    /// <summary>A free slot.</summary>
    /// <param name="name">What it is called in the cluster.</param>
    /// <param name="folder">Where it puts what it has run; nobody else does.</param>
    /// <param name="clock">The real clock.</param>
    public StudySlot(string name, string folder, TimeProvider clock)
    {
        Name = name;
        Files = new RunCache(folder);
        _thread = new OwnThread(name, ThreadPriority.BelowNormal);
        _runner = new OrderRunner(Files, Welcome.Commit, clock);
        _clock = clock;
    }

    /// <summary>The study that it works for, or did last.</summary>
    public string Study { get; private set; } = "";

    /// <summary>The run that it holds, or did last.</summary>
    public LeasedRun Run { get; private set; } = null!;

    /// <summary>What it is called: each run is made by one slot, whichever studies want it.</summary>
    public string Name { get; }

    /// <summary>What it has run, until the cluster has it.</summary>
    public RunCache Files { get; }

    /// <summary>The seed whose world it holds; null if it holds none.</summary>
    public ulong? Seed { get; private set; }

    /// <summary>How far the run is.</summary>
    public RunShare Share => new(Run.Key, _runner.Share);

    /// <summary>Takes a run.</summary>
    public void Hold(string study, LeasedRun run)
    {
        (Study, Run, Seed) = (study, run, run.Seed);
        _abandon.Dispose();
        _abandon = new CancellationTokenSource();
    }

    /// <summary>Does not go on with the run: somebody else has it, or the silo stops.</summary>
    public void Abandon() => _abandon.Cancel();

    /// <summary>Carries the order out; null if it was abandoned.</summary>
    /// <exception cref="IOException">The outcome cannot be kept on this machine.</exception>
    public Task<RunOutcome?> CarryOut(RunOrder order)
    {
        var (within, abandon) = (Run.Within ?? RunTime.LimitBy(Run.Seconds), _abandon.Token);
        return _thread.Run(() =>
        {
            using var limit = new CancellationTokenSource(within, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abandon);
            return _runner.Run(order, either.Token) ?? (abandon.IsCancellationRequested ? null
                : OrderRunner.Failed(order, RunStatus.TimedOut, FormattableString.Invariant(
                    $"it did not end within {within.TotalSeconds:0} s")));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _abandon.CancelAsync();
        await _thread.DisposeAsync();
        _abandon.Dispose();
    }
}
