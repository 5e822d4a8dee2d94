namespace FlashSale.Simulator;

/// <summary>Certificates in season.sqlite, and the truth about applicants in a table of its own.</summary>
internal static class CertificateTable
{
    /// <summary>Writes the tables: a row for each store that was asked.</summary>
    public static void Write(SqliteFile file, SeasonRun run, CertifiedSellers sellers)
    {
        file.Run(Resource.Text("certificate-schema.sql"));
        using var seen = file.Insert("certificate", 6);
        using var truth = file.Insert("truth_applicant", 4);
        for (var store = 0; store < sellers.Count; store++)
        {
            var course = sellers[store];
            if (!course.WasAsked)
            {
                continue;
            }

            var known = run.Market.View.Certification(new StoreId(store));
            seen.Add(store).Add(Words.Of(known.Status)).Add(Words.Of(known.Certificate))
                .Add(course.IsSummoned).Add(DayOf(course.AppliedMs)).Add(DayOf(course.CertifiedMs)).Run();
            truth.Add(store).Add(sellers.Persons.PersonOf(run.Stores[store].Owner)).Add(course.Attempts)
                .Add(Words.Of(course.Phase)).Run();
        }
    }

    private static long? DayOf(long ms) => ms == 0 ? null : ms / SeasonDay.Ms;
}
