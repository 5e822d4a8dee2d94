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

    /// <summary>The text of the file.</summary>
    public string Text() => JsonSerializer.Serialize(this, Context.StudyExecution) + "\n";
}

[JsonSerializable(typeof(StudyExecution))]
internal sealed partial class StudyExecutionContext : JsonSerializerContext;
