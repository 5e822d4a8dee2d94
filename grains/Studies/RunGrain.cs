using Orleans.Placement;

namespace FlashSale.Grains;

/// <summary>A run of studies, kept by Orleans, and its timeline in rows beside it.</summary>
/// <remarks>
/// Who runs it is only in memory: if that is lost it may be run twice, which gives the same again, and is
/// compared. First the timeline is written, then the state that says how much of it there is.
/// </remarks>
[PreferLocalPlacement]
internal sealed class RunGrain(
    [PersistentState("run")] IPersistentState<RunKept> state, GrainRoom room) : Grain, IRunGrain
{
    private KeptState<RunKept> _kept = null!;
    private RunTimeline _timeline = null!;
    private RunStanding _running = RunStanding.None;
    private DateTimeOffset _heardAt;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, state);
        _timeline = new RunTimeline(room, this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public Task<RunStanding> Start(string silo)
    {
        var isFree = _running.State == RunState.None || _running.Silo == silo
            || room.Now - _heardAt >= StudyLimits.LeaseWithin;
        if (_kept.Value is null && isFree)
        {
            _running = new RunStanding(RunState.Running, silo, room.Now, 0, null);
            Hear();
        }

        return Look();
    }

    public Task Tell(string silo, double share)
    {
        if (_kept.Value is null && (_running.State == RunState.None || _running.Silo == silo))
        {
            var since = _running.State == RunState.None ? room.Now : _running.Since;
            _running = new RunStanding(RunState.Running, silo, since, share, null);
            Hear();
        }

        return Task.CompletedTask;
    }

    public Task GiveUp(string silo)
    {
        _running = _running.Silo == silo ? RunStanding.None : _running;
        return Task.CompletedTask;
    }

    public async Task<KeptRun> Keep(FinishedRun run)
    {
        if (_kept.Value is { } before)
        {
            var isSame = before.End.StateHash == run.End.StateHash
                && before.End.HasFigures == run.End.HasFigures;
            return new KeptRun(isSame ? KeepResult.Same : KeepResult.Differs, before.Silo, before.End);
        }

        if (run.Timeline?.Length > StudyLimits.TimelineBytesMax
            || run.Summary?.Length > StudyLimits.SummaryBytesMax)
        {
            await GiveUp(run.Silo);
            return new KeptRun(KeepResult.TooLarge, run.Silo, run.End);
        }

        await _timeline.Save(run.Timeline, room.Now + StudyLimits.RunKeptFor, room.RowsOf(this));
        await _kept.Save(new RunKept
        {
            Silo = run.Silo,
            End = run.End,
            Summary = run.Summary,
            TimelineBytes = run.Timeline?.Length,
            KeptAt = room.Now,
        });
        _running = RunStanding.None;
        return new KeptRun(KeepResult.Kept, run.Silo, run.End);
    }

    public Task<RunStanding> Look() => Task.FromResult(_kept.Value is { } kept
        ? new RunStanding(RunState.Done, kept.Silo, kept.KeptAt, 1, kept.End)
        : _running);

    public Task<byte[]?> Summary() => Task.FromResult(_kept.Value?.Summary);

    public async Task<byte[]?> Timeline() => _kept.Value?.TimelineBytes is { } bytes
        ? await _timeline.Read(bytes)
        : null;

    public async Task Wake()
    {
        if (_kept.Value is { } kept && room.Now - kept.KeptAt < StudyLimits.RunKeptFor)
        {
            return;
        }

        await _kept.Clear();
        await _timeline.Forget(room.RowsOf(this));
    }

    private void Hear()
    {
        _heardAt = room.Now;
        DelayDeactivation(StudyLimits.LeaseWithin);
    }
}

/// <summary>A run that is kept, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.run")]
internal sealed record RunKept
{
    /// <summary>Who has run it.</summary>
    [Id(0)]
    public string Silo { get; init; } = "";

    /// <summary>How it ended.</summary>
    [Id(1)]
    public EndedRun End { get; init; } = null!;

    /// <summary>Its summary, packed; null if it has none.</summary>
    [Id(2)]
    public byte[]? Summary { get; init; }

    /// <summary>How long its timeline is, packed; null if it has none.</summary>
    [Id(3)]
    public int? TimelineBytes { get; init; }

    /// <summary>Since when it is kept.</summary>
    [Id(4)]
    public DateTimeOffset KeptAt { get; init; }
}
