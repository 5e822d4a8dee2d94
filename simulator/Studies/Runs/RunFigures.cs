namespace FlashSale.Simulator;

/// <summary>The figures of a run that is kept, read when they are asked for.</summary>
/// <param name="cache">Where it is kept.</param>
/// <param name="key">Its name.</param>
public sealed class RunFigures(RunCache cache, string key) : IStoredRun
{
    private RunSummary? _summary;
    private IReadOnlyList<TimelineRow>? _timeline;

    /// <inheritdoc/>
    public RunSummary Summary => _summary ??= cache.Summary(key);

    /// <inheritdoc/>
    public IReadOnlyList<TimelineRow> Timeline => _timeline ??= cache.Timeline(key, Summary.FestivalDay());

    /// <inheritdoc/>
    public string? DatabasePath => cache.Database(key);
}
