namespace FlashSale.Driver;

/// <summary>
/// Asks the processes of a market what they use, when orders begin to count and when the last has begun.
/// </summary>
/// <remarks>It asks beside the load, and a process that does not tell ends no load.</remarks>
public sealed class MarketMeter : IDisposable
{
    private readonly IReadOnlyList<ApiDesk> _desks;
    private readonly TimeSpan _from;
    private readonly TimeSpan _until;
    private Task<ProcessReading?[]>? _first;
    private Task<ProcessReading?[]>? _last;

    /// <summary>A meter of a load that has not begun.</summary>
    /// <param name="processes">Where each process of the market is.</param>
    /// <param name="plan">The load.</param>
    public MarketMeter(IEnumerable<ApiAddress> processes, PlannedLoad plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _desks = [.. processes.Select(process => new ApiDesk(process))];
        _from = TimeSpan.FromSeconds(plan.WarmUpSeconds);
        _until = _from + TimeSpan.FromSeconds(plan.Curve.Seconds);
    }

    /// <summary>Asks at the right moments; called again and again.</summary>
    public void Look(TimeSpan elapsed)
    {
        _first ??= elapsed >= _from ? Ask() : null;
        _last ??= elapsed >= _until ? Ask() : null;
    }

    /// <summary>What was used; null if a process did not tell, or the load ended in its warm-up.</summary>
    public async Task<MarketUse?> Used()
    {
        if (_first is null)
        {
            return null;
        }

        var (first, last) = (await _first, await (_last ??= Ask()));
        if (first.Concat(last).Any(one => one is null)
            || last.Select(one => one!.Cores).Distinct().Count() > 1)
        {
            return null;
        }

        var cpu = last.Sum(one => one!.CpuSeconds) - first.Sum(one => one!.CpuSeconds);
        var isCounted = last.All(one => one!.Rows is not null);
        return cpu <= 0 ? null : new MarketUse // less than before: one of them was started again
        {
            Processes = _desks.Count,
            CoresEach = last[0]!.Cores,
            CpuSeconds = Math.Round(cpu, 3),
            HasDatabase = last.Any(one => one!.HasDatabase),
            Rows = isCounted ? (long)(last.Sum(one => one!.Rows!.Value) - first.Sum(one => one!.Rows ?? 0))
                : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var desk in _desks)
        {
            desk.Dispose();
        }
    }

    private Task<ProcessReading?[]> Ask() => Task.WhenAll(_desks.Select(desk => Task.Run(desk.Reading)));
}
