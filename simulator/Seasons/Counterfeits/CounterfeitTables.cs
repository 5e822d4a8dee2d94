namespace FlashSale.Simulator;

/// <summary>
/// Cases, penalties and samples in season.sqlite, and the truth about them in tables of its own.
/// </summary>
internal static class CounterfeitTables
{
    /// <summary>Writes the tables of the model.</summary>
    public static void Write(SqliteFile file, SeasonRun run, CounterfeitModel model)
    {
        file.Run(Resource.Text("counterfeit-schema.sql"));
        WriteCases(file, run);
        WritePenalties(file, model.Penalties);
        WriteTruth(file, model.Truth);
        WriteSamples(file, model.Sample);
    }

    private static void WriteCases(SqliteFile file, SeasonRun run)
    {
        using var insert = file.Insert("\"case\"", 14);
        foreach (var seller in run.Market.View.CaseFilesFrom(default))
        {
            foreach (var one in run.Market.View.Cases(seller)!.Cases)
            {
                insert.Add(seller.Value).Add(one.Number).Add(one.Store.Value)
                    .Add(ListingOf(one.Listing.Value)).Add(Words.Of(one.Kind))
                    .Add(Words.Of(one.Source)).Add(Words.Of(one.Status))
                    .Add(one.IsUndecided ? null : Words.Of(one.Verdict)).Add(DayOf(run, one.OpenedMs))
                    .Add(one.IsUndecided ? null : (long?)DayOf(run, one.DecidedMs)).Add(one.Complaints)
                    .Add(one.EvidenceBasisPoints).Add(one.HasTakenDown ? 1 : 0).Add(one.Frozen.Fen).Run();
            }
        }
    }

    private static void WritePenalties(SqliteFile file, PenaltyLedger penalties)
    {
        using var seen = file.Insert("penalty", 11);
        using var truth = file.Insert("truth_penalty", 2);
        for (var row = 0; row < penalties.Count; row++)
        {
            ref readonly var one = ref penalties[row];
            seen.Add(row).Add(one.Seller).Add(one.Case).Add(one.Store).Add(ListingOf(one.Listing))
                .Add(one.Day).Add(Words.Of(one.Grounds)).Add(one.Points)
                .Add(Words.Of((StoreMeasure)one.Measure))
                .Add(one.EvidenceBasisPoints).Add(one.LossFen).Run();
            truth.Add(row).Add(one.WasFake).Run();
        }
    }

    private static void WriteTruth(SqliteFile file, HiddenTruth truth)
    {
        using var insert = file.Insert("truth_listing", 2);
        for (var listing = 0; listing < truth.Count; listing++)
        {
            if (truth.Of(listing) != ListingTruth.Genuine)
            {
                insert.Add(listing).Add(Words.Of(truth.Of(listing))).Run();
            }
        }
    }

    private static void WriteSamples(SqliteFile file, PrevalenceSample sample)
    {
        using var seen = file.Insert("prevalence", 3);
        using var truth = file.Insert("truth_prevalence", 4);
        for (var row = 0; row < sample.Months; row++)
        {
            var month = sample.MonthAt(row);
            seen.Add(month.FirstDay).Add(month.Drawn).Add(month.FoundFake).Run();
            truth.Add(month.FirstDay).Add(month.Paid).Add(month.Fakes)
                .Add(month.DrawnFakes).Run();
        }
    }

    private static long? ListingOf(int listing) => listing < 0 ? null : listing;

    private static int DayOf(SeasonRun run, long unixMs) =>
        (int)((unixMs - run.StartUnixMs) / SeasonDay.Ms);
}
