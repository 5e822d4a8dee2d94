namespace FlashSale.Simulator;

/// <summary>A run that is kept: what the measures of a study are read from.</summary>
public interface IStoredRun
{
    /// <summary>Its summary.</summary>
    RunSummary Summary { get; }

    /// <summary>Its timeline.</summary>
    IReadOnlyList<TimelineRow> Timeline { get; }

    /// <summary>The path of its run.sqlite; null if that was not kept.</summary>
    string? DatabasePath { get; }
}

/// <summary>The folder of a run, read when something of it is asked for.</summary>
/// <param name="folder">The folder.</param>
public sealed class StoredRunFolder(RunFolder folder) : IStoredRun
{
    private readonly Lazy<RunResult> _result = new(folder.Read);

    /// <inheritdoc/>
    public RunSummary Summary => _result.Value.Summary;

    /// <inheritdoc/>
    public IReadOnlyList<TimelineRow> Timeline => _result.Value.Timeline;

    /// <inheritdoc/>
    public string? DatabasePath => File.Exists(folder.DatabasePath) ? folder.DatabasePath : null;
}
