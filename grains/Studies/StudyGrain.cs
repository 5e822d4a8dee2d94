using System.Text;

namespace FlashSale.Grains;

/// <summary>A study on the cluster: what was posted, and the rows of its runs.</summary>
internal sealed class StudyGrain(GrainRoom room) : Grain, IStudyGrain
{
    private const int ForgottenAtOnce = 1_000;

    private GrainRows _rows = null!;
    private StudyLedger _ledger = null!;
    private StudyRow? _study;

    private string Id => this.GetPrimaryKeyString();

    private long Owner => StudyGrainRows.OwnerOf(Id);

    private RowKey Head => new(RowKind.Study, Owner);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _study = await _rows.Load<StudyRow>(Head);
        Invariant.Holds(_study is null || _study.Id == Id, "no two studies begin with the same 16 digits");
        _ledger = StudyLedger.Of(
            (await _rows.LoadAll<StudyRunRow>(RowKind.StudyRun, Owner)).Select(row => row.State), room.Now);
    }

    public async Task<PostResult> Open(PostedStudy study)
    {
        if (_study is { Stopped.Length: > 0 })
        {
            return PostResult.Stopped;
        }

        if (study.Name.Length > StudyLimits.NameLengthMax || IsTooLong(study.Text) || IsTooLong(study.Base))
        {
            return PostResult.TooLong;
        }

        if (await room.Grains.Studies.Put(Id) is var put and not PostResult.Posted)
        {
            return put;
        }

        _study = new StudyRow { Id = Id, Posted = study, SeenAt = room.Now };
        await SaveHead();
        return PostResult.Posted;
    }

    public async Task<PostResult> Add(PostedRun[] runs)
    {
        if (_study is not { Stopped: "" } study)
        {
            return _study is null ? PostResult.UnknownStudy : PostResult.Stopped;
        }

        if (runs.Length > StudyLimits.RunsPerPostMax || runs.Any(run => IsTooLong(run.Order)))
        {
            return PostResult.TooLong;
        }

        if (_ledger.Count + runs.Length > StudyLimits.RunsMax)
        {
            return PostResult.TooManyRuns;
        }

        foreach (var run in runs)
        {
            var before = _ledger.Count;
            Put(_ledger.Add(run));
            if (_ledger.Count > before)
            {
                _rows.PutOnce(OrderAt(before), new StudyOrderRow(run.Order));
            }
        }

        _study = study with { SeenAt = room.Now };
        await SaveHead();
        return PostResult.Posted;
    }

    public async Task<TakenRuns> Take(SlotsAsk ask)
    {
        if (_study is not { Stopped: "" } study)
        {
            // Who was cut off while it opened a study has left it on the board.
            await (_study is null ? room.Grains.Studies.Remove(Id) : Task.CompletedTask);
            return TakenRuns.None(TakeResult.Over);
        }

        if (ask.Code != study.Posted.Code)
        {
            return TakenRuns.None(TakeResult.WrongCode);
        }

        Put(_ledger.Lapse(room.Now));
        var taken = _ledger.Take(ask, room.Now);
        Put(taken);
        await _rows.Save();
        var runs = await Task.WhenAll(taken.Select(Leased));
        return taken.Count == 0 ? TakenRuns.None(TakeResult.Nothing) : new(TakeResult.Taken, runs);
    }

    public Task<string[]> Renew(string silo, RunShare[] shares) => Task.FromResult(
        _study is { Stopped: "" }
            ? _ledger.Renew(silo, shares, room.Now)
            : [.. shares.Select(share => share.Key)]);

    public Task PutBack(string silo, string[] runs)
    {
        foreach (var key in runs)
        {
            Put(_ledger.PutBack(silo, key, room.Now));
        }

        return _rows.Save();
    }

    public Task End(EndedRun run)
    {
        Put(_study is null ? null : _ledger.End(run));
        return _rows.Save();
    }

    public Task Stop(string why)
    {
        if (_study is not { Stopped: "" } study)
        {
            return Task.CompletedTask;
        }

        _study = study with
        {
            Stopped = why.Length > StudyLimits.WhyLengthMax ? why[..StudyLimits.WhyLengthMax] : why,
        };
        return SaveHead();
    }

    public Task<StudyStanding?> Look() => Task.FromResult(_study is null ? null : Standing(_study));

    public Task<RunOutcomes?> Outcomes(int from)
    {
        if (_study is null)
        {
            return Task.FromResult<RunOutcomes?>(null);
        }

        var (lines, next) = _ledger.Outcomes(from, StudyLimits.OutcomesPerPageMax);
        return Task.FromResult<RunOutcomes?>(new RunOutcomes(lines, next, Standing(_study)));
    }

    public async Task Close()
    {
        await room.Grains.Studies.Remove(Id);
        for (var number = 0; number < _ledger.Count; number++)
        {
            _rows.Delete(RunAt(number));
            _rows.DeleteOnce(OrderAt(number));
            if (number % ForgottenAtOnce == ForgottenAtOnce - 1)
            {
                await _rows.Save();
            }
        }

        _rows.Delete(Head);
        await _rows.Save();
        (_study, _ledger) = (null, new StudyLedger());
        DeactivateOnIdle();
    }

    public Task Wake() => _study is { } study && room.Now - study.SeenAt >= StudyLimits.StudyKeptFor
        ? Close()
        : Task.CompletedTask;

    private static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > StudyLimits.TextBytesMax;

    private RowKey OrderAt(int number) => new(RowKind.StudyOrder, Owner, number);

    private RowKey RunAt(int number) => new(RowKind.StudyRun, Owner, number);

    private void Put(int? number)
    {
        if (number is { } changed)
        {
            _rows.Put(RunAt(changed), _ledger[changed]);
        }
    }

    private void Put(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Put(number);
        }
    }

    private Task SaveHead()
    {
        _rows.Put(Head, _study!, _study!.SeenAt + StudyLimits.StudyKeptFor);
        return _rows.Save();
    }

    private async Task<LeasedRun> Leased(int number)
    {
        var run = _ledger[number];
        var order = await _rows.Look<StudyOrderRow>(OrderAt(number));
        return new LeasedRun(
            run.Key, run.Seed, order!.Order, _study!.Posted.RunWithin, _ledger.RunSeconds, run.IsAlone,
            run.Losses >= StudyLimits.TriesMax);
    }

    private StudyStanding Standing(StudyRow study) => new()
    {
        Id = Id,
        Name = study.Posted.Name,
        Code = study.Posted.Code,
        Stopped = study.Stopped,
        Runs = _ledger.Count,
        Ended = _ledger.Ended,
        Failed = _ledger.Failed,
        Leases = _ledger.Leases,
        RunSeconds = _ledger.RunSeconds,
        SecondsLeft = _ledger.SecondsLeft,
    };
}
