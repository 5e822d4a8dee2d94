using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>execution.json: who ran a study and what it took, which is another each time.</summary>
public sealed record StudyExecution
{
    private static readonly StudyExecutionContext Context = new(ResultJson.OfFile());

    /// <summary>The commit of the program.</summary>
    public required string Commit { get; init; }

    /// <summary>The machine, for people.</summary>
    public required string Machine { get; init; }

    /// <summary>How many runs went on at once.</summary>
    public required int Workers { get; init; }

    /// <summary>How long it took, reports excluded.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Runs that were there already.</summary>
    public required int Cached { get; init; }

    /// <summary>Runs that were made now.</summary>
    public required int Run { get; init; }

    /// <summary>Entries of the cache that were damaged and made again.</summary>
    public required int Discarded { get; init; }

    /// <summary>The time of all runs that were made now, one after the other.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>The most memory that one of them took.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>What sharing a past spared; null of a study that is not forked.</summary>
    public ForkExecution? Fork { get; init; }

    /// <summary>The text of the file.</summary>
    public string Text() => JsonSerializer.Serialize(this, Context.StudyExecution) + "\n";
}

/// <summary>What sharing a past spared among the runs that were made now.</summary>
/// <param name="Pasts">How many pasts were made.</param>
/// <param name="SparedSeconds">
/// How much longer the runs would have taken one after the other, each with a past of its own; below 0 if
/// saving and loading took longer.
/// </param>
public sealed record ForkExecution(int Pasts, double SparedSeconds);

[JsonSerializable(typeof(StudyExecution))]
internal sealed partial class StudyExecutionContext : JsonSerializerContext;
