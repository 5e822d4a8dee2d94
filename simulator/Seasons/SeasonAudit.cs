using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// Every invariant of the market over a whole season, and what was measured against the market's own books.
/// </summary>
internal static class SeasonAudit
{
    /// <summary>All checks, in a fixed order.</summary>
    public static IReadOnlyList<RunCheck> Of(SeasonRun run, Season season) =>
    [
        .. season.Audit().Checks.Select(check => new RunCheck(check.Name, check.Passed, check.Detail)),
        Orders(run, season),
        Money(run),
        Stores(run),
        .. season.IsOver ? (IEnumerable<RunCheck>)[Weeks(run)] : [],
        .. season.Parts.Accounts is { } accounts ? AccountAudit.Of(run, accounts) : [],
    ];

    // What was not yet measured of the day under way is not counted.
    private static RunCheck Orders(SeasonRun run, Season season)
    {
        var counted = Sum(run, SeasonMeasures.Placed);
        var placed = run.Market.View.Orders.Placed;
        return new RunCheck(
            "season-orders", season.IsOver ? counted == placed : counted <= placed,
            Invariant($"{counted} orders in the days, {placed} in the market"));
    }

    private static RunCheck Money(SeasonRun run)
    {
        var counted = Sum(run, SeasonMeasures.Gmv);
        var paid = run.Market.View.Movements(MovementKind.Payment).Amount.Fen;
        return new RunCheck(
            "season-gmv", counted <= paid,
            Invariant($"{counted / 100m} yuan in the days, {paid / 100m} paid in all, late payments too"));
    }

    private static RunCheck Stores(SeasonRun run)
    {
        var wrong = Enumerable.Range(0, run.Stores.Count).Count(store =>
            run.Market.View.Store(new StoreId(store)) is not { } real
            || (real.Status != StoreStatus.Closed) != run.Stores[store].IsOpen);
        return new RunCheck(
            "season-stores", wrong == 0 && run.Stores.Count == run.Market.View.Stores,
            Invariant($"{run.Stores.Count} stores, {run.Stores.Open} open, {wrong} otherwise in the market"));
    }

    private static RunCheck Weeks(SeasonRun run)
    {
        var rows = Enumerable.Range(0, run.Recorder.SellerWeeks).Select(run.Recorder.SellerWeekAt);
        var (paid, fen) = (0L, 0L);
        foreach (var row in rows)
        {
            (paid, fen) = (paid + row.Paid, fen + row.PaidFen);
        }

        var (days, daysFen) = (Sum(run, SeasonMeasures.Paid), Sum(run, SeasonMeasures.Gmv));
        return new RunCheck(
            "season-weeks", (paid, fen) == (days, daysFen),
            Invariant($"{paid} orders paid in the weeks of stores, {days} in the days"));
    }

    private static long Sum(SeasonRun run, SeasonMeasure measure) =>
        run.Recorder.Days.Sum(day => day[measure]);
}
