namespace FlashSale.Grains;

/// <summary>A part of a run's timeline, as it is stored.</summary>
/// <param name="Run">The run, of whose name the row's key is only a part.</param>
/// <param name="Bytes">The part.</param>
[GenerateSerializer, Immutable, Alias("flashsale.row.run-timeline")]
internal sealed record TimelinePart([property: Id(0)] string Run, [property: Id(1)] byte[] Bytes);

/// <summary>
/// The timeline of a run in rows, since it is larger than one row may be; the first says when it is
/// forgotten.
/// </summary>
internal sealed class RunTimeline(GrainRoom room, string run)
{
    /// <summary>Bytes of a part: what a row holds beside its name and framing.</summary>
    public const int PartBytesMax = RowLimits.BodyBytesMax - 4_096;

    /// <summary>Runs that were kept long enough are forgotten.</summary>
    public static RowTable Table { get; } = new(RowKind.RunTimeline)
    {
        Wake = async (room, owner) =>
        {
            if (await room.Store.Read(new RowKey(RowKind.RunTimeline, owner)) is { } row)
            {
                await room.Grains.Run(room.Serializer.Deserialize<TimelinePart>(row.Body)!.Run).Wake();
            }
        },
    };

    private long Owner => StudyGrainRows.OwnerOf(run);

    /// <summary>Writes it, all or nothing; one row in any case, to forget the run by.</summary>
    /// <param name="bytes">The timeline; null if the run has none.</param>
    /// <param name="forget">When the run is forgotten.</param>
    /// <param name="rows">The rows of the activation that saves it.</param>
    public async Task Save(byte[]? bytes, DateTimeOffset forget, GrainRows rows)
    {
        var parts = (bytes ?? []).Chunk(PartBytesMax).DefaultIfEmpty([]).ToList();
        var old = await rows.LoadAll<TimelinePart>(RowKind.RunTimeline, Owner); // of a keeping that failed
        for (var at = 0; at < Math.Max(parts.Count, old.Count); at++)
        {
            var key = new RowKey(RowKind.RunTimeline, Owner, at);
            if (at < parts.Count)
            {
                rows.Put(key, new TimelinePart(run, parts[at]), at == 0 ? forget : null);
            }
            else
            {
                rows.Delete(key);
            }
        }

        await rows.Save();
    }

    /// <summary>Reads it; null if a part is missing.</summary>
    public async Task<byte[]?> Read(int length)
    {
        var whole = new MemoryStream(length);
        foreach (var row in await room.Store.ReadAll(RowKind.RunTimeline, Owner))
        {
            whole.Write(room.Serializer.Deserialize<TimelinePart>(row.Body)!.Bytes);
        }

        return whole.Length == length ? whole.ToArray() : null;
    }

    /// <summary>Deletes it.</summary>
    public async Task Forget(GrainRows rows)
    {
        foreach (var (at, _) in await rows.LoadAll<TimelinePart>(RowKind.RunTimeline, Owner))
        {
            rows.Delete(new RowKey(RowKind.RunTimeline, Owner, at));
        }

        await rows.Save();
    }
}
