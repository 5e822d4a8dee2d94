namespace FlashSale.Grains;

/// <summary>
/// The runs of a study: which wait, which silo holds which until when, and in which order they ended.
/// </summary>
/// <remarks>
/// It decides and does no more; whoever asks it saves the rows that have changed. Runs have numbers, in the
/// order in which they were posted: all runs of a seed in a row.
/// </remarks>
internal sealed class StudyLedger
{
    private const int NoRun = -1;

    private readonly List<StudyRunRow> _runs = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _waiting = [];
    private readonly SortedDictionary<int, Lease> _leases = [];
    private readonly Dictionary<int, DateTimeOffset> _notBefore = [];
    private readonly List<int> _ended = [];
    private double _seconds;
    private int _timed;
    private long _peakBytes;

    /// <summary>The runs that were stored; those that silos held are theirs for one more lease.</summary>
    public static StudyLedger Of(IEnumerable<StudyRunRow> runs, DateTimeOffset now)
    {
        var ledger = new StudyLedger();
        foreach (var run in runs)
        {
            ledger.Put(run, now);
        }

        return ledger;
    }

    /// <summary>How many runs there are.</summary>
    public int Count => _runs.Count;

    /// <summary>How many have ended.</summary>
    public int Ended { get; private set; }

    /// <summary>How many have ended without figures.</summary>
    public int Failed { get; private set; }

    /// <summary>How long a run takes on the average; null before the first.</summary>
    public double? RunSeconds => _timed > 0 ? _seconds / _timed : null;

    /// <summary>How long the rest takes with as many slots as now; null before that can be told.</summary>
    public double? SecondsLeft => RunSeconds is { } each && (_leases.Count > 0 || Ended == Count)
        ? each * (Count - Ended - _leases.Values.Sum(lease => lease.Share)) / Math.Max(1, _leases.Count)
        : null;

    /// <summary>A run, by its number.</summary>
    public StudyRunRow this[int number] => _runs[number];

    /// <summary>Who holds what.</summary>
    public RunLease[] Leases =>
    [
        .. _leases.Select(one => new RunLease(
            _runs[one.Key].Key, _runs[one.Key].Silo, one.Value.Since, one.Value.Share)),
    ];

    /// <summary>
    /// Adds a run; its number if it is new, or if it has ended by what a machine did and waits again.
    /// </summary>
    public int? Add(PostedRun run)
    {
        if (!_numbers.TryGetValue(run.Key, out var number))
        {
            Put(new StudyRunRow { Key = run.Key, Seed = run.Seed }, default);
            return _runs.Count - 1;
        }

        if (_runs[number] is not { Stage: RunStage.Ended, End.IsOfCode: false } spoilt)
        {
            return null;
        }

        _ended[spoilt.EndNumber] = NoRun;
        Ended--;
        Failed--;
        _runs[number] = new StudyRunRow { Key = run.Key, Seed = run.Seed };
        _waiting.Add(number);
        return number;
    }

    /// <summary>Takes the runs back whose leases have lapsed; their numbers.</summary>
    public IReadOnlyList<int> Lapse(DateTimeOffset now)
    {
        int[] lapsed = [.. _leases.Where(lease => lease.Value.Until <= now).Select(lease => lease.Key)];
        foreach (var number in lapsed)
        {
            var losses = _runs[number].Losses + 1;
            // Who has ended two silos is suspected of it.
            Wait(number, _runs[number] with { Losses = losses, IsAlone = losses > 1 });
        }

        return lapsed;
    }

    /// <summary>Gives a silo as many runs as it has room for; their numbers.</summary>
    public IReadOnlyList<int> Take(SlotsAsk ask, DateTimeOffset now)
    {
        var taken = new List<int>();
        var seeds = ask.Seeds.ToList();
        var room = IsFullBy(ask.Silo) ? 0 : RoomOf(ask);
        while (taken.Count < room && Choose(seeds, ask.IsIdle && taken.Count == 0, now) is { } number)
        {
            var run = _runs[number] = _runs[number] with { Stage = RunStage.Held, Silo = ask.Silo };
            _waiting.Remove(number);
            _leases[number] = new Lease(now + StudyLimits.LeaseWithin, now, 0);
            seeds.Remove(run.Seed);
            taken.Add(number);
            room = run.IsAlone ? 0 : room;
        }

        return taken;
    }

