namespace FlashSale.Simulator;

/// <summary>The figures of a festival's run that is kept, read when they are asked for.</summary>
/// <param name="cache">Where it is kept.</param>
/// <param name="key">Its name.</param>
public sealed class RunFigures(RunCache cache, string key) : IStoredRun
{
    private RunSummary? _summary;
    private IReadOnlyList<TimelineRow>? _timeline;

    /// <inheritdoc/>
    public object Summary => Whole;

    /// <inheritdoc/>
    public bool IsPartial => Whole.Partial;

    /// <inheritdoc/>
    public IReadOnlyList<IRunRow> Timeline =>
        _timeline ??= cache.Timeline(key, text => TimelineCsv.Read(text, Whole.FestivalDay()));

    private RunSummary Whole => _summary ??= SummaryJson.Read(cache.Summary(key));

    /// <inheritdoc/>
    public string? DatabasePath => cache.Database(key);
}
