namespace FlashSale.Simulator;

/// <summary>The table truth_trust_week of season.sqlite: what buyers think, which no rule sees.</summary>
internal static class TrustRows
{
    private const int Columns = 7;

    /// <summary>Writes all weeks of all regions and markets.</summary>
    public static void Write(SqliteFile file, SeasonRun run, BuyerTrust trust)
    {
        file.Run(Resource.Text("trust-schema.sql"));
        using var insert = file.Insert("truth_trust_week", Columns);
        for (var row = 0; row < trust.Weeks; row++)
        {
            var week = trust.WeekAt(row);
            insert.Add(week.Week).Add(run.World.Regions[week.Region].Name)
                .Add(Words.Of((MarketKind)week.Market)).Add(week.Buyers)
                .Add((long)Math.Round(week.Trust * 10_000)).Add(week.Left).Add(week.Mood).Run();
        }
    }
}
