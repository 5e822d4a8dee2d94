namespace FlashSale.Grains;

/// <summary>
/// What operators and reviewers did, as it is stored: each act in the write that makes it true (rule IDN-5).
/// </summary>
/// <remarks>
/// Keys fall with time, so that the latest act comes first. An activation asks for the place of an act, and
/// puts the act only when it has taken effect, without waiting in between.
/// </remarks>
internal sealed class TrailRows(GrainRows rows)
{
    private const int NumberBits = 23;

    /// <summary>All acts, which an audit counts.</summary>
    public static RowTable Table { get; } = new(RowKind.TrailEntry)
    {
        Audit = async room =>
        {
            var entries = new List<TrailEntry>();
            await foreach (var (_, entry) in RowPages.All<TrailEntry>(room, RowKind.TrailEntry))
            {
                entries.Add(entry);
            }

            entries.Reverse();
            return TrailAudit.Of(entries);
        },
    };

    /// <summary>What a command leaves if it takes effect now; null if it leaves nothing.</summary>
    public async ValueTask<TrailEntry?> Next<TCommand>(TCommand command, DateTimeOffset now)
        where TCommand : struct, ICommand<TCommand>
    {
        if (TrailEntry.TraceOf(command) is not { } trace)
        {
            return null;
        }

        var mark = TrailMark.First(command.Subject, now);
        while (await rows.Look<TrailEntry>(KeyOf(mark)) is not null)
        {
            mark = mark.Next;
        }

        return new TrailEntry(mark, TCommand.Kind, trace);
    }

    /// <summary>Adds an act with the next save; nothing if there is none.</summary>
    public void Put(TrailEntry? entry)
    {
        if (entry is not null)
        {
            rows.PutOnce(KeyOf(entry.Mark), entry);
        }
    }

    /// <summary>Saves an act that may have been saved before.</summary>
    public async Task SaveOnce(TrailEntry? entry)
    {
        if (entry is not null && await rows.Look<TrailEntry>(KeyOf(entry.Mark)) is null)
        {
            Put(entry);
            await rows.Save();
        }
    }

    /// <summary>The key of an act; before all others if there is none.</summary>
    public static RowKey KeyOf(TrailMark? mark) => mark is { } place
        ? new RowKey(RowKind.TrailEntry, -place.AtMs, -((place.Subject << NumberBits) | (long)place.Number))
        : RowKey.Before(RowKind.TrailEntry);
}
