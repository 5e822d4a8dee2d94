namespace FlashSale.Grains;

/// <summary>A study, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.study")]
internal sealed record StudyRow
{
    /// <summary>Its id, of which the row's key is only a part.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What was posted.</summary>
    [Id(1)]
    public required PostedStudy Posted { get; init; }

    /// <summary>Why it was stopped; empty if it goes on.</summary>
    [Id(2)]
    public string Stopped { get; init; } = "";

    /// <summary>When somebody came back to it last.</summary>
    [Id(3)]
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>An order of a run, as it is stored; written once.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.study-order")]
internal sealed record StudyOrderRow([property: Id(0)] string Order);

/// <summary>Where a run of a study is.</summary>
internal enum RunStage
{
    /// <summary>It waits for a free slot.</summary>
    Waiting = 1,

    /// <summary>A silo holds it.</summary>
    Held,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>A run of a study, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.study-run")]
internal sealed record StudyRunRow
{
    /// <summary>Its name.</summary>
    [Id(0)]
    public required string Key { get; init; }

    /// <summary>Its seed.</summary>
    [Id(1)]
    public required ulong Seed { get; init; }

    /// <summary>Where it is.</summary>
    [Id(2)]
    public RunStage Stage { get; init; } = RunStage.Waiting;

    /// <summary>The silo that holds it; empty for none.</summary>
    [Id(3)]
    public string Silo { get; init; } = "";

    /// <summary>So many silos have lost it.</summary>
    [Id(4)]
    public int Losses { get; init; }

    /// <summary>Whether nothing else may run beside it.</summary>
    [Id(5)]
    public bool IsAlone { get; init; }

    /// <summary>What became of it; null before its end.</summary>
    [Id(6)]
    public EndedRun? End { get; init; }

    /// <summary>The how-manieth it was to end, from 0.</summary>
    [Id(7)]
    public int EndNumber { get; init; }
}

/// <summary>The rows of studies.</summary>
internal static class StudyGrainRows
{
    /// <summary>Studies that nobody comes back to are forgotten.</summary>
    public static RowTable Table { get; } = new(RowKind.Study)
    {
        Wake = async (room, owner) =>
        {
            if (await room.Store.Read(new RowKey(RowKind.Study, owner)) is { } row)
            {
                await room.Grains.Study(room.Serializer.Deserialize<StudyRow>(row.Body)!.Id).Wake();
            }
        },
    };

    /// <summary>The number by which the rows of a study, or of a run, are found.</summary>
    public static long OwnerOf(string hash) =>
        BitConverter.ToInt64(Convert.FromHexString(hash.AsSpan(0, 16)));
}
