namespace FlashSale.Grains;

/// <summary>The platform's file on a seller, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.case-file")]
internal sealed class CaseFileState
{
    /// <summary>The cases, by their numbers.</summary>
    [Id(0)]
    public Case[] Cases { get; set; } = [];

    /// <summary>Complaints that count, or that belong to a case which is not closed.</summary>
    [Id(1)]
    public Complaint[] Complaints { get; set; } = [];

    /// <summary>Acts that are not carried out yet.</summary>
    [Id(2)]
    public CaseAct[] Acts { get; set; } = [];

    /// <summary>What each store was told.</summary>
    [Id(3)]
    public StoreHold[] Holds { get; set; } = [];

    /// <summary>The number of the last case.</summary>
    [Id(4)]
    public int LastCase { get; set; }

    /// <summary>The number of the last act.</summary>
    [Id(5)]
    public long LastAct { get; set; }

    /// <summary>When the stores' measures were looked at last, as Unix time in milliseconds.</summary>
    [Id(6)]
    public long SyncedMs { get; set; }

    /// <summary>Acts by the names that clients gave them (rule ORD-4).</summary>
    [Id(7)]
    public KeyedRequest[] Requests { get; set; } = [];

    /// <summary>The number of the last alert that it was told of (rule TRU-13).</summary>
    [Id(8)]
    public int LastAlert { get; set; }

    /// <summary>Whether that one opened a case.</summary>
    [Id(9)]
    public bool LastAlertOpened { get; set; }

    /// <summary>A file as it is stored.</summary>
    public static CaseFileState Of(CaseFile file, KeyedRequest[] requests, (int Number, bool HasOpened) alert)
    {
        var facts = file.Facts;
        return new CaseFileState
        {
            Cases = [.. facts.Cases],
            Complaints = [.. facts.Complaints],
            Acts = [.. facts.Acts],
            Holds = [.. facts.Holds],
            LastCase = facts.LastCase,
            LastAct = facts.LastAct,
            SyncedMs = facts.SyncedMs,
            Requests = requests,
            LastAlert = alert.Number,
            LastAlertOpened = alert.HasOpened,
        };
    }

    /// <summary>The file again.</summary>
    public CaseFile ToFile(SellerId seller) =>
        new(seller, new CaseFileFacts(Cases, Complaints, Acts, Holds, LastCase, LastAct, SyncedMs));
}
