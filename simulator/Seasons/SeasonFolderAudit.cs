using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// Proves a finished season: every byte of its folder is the one that was sealed, and the figures of
/// summary.json are those that the days and the weeks of stores in season.sqlite lead to.
/// </summary>
public static class SeasonFolderAudit
{
    /// <summary>The checks, in a fixed order.</summary>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static RunAuditReport Of(SeasonFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var checks = SealedFiles.Check(folder).ToList();
        try
        {
            using var database =
                new SqliteConnection($"Data Source={folder.DatabasePath};Mode=ReadOnly;Pooling=False");
            database.Open();
            checks.AddRange(OfRows(new RunRows(database), folder.ReadSummary()));
            return new RunAuditReport(checks, null);
        }
        catch (Exception fault) when (RunAudit.IsOfTheFiles(fault))
        {
            return new RunAuditReport(checks, fault.Message);
        }
    }

    private static IEnumerable<RunCheck> OfRows(RunRows rows, SeasonSummary season)
    {
        yield return new RunCheck(
            "audit-of-the-season", season.Audit.Passed, $"{season.Audit.Checks.Count} checks at its end");
        yield return Equal("every-owner-has-a-truth", rows.Number("SELECT COUNT(*) FROM owner"),
            rows.Number("SELECT COUNT(*) FROM owner JOIN truth_owner USING (owner)"));
        yield return Equal("stores-as-owners", rows.Number("SELECT SUM(stores) FROM owner"),
            rows.Number("SELECT COUNT(*) FROM store"));
        yield return Equal("open-stores", season.Stores,
            rows.Number("SELECT COUNT(*) FROM store WHERE closed_day IS NULL"));
        if (!season.Partial) // of the day on which one was stopped stores know more than the days
        {
            yield return Equal("gmv-of-stores", (long)(season.GmvYuan * 100),
                rows.Number("SELECT SUM(measured_fen) FROM store"));
            yield return Equal("weeks-as-days", rows.Number("SELECT SUM(paid_fen) FROM seller_week"),
                rows.Number("SELECT SUM(value) FROM day WHERE measure = 'gmv_yuan'"));
        }

        foreach (var (measure, stated) in new[]
        {
            (SeasonMeasures.Visits, season.Visits), (SeasonMeasures.Placed, season.OrdersPlaced),
            (SeasonMeasures.Paid, season.OrdersPaid), (SeasonMeasures.Gmv, (long)(season.GmvYuan * 100)),
            (SeasonMeasures.Refunded, (long)(season.RefundedYuan * 100)),
            (SeasonMeasures.Openings, season.Openings), (SeasonMeasures.Exits, season.Exits),
        })
        {
            var counted = "SELECT COALESCE(SUM(value), 0) FROM day WHERE "
                + Invariant($"day >= {season.WarmUpDays} AND measure = '{measure.Column}'");
            yield return Equal($"days-as-{measure.Column}", stated, rows.Number(counted));
        }
    }

    private static RunCheck Equal(string name, long stated, long counted) =>
        new(name, stated == counted, Invariant($"counted {counted:#,0}, stated {stated:#,0}"));
}
