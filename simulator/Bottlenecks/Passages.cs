using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>All places of a run that only so many pass in a time.</summary>
internal sealed class Passages
{
    private const long TenSecondsMs = 10_000;
    private const long HourMs = 3_600_000;

    /// <summary>Places that nobody has come to.</summary>
    public Passages(RunLabels labels, long startAtMs, long endAtMs)
    {
        Gateway = Of(PassageKind.Gateway, "", TenSecondsMs);
        Channels = [.. labels.Channels.Select(name => Of(PassageKind.Channel, name, TenSecondsMs))];
        Stock = Of(PassageKind.Stock, "", TenSecondsMs);
        Packing = Of(PassageKind.Packing, "", HourMs);
        Couriers = [.. labels.Regions.Select(name => Of(PassageKind.Couriers, name, HourMs))];
        All = [Gateway, .. Channels, Stock, Packing, .. Couriers];

        Passage Of(PassageKind kind, string name, long bucketMs) =>
            new(kind, name, bucketMs, startAtMs, endAtMs);
    }

    /// <summary>The gateway: orders that are let through, checkouts that are refused.</summary>
    public Passage Gateway { get; }

    /// <summary>The payment channels: orders that they settle, one by one.</summary>
    public IReadOnlyList<Passage> Channels { get; }

    /// <summary>The goods: orders that are placed, lines that are refused as sold out.</summary>
    public Passage Stock { get; }

    /// <summary>The stores together: parcels that are shipped.</summary>
    public Passage Packing { get; }

    /// <summary>The couriers of each region: parcels that are delivered.</summary>
    public IReadOnlyList<Passage> Couriers { get; }

    /// <summary>All, in a fixed order.</summary>
    public IReadOnlyList<Passage> All { get; }

    public void Save(StateWriter writer)
    {
        foreach (var passage in All)
        {
            passage.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        foreach (var passage in All)
        {
            passage.Load(reader);
        }
    }
}
