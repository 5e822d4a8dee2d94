namespace FlashSale.Simulator;

/// <summary>A run that is kept: what the measures of a study are read from.</summary>
public interface IStoredRun
{
    /// <summary>Its summary, as figures are read from it.</summary>
    object Summary { get; }

    /// <summary>Whether it was stopped before its end.</summary>
    bool IsPartial { get; }

    /// <summary>What it did over time.</summary>
    IReadOnlyList<IRunRow> Timeline { get; }

    /// <summary>The path of its database; null if that was not kept.</summary>
    string? DatabasePath { get; }
}

/// <summary>The folder of a run, read when something of it is asked for.</summary>
/// <param name="folder">The folder.</param>
public sealed class StoredRunFolder(RunFolder folder) : IStoredRun
{
    private readonly Lazy<RunResult> _result = new(folder.Read);

    /// <inheritdoc/>
    public object Summary => _result.Value.Summary;

    /// <inheritdoc/>
    public bool IsPartial => _result.Value.Summary.Partial;

    /// <inheritdoc/>
    public IReadOnlyList<IRunRow> Timeline => _result.Value.Timeline;

    /// <inheritdoc/>
    public string? DatabasePath => File.Exists(folder.DatabasePath) ? folder.DatabasePath : null;
}
