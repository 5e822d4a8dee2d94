namespace FlashSale.Simulator;

/// <summary>How far the buyers of a region trust a market when a week begins: a row of truth_trust_week.
/// </summary>
internal struct TrustWeek
{
    /// <summary>The trust of all its buyers added up, in 1/10,000.</summary>
    public long TrustSum;

    /// <summary>The week.</summary>
    public int Week;

    /// <summary>The region.</summary>
    public int Region;

    /// <summary>The number of the <see cref="MarketKind"/>.</summary>
    public int Market;

    /// <summary>Buyers of the region.</summary>
    public int Buyers;

    /// <summary>Of those, who have left the market.</summary>
    public int Left;

    /// <summary>The mood of the region, in 1/10,000.</summary>
    public int Mood;

    /// <summary>The mean trust of its buyers.</summary>
    public readonly double Trust => Buyers == 0 ? 0 : (double)TrustSum / Buyers / 10_000;

    /// <summary>Looks at all buyers when a week begins: a row for each region and market.</summary>
    public static TrustWeek[] Of(SeasonRun run, BuyerTrust trust, in SeasonDay day)
    {
        var regions = run.World.Regions.Count;
        var rows = new TrustWeek[regions * 2];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at].Week = day.Week;
            rows[at].Region = at % regions;
            rows[at].Market = (int)(at < regions ? MarketKind.Consumer : MarketKind.Brand);
            rows[at].Mood = (int)Math.Round(trust.Moods.Of(at % regions, day.Number) * 10_000);
        }

        for (var buyer = 0; buyer < run.World.Terms.Buyers; buyer++)
        {
            var region = run.World.RegionOf(buyer);
            rows[region].Add(trust.Levels, buyer);
            rows[regions + region].Add(trust.Levels, buyer);
        }

        return rows;
    }

    private void Add(TrustLevels levels, int buyer)
    {
        Buyers++;
        TrustSum += (long)Math.Round(levels.Of(buyer, (MarketKind)Market) * 10_000);
        Left += levels.HasLeft(buyer, (MarketKind)Market) ? 1 : 0;
    }
}
