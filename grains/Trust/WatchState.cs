namespace FlashSale.Grains;

/// <summary>What the watch has seen of a seller's orders, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.watch")]
internal sealed class WatchState
{
    /// <summary>Which batches are in it.</summary>
    [Id(0)]
    public BatchMarks Marks { get; set; } = new();

    /// <summary>What was counted, by listing and day.</summary>
    [Id(1)]
    public WatchDay[] Days { get; set; } = [];

    /// <summary>Alerts that the seller's file has not been told of yet.</summary>
    [Id(2)]
    public WatchAlert[] Alerts { get; set; } = [];

    /// <summary>The number of the last alert.</summary>
    [Id(3)]
    public int LastAlert { get; set; }

    /// <summary>How many alerts have opened a case.</summary>
    [Id(4)]
    public int Opened { get; set; }

    /// <summary>What it keeps.</summary>
    public WatchFacts Facts => new(Days, Alerts, LastAlert, Opened);

    /// <summary>A watch as it is stored.</summary>
    public static WatchState Of(BatchMarks marks, SellerWatch watch)
    {
        var facts = watch.Facts;
        return new WatchState
        {
            Marks = marks,
            Days = [.. facts.Days],
            Alerts = [.. facts.Alerts],
            LastAlert = facts.LastAlert,
            Opened = facts.Opened,
        };
    }
}
