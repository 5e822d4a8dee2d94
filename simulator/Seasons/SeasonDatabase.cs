using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// season.sqlite: sellers, stores, their weeks and the days of a season; truth in tables of its own.
/// </summary>
internal static class SeasonDatabase
{
    /// <summary>Writes the file anew.</summary>
    /// <exception cref="IOException">The file cannot be written; the message holds SQLite's own.</exception>
    public static void Write(string path, SeasonRun run, SeasonParts parts, SeasonResult result)
    {
        using var file = new SqliteFile(path);
        file.Run(Resource.Text("season-schema.sql"));
        WriteManifest(file, result.Summary);
        WriteOwners(file, run.Stores);
        WriteStores(file, run);
        WriteWeeks(file, run.Recorder);
        WriteDays(file, result);
        if (parts.Accounts is { } accounts)
        {
            AccountWeekRows.Write(file, accounts);
        }

        if (parts.Trust is { } trust)
        {
            TrustRows.Write(file, run, trust);
        }

        if (parts.Counterfeits is { } counterfeits)
        {
            CounterfeitTables.Write(file, run, counterfeits);
            if (counterfeits.Appeals is { } court)
            {
                AppealTable.Write(file, court);
            }
        }

        if (parts.Certification is { } office)
        {
            CertificateTable.Write(file, run, office.Sellers);
        }

        if (parts.Screening is { } desk)
        {
            PublicationTable.Write(file, run, desk.Listings);
        }

        file.Finish();
    }

    private static void WriteManifest(SqliteFile file, SeasonSummary season)
    {
        using var insert = file.Insert("manifest", 2);
        foreach (var (key, value) in new[]
        {
            ("scenario", season.Scenario),
            ("scenario_hash", season.ScenarioHash),
            ("seed", season.Seed.ToString(CultureInfo.InvariantCulture)),
            ("starts_on", season.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("warm_up_days", season.WarmUpDays.ToString(CultureInfo.InvariantCulture)),
            ("commit", season.Commit),
            ("command", season.Command),
            ("state_hash", season.StateHash),
            ("partial", season.Partial ? "yes" : "no"),
        })
        {
            insert.Add(key).Add(value).Run();
        }
    }

    private static void WriteOwners(SqliteFile file, StoreRoll stores)
    {
        using var seen = file.Insert("owner", 4);
        using var truth = file.Insert("truth_owner", 2);
        for (var number = 0; number < stores.Owners; number++)
        {
            ref readonly var owner = ref stores.OwnerAt(number);
            seen.Add(number).Add(owner.SinceDay).Add(owner.Stores).Add(owner.OpenStores).Run();
            truth.Add(number).Add(Words.Of(owner.Type)).Run();
        }
    }

    private static void WriteStores(SqliteFile file, SeasonRun run)
    {
        using var insert = file.Insert("store", 10);
        var market = run.Market.View;
        for (var number = 0; number < run.Stores.Count; number++)
        {
            ref readonly var store = ref run.Stores[number];
            var id = new StoreId(number);
            var kind = store.IsBrand == 1 ? MarketKind.Brand : MarketKind.Consumer;
            insert.Add(number).Add(store.Owner).Add(market.StoreName(id)).Add(Words.Of(kind))
                .Add(run.World.Categories[store.Category].Name).Add(store.OpenedDay)
                .Add(store.IsOpen ? null : (long?)store.ClosedDay).Add(market.Credit(id).Points)
                .Add(store.MeasuredFen).Add(market.Balance(AccountId.Of(id))).Run();
        }
    }

    private static void WriteWeeks(SqliteFile file, SeasonRecorder recorder)
    {
        using var insert = file.Insert("seller_week", 13);
        for (var row = 0; row < recorder.SellerWeeks; row++)
        {
            var week = recorder.SellerWeekAt(row);
            insert.Add(week.Store).Add(week.Week).Add(week.Placed).Add(week.Paid).Add(week.Units)
                .Add(week.PaidFen).Add(week.Refunds).Add(week.RefundedFen).Add(week.SoldOut)
                .Add(week.LateParcels).Add(week.Stock).Add(week.Ratings).Add(week.Stars).Run();
        }
    }

    private static void WriteDays(SqliteFile file, SeasonResult result)
    {
        using var insert = file.Insert("day", 4);
        foreach (var day in result.Days)
        {
            var date = result.Summary.StartsOn.AddDays(day.First)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var measure in result.Measures)
            {
                insert.Add(day.First).Add(date).Add(measure.Column).Add(day[measure]).Run();
            }
        }
    }
}
