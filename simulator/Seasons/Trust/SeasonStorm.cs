namespace FlashSale.Simulator;

/// <summary>
/// Snow that closes the roads of a region for days: no parcel reaches it, and what waited comes in as many
/// days after it (rule LOG-2).
/// </summary>
public sealed record SeasonStorm
{
    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Its first day, from the first day of the season.</summary>
    public required int Day { get; init; }

    /// <summary>How many days the roads are closed.</summary>
    public required int Days { get; init; }

    /// <summary>When a parcel arrives that would have arrived in the storm, in ms of the season.</summary>
    /// <param name="atMs">When it would have.</param>
    /// <param name="unit">Where it stands in the queue that waited: from 0 to 1.</param>
    internal long ArrivesAt(long atMs, double unit)
    {
        var (from, until) = (Day * SeasonDay.Ms, (Day + Days) * SeasonDay.Ms);
        return atMs < from || atMs >= until ? atMs : until + (long)(unit * (until - from));
    }

    /// <summary>
    /// When an order's parcel arrives that would arrive at a time, after all storms that it meets.
    /// </summary>
    internal static long Delay(SeasonWorld world, OrderId order, long atMs)
    {
        foreach (var storm in world.Scenario.Storms ?? [])
        {
            if (world.Regions[world.RegionOf(order.Buyer.Value)].Name == storm.Region)
            {
                atMs = storm.ArrivesAt(
                    atMs, Draws.ToUnit(Draws.At(world.Seed, order.Packed, Streams.SeasonStorm, 0)));
            }
        }

        return atMs;
    }

    /// <summary>Reads the storms of a season, by their days; null if there are none.</summary>
    internal static IReadOnlyList<SeasonStorm>? ReadAll(Block block, SeasonTerms season)
    {
        const int stormsMax = 100;
        var storms = block.Blocks("storms", [], stormsMax, Read);
        if (storms.FirstOrDefault(storm => storm.Day >= season.DaysInAll) is { } late)
        {
            block.Refuse("storms", FormattableString.Invariant($"that of day {late.Day} changes nothing"),
                FormattableString.Invariant($"days below {season.DaysInAll}"));
        }

        return storms.Count == 0 ? null : [.. storms.OrderBy(storm => storm.Day)];
    }

    private static SeasonStorm Read(Block block)
    {
        var storm = new SeasonStorm
        {
            Region = block.Text("region", null, Limits.NameLengthMax),
            Day = (int)block.Count("day", null, 0, 10_000),
            Days = (int)block.Count("days", null, 1, 365),
        };
        if (Simulator.Region.Typical.All(one => one.Name != storm.Region))
        {
            block.Refuse("region", $"«{storm.Region}» is no region",
                string.Join(", ", Simulator.Region.Typical.Select(one => one.Name)));
        }

        return storm;
    }
}
