namespace FlashSale.Driver;

/// <summary>
/// All that one process counts of a load test: by phase, exactly, and second by second. Several threads may
/// count.
/// </summary>
public sealed class LoadTally
{
    private readonly SecondTally[] _seconds;
    private readonly int[] _phaseOfSecond;

    /// <summary>An empty tally.</summary>
    /// <param name="phases">
    /// The phases; together they cover every second of the plan, without overlap.
    /// </param>
    /// <param name="drainSeconds">Seconds after the last phase in which answers may still come.</param>
    /// <exception cref="ArgumentException">A second has no phase, or two.</exception>
    public LoadTally(IReadOnlyList<PhaseSpan> phases, int drainSeconds)
    {
        ArgumentNullException.ThrowIfNull(phases);
        ArgumentOutOfRangeException.ThrowIfNegative(drainSeconds);
        Spans = phases;
        Phases = [.. phases.Select(_ => new PhaseTally())];
        _phaseOfSecond = PhasesOfSeconds(phases);
        _seconds = new SecondTally[_phaseOfSecond.Length + drainSeconds + 1];
        foreach (ref var second in _seconds.AsSpan())
        {
            second = new SecondTally();
        }
    }

    /// <summary>The phases.</summary>
    public IReadOnlyList<PhaseSpan> Spans { get; }

    /// <summary>What was counted of each phase.</summary>
    public IReadOnlyList<PhaseTally> Phases { get; }

    /// <summary>Second by second; the last one holds all that came later.</summary>
    public IReadOnlyList<SecondTally> Seconds => _seconds;

    /// <summary>Seconds of the plan.</summary>
    public int PlannedSeconds => _phaseOfSecond.Length;

    /// <summary>When the plan was ended before its time; null if all of it was driven.</summary>
    public TimeSpan? EndedAt { get; private set; }

    /// <summary>Seconds that were driven, the last one perhaps in part.</summary>
    public int DrivenSeconds => EndedAt is { } at ? (int)Math.Ceiling(at.TotalSeconds) : PlannedSeconds;

    /// <summary>
    /// The phases that came, as far as they were driven: what was counted, and over how many seconds.
    /// </summary>
    public IEnumerable<(PhaseSpan Span, PhaseTally Tally, double Seconds)> Driven =>
        from phase in Spans.Zip(Phases)
        let end = EndedAt?.TotalSeconds ?? PlannedSeconds
        where phase.First.From < end
        select (
            phase.First with { Until = Math.Min(phase.First.Until, DrivenSeconds) }, phase.Second,
            Math.Min(phase.First.Until, end) - phase.First.From);

    /// <summary>Notes what is planned, second by second.</summary>
    public void Plan(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        for (var second = 0; second < counts.Count; second++)
        {
            _seconds[second].Planned += counts[second];
            Phases[_phaseOfSecond[second]].Plan(counts[second]);
        }
    }

    /// <summary>Ends the plan early: what neither began nor was dropped by then is planned no more.</summary>
    /// <remarks>An end after the last planned second changes nothing.</remarks>
    public void End(TimeSpan at)
    {
        if (at.TotalSeconds >= PlannedSeconds)
        {
            return;
        }

        EndedAt = at;
        foreach (var phase in Phases)
        {
            phase.Plan(phase.Issued + phase.Dropped - phase.Planned);
        }

        foreach (var second in _seconds)
        {
            second.Planned = second.Issued + second.Dropped;
        }
    }

    /// <summary>Counts an order that begins.</summary>
    /// <param name="intended">When it should have begun.</param>
    /// <param name="begun">When it did.</param>
    public void Issue(TimeSpan intended, TimeSpan begun)
    {
        SecondOf(intended).Issue(begun - intended);
        PhaseOf(intended).Issue(begun - intended);
    }

    /// <summary>Counts an order that is not begun, because too many wait for answers.</summary>
    public void Drop(TimeSpan intended)
    {
        SecondOf(intended).Drop();
        PhaseOf(intended).Drop();
    }

    /// <summary>Counts an order that ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="intended">When it should have begun.</param>
    /// <param name="begun">When it did.</param>
    /// <param name="ended">When its last answer came.</param>
    public void Finish(in OrderEnd end, TimeSpan intended, TimeSpan begun, TimeSpan ended)
    {
        SecondOf(ended).End(end.Outcome);
        PhaseOf(intended).Finish(end, ended - intended, ended - begun);
        if (end.IsTimed)
        {
            SecondOf(intended).Record(ended - intended);
        }
    }

    internal void AddEnd(TimeSpan at) => EndedAt = EndedAt is { } known && known > at ? known : at;

    private SecondTally SecondOf(TimeSpan at) =>
        _seconds[Math.Clamp(at.Ticks / TimeSpan.TicksPerSecond, 0, _seconds.Length - 1)];

    private PhaseTally PhaseOf(TimeSpan intended) => Phases[_phaseOfSecond[
        (int)Math.Clamp(intended.Ticks / TimeSpan.TicksPerSecond, 0, _phaseOfSecond.Length - 1)]];

    private static int[] PhasesOfSeconds(IReadOnlyList<PhaseSpan> phases)
    {
        var end = phases.Max(phase => phase.Until);
        var phaseOf = new int[end];
        for (var second = 0; second < end; second++)
        {
            var at = Enumerable.Range(0, phases.Count)
                .Where(phase => phases[phase].From <= second && second < phases[phase].Until)
                .ToList();
            phaseOf[second] = at.Count == 1
                ? at[0]
                : throw new ArgumentException($"second {second} is in {at.Count} phases", nameof(phases));
        }

        return phaseOf;
    }
}
