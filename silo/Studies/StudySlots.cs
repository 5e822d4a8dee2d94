using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>
/// The slots of a silo: whenever one is free it asks the open studies for a run, holds it by a lease that it
/// renews, and says what became of it.
/// </summary>
internal sealed class StudySlots : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(2);
    private const int TriesMax = 8; // until the silo that was asked is known to be dead

    private readonly string _silo;
    private readonly MarketAddresses _grains;
    private readonly TimeProvider _clock;
    private readonly Serilog.ILogger _log;
    private readonly SlotWork _work;
    private readonly IReadOnlyList<StudySlot> _slots;
    private readonly Dictionary<StudySlot, Task> _runs = [];
    private long _renewedAt;
    private int _turn;

    /// <summary>Slots.</summary>
    /// <param name="silo">The silo's name in the cluster.</param>
    /// <param name="count">How many.</param>
    /// <param name="folder">Where runs are until the cluster has them.</param>
    /// <param name="grains">The cluster.</param>
    /// <param name="clock">The real clock.</param>
    /// <param name="log">Where faults are told.</param>
    public StudySlots(
        string silo, int count, string folder, IGrainFactory grains, TimeProvider clock, Serilog.ILogger log)
    {
        (_silo, _grains, _clock, _log) = (silo, new MarketAddresses(grains), clock, log);
        _work = new SlotWork(_grains);
        _slots =
        [
            .. Enumerable.Range(0, count).Select(number => new StudySlot(
                $"{silo} slot {number}", Path.Combine(folder, $"slot-{number}"), clock)),
        ];
        _renewedAt = clock.GetTimestamp();
    }

    private IEnumerable<StudySlot> Busy => _runs.Keys;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Tried("look for runs", Look);
            await Task.WhenAny(_runs.Values.Append(Task.Delay(LookEvery, _clock, stoppingToken)));
        }

        foreach (var slot in _slots)
        {
            slot.Abandon(); // what it runs is put back, and others take it
        }

        await Task.WhenAll(_runs.Values);
        foreach (var slot in _slots)
        {
            await slot.DisposeAsync();
        }
    }

    private async Task Look()
    {
        foreach (var (slot, _) in _runs.Where(run => run.Value.IsCompleted).ToArray())
        {
            _runs.Remove(slot);
        }

        var studies = await _grains.Studies.Exchange(
            new SlotStanding(_silo, _slots.Count, _runs.Count, RunKey.Code));
        await Renew();
        _turn++;
        for (var at = 0; at < studies.Length && !Busy.Any(slot => slot.Run.IsAlone); at++)
        {
            await TakeFrom(studies[(at + _turn) % studies.Length]);
        }
    }

    private async Task Renew()
    {
        if (_clock.GetElapsedTime(_renewedAt) < RenewEvery)
        {
            return;
        }

        _renewedAt = _clock.GetTimestamp();
        foreach (var study in Busy.ToLookup(slot => slot.Study))
        {
            var lost = await _grains.Study(study.Key).Renew(_silo, [.. study.Select(slot => slot.Share)]);
            foreach (var slot in study)
            {
                await _grains.Run(slot.Run.Key).Tell(slot.Name, slot.Share.Share);
                if (lost.Contains(slot.Run.Key))
                {
                    slot.Abandon();
                }
            }
        }
    }

    private async Task TakeFrom(string study)
    {
        var free = _slots.Where(slot => !_runs.ContainsKey(slot)).ToList();
        if (free.Count == 0)
        {
            return;
        }

        var taken = await _grains.Study(study).Take(new SlotsAsk(
            _silo, RunKey.Code, RunMemory.PeaksIn(RunMemory.FreeBytes), free.Count,
            free.Count == _slots.Count, [.. free.Select(slot => slot.Seed).OfType<ulong>()]));
        foreach (var run in taken.Runs)
        {
            var slot = free.FirstOrDefault(one => one.Seed == run.Seed) ?? free[0];
            free.Remove(slot);
            slot.Hold(study, run);
            _runs[slot] = Tried($"carry out run {run.Key}", () => CarryOut(slot));
        }
    }

    // The same again does no harm: what was run is in the slot's files until the cluster has it.
    private async Task CarryOut(StudySlot slot)
    {
        var study = _grains.Study(slot.Study);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var end = await _work.Do(slot);
                await (end is null ? study.PutBack(_silo, [slot.Run.Key]) : study.End(end));
                return;
            }
            catch (Exception fault) when (IsPassing(fault) && tries < TriesMax)
            {
                await Task.Delay(PauseBetweenTries, _clock);
            }
        }
    }

    // A run that was not brought to its end is held no longer: its lease lapses.
    private async Task Tried(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (IsPassing(fault) || fault is IOException or ObjectDisposedException)
        {
            _log.Warning(fault, "Could not {What:l}; it is tried again", what);
        }
    }

    private static bool IsPassing(Exception fault) =>
        fault is GrainFaultException or OrleansException or TimeoutException;
}
