using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// The tables of run.sqlite that hold what was recorded and what the run's own audit found: counts per
/// second that no order keeps, reasons, accounts, checks.
/// </summary>
internal static class RecordedTables
{
    /// <summary>The reasons that are no refusal, in the table «reasons».</summary>
    public const string RatingByDefault = "rating-by-default";

    /// <summary>Writes them.</summary>
    public static void Write(SqliteFile file, RunSummary summary, RunRecorder? recorder)
    {
        WriteFigures(file, summary);
        WriteParameters(file, summary.Parameters);
        WriteShocks(file, summary.Shocks);
        WriteAccounts(file, summary.Sample.Money.Accounts);
        WriteChecks(file, summary.Audit.Checks);
        if (recorder is not null)
        {
            WriteCounts(file, recorder);
            WriteReasons(file, recorder);
            PassageTables.Write(file, recorder.Passages, summary.Bottlenecks);
        }
    }

    private static void WriteFigures(SqliteFile file, RunSummary summary)
    {
        using var insert = file.Insert("figures", 4);
        foreach (var figure in SummaryFigures.All
            .Where(one => one.Of(summary) is not null && !one.IsOfWallClock))
        {
            insert.Add(figure.Field).Add(figure.Unit).Add(figure.Meaning)
                .Add(Convert.ToString(figure.In(summary), CultureInfo.InvariantCulture)).Run();
        }
    }

    private static void WriteParameters(SqliteFile file, IReadOnlyList<RunParameter> parameters)
    {
        using var insert = file.Insert("parameters", 3);
        for (var number = 0; number < parameters.Count; number++)
        {
            insert.Add(number).Add(parameters[number].Name).Add(parameters[number].Value).Run();
        }
    }

    private static void WriteShocks(SqliteFile file, IReadOnlyList<RunShock> shocks)
    {
        using var insert = file.Insert("shocks", 8);
        for (var number = 0; number < shocks.Count; number++)
        {
            var shock = shocks[number];
            foreach (var (part, place) in shock.Places.DefaultIfEmpty("").Index())
            {
                insert.Add(number).Add(part).Add(shock.Kind).Add(place)
                    .Add(shock.FromSeconds).Add(shock.UntilSeconds)
                    .Add(shock.Capacity).Add(shock.Confidence).Run();
            }
        }
    }

    private static void WriteAccounts(SqliteFile file, IReadOnlyList<AccountBalance> accounts)
    {
        using var insert = file.Insert("accounts", 4);
        for (var number = 0; number < accounts.Count; number++)
        {
            var account = accounts[number];
            insert.Add(number).Add(account.Kind).Add(account.Accounts).Add((long)(account.Yuan * 100)).Run();
        }
    }

    private static void WriteChecks(SqliteFile file, IReadOnlyList<RunCheck> checks)
    {
        using var insert = file.Insert("checks", 4);
        for (var number = 0; number < checks.Count; number++)
        {
            var check = checks[number];
            insert.Add(number).Add(check.Name).Add(check.Passed ? 1 : 0).Add(check.Finding).Run();
        }
    }

    private static void WriteCounts(SqliteFile file, RunRecorder recorder)
    {
        using var insert = file.Insert("counts", 9);
        for (var at = 0; at < recorder.Rows.Count; at++)
        {
            ref readonly var row = ref recorder.Rows[at];
            var counted = row.Visited + row.Carted + row.CheckoutsTried + row.Refused + row.Retried
                + row.Abandoned + row.QueuedPlusOne + row.EscrowFenPlusOne;
            if (counted > 0 || at == recorder.Rows.Count - 1)
            {
                insert.Add(recorder.Grid.SecondsAt(at)).Add(row.Visited).Add(row.Carted)
                    .Add(row.CheckoutsTried).Add(row.Refused).Add(row.Retried).Add(row.Abandoned)
                    .Add(row.QueuedPlusOne > 0 ? row.QueuedPlusOne - 1 : null)
                    .Add(row.EscrowFenPlusOne > 0 ? row.EscrowFenPlusOne - 1 : null).Run();
            }
        }
    }

    private static void WriteReasons(SqliteFile file, RunRecorder recorder)
    {
        var labels = recorder.Labels;
        using var insert = file.Insert("reasons", 4);
        Add("refusal", labels.Refusals, recorder.Refusals.CountOf);
        Add("giving-up", labels.AbandonReasons, recorder.AbandonReasons.CountOf);
        Add("closing", labels.CloseReasons, recorder.CloseReasons.CountOf);
        Add("refund", labels.RefundReasons, recorder.RefundReasons.CountOf);
        Add(RatingByDefault, ["good"], _ => recorder.Ratings.ByDefault);

        void Add(string what, IReadOnlyList<string> reasons, Func<int, long> countOf)
        {
            for (var number = 0; number < reasons.Count; number++)
            {
                insert.Add(what).Add(number).Add(reasons[number]).Add(countOf(number)).Run();
            }
        }
    }
}