    /// <summary>Renews the leases of a silo; the runs that it holds no more.</summary>
    public string[] Renew(string silo, IEnumerable<RunShare> shares, DateTimeOffset now)
    {
        var lost = new List<string>();
        foreach (var (key, share) in shares)
        {
            if (HeldBy(silo, key) is { } number)
            {
                _leases[number] = _leases[number] with
                {
                    Until = now + StudyLimits.LeaseWithin,
                    Share = Math.Clamp(share, 0, 1),
                };
            }
            else
            {
                lost.Add(key);
            }
        }

        return [.. lost];
    }

    /// <summary>Takes a run back that a silo does not go on with; its number, if the silo held it.</summary>
    public int? PutBack(string silo, string key, DateTimeOffset now)
    {
        if (HeldBy(silo, key) is { } number)
        {
            Wait(number, _runs[number]);
            _notBefore[number] = now + StudyLimits.ComeBackAfter;
            return number;
        }

        return null;
    }

    /// <summary>A run has ended, whoever ran it; its number, unless it had ended before.</summary>
    public int? End(EndedRun end)
    {
        if (!_numbers.TryGetValue(end.Key, out var number) || _runs[number].Stage == RunStage.Ended)
        {
            return null;
        }

        if (end.MayBeTriedAgain && !_runs[number].IsAlone)
        {
            Wait(number, _runs[number] with { IsAlone = true });
            return number;
        }

        _leases.Remove(number);
        _waiting.Remove(number);
        _runs[number] = _runs[number] with
        {
            Stage = RunStage.Ended,
            Silo = "",
            End = end,
            EndNumber = _ended.Count,
        };
        Note(number);
        return number;
    }

    /// <summary>The outcomes of runs that ended from a number on, and the number after them.</summary>
    public (string[] Lines, int Next) Outcomes(int from, int linesMax)
    {
        var lines = new List<string>();
        var at = Math.Max(0, from);
        for (; at < _ended.Count && lines.Count < linesMax; at++)
        {
            if (_ended[at] != NoRun)
            {
                lines.Add(_runs[_ended[at]].End!.Outcome);
            }
        }

        return ([.. lines], at);
    }

    private void Put(StudyRunRow run, DateTimeOffset now)
    {
        var number = _runs.Count;
        _runs.Add(run);
        _numbers.Add(run.Key, number);
        switch (run.Stage)
        {
            case RunStage.Waiting:
                _waiting.Add(number);
                break;
            case RunStage.Held:
                _leases[number] = new Lease(now + StudyLimits.LeaseWithin, now, 0);
                break;
            default:
                Note(number);
                break;
        }
    }

    private void Note(int number)
    {
        var run = _runs[number];
        while (_ended.Count <= run.EndNumber)
        {
            _ended.Add(NoRun);
        }

        _ended[run.EndNumber] = number;
        Ended++;
        if (!run.End!.HasFigures)
        {
            Failed++;
            return;
        }

        _seconds += run.End.WallSeconds;
        _timed++;
        _peakBytes = Math.Max(_peakBytes, run.End.PeakBytes);
    }

    private void Wait(int number, StudyRunRow run)
    {
        _runs[number] = run with { Stage = RunStage.Waiting, Silo = "" };
        _leases.Remove(number);
        _waiting.Add(number);
    }

    private int? HeldBy(string silo, string key) =>
        _numbers.TryGetValue(key, out var number) && _leases.ContainsKey(number)
            && _runs[number].Silo == silo ? number : null;

    private bool IsFullBy(string silo) =>
        _leases.Keys.Any(number => _runs[number] is { IsAlone: true } run && run.Silo == silo);

    // The first run of a study tells how much memory the others need.
    private int RoomOf(SlotsAsk ask) => _peakBytes == 0
        ? Math.Min(ask.Free, _leases.Keys.Any(number => _runs[number].Silo == ask.Silo) ? 0 : 1)
        : (int)Math.Min(ask.Free, Math.Max(ask.IsIdle ? 1 : 0, ask.PeaksBytes / _peakBytes));

    // Best a run whose world the silo holds, then one of a seed that no silo is at, then any.
    private int? Choose(List<ulong> seeds, bool mayBeAlone, DateTimeOffset now)
    {
        var held = _leases.Keys.Select(number => _runs[number].Seed).ToHashSet();
        int? apart = null, any = null;
        foreach (var number in _waiting)
        {
            var run = _runs[number];
            if ((run.IsAlone && !mayBeAlone) || _notBefore.GetValueOrDefault(number) > now)
            {
                continue;
            }

            if (seeds.Contains(run.Seed))
            {
                return number;
            }

            apart ??= held.Contains(run.Seed) ? null : number;
            any ??= number;
        }

        return apart ?? any;
    }

    private readonly record struct Lease(DateTimeOffset Until, DateTimeOffset Since, double Share);
}
