namespace FlashSale.Simulator;

/// <summary>Who won and who lost by each change of the policy of search (rules SRC-1, GOV-1).</summary>
internal static class SearchReforms
{
    private const int Weeks = 4; // before, and after the week of the change
    private const double WeeksPerYear = 365 / 7.0;
    private const double Noticed = 0.1;
    private const double SmallFen = 100_000 * 100.0;

    /// <summary>All changes that have four weeks before and after them.</summary>
    public static IReadOnlyList<SearchReform> Of(SeasonRun run)
    {
        var (scenario, calendar) = (run.World.Scenario, run.World.Calendar);
        var weeks = run.Recorder.Days.Count == 0 ? 0 : calendar[run.Recorder.Days.Count - 1].Week + 1;
        return
        [
            .. Enumerable.Range(1, Math.Max(0, run.Recorder.Days.Count - 1))
                .Where(day => scenario.Changes.Count > 0
                    && scenario.PolicyOn(day).Search != scenario.PolicyOn(day - 1).Search)
                .Select(day => (Day: day, calendar[day].Week))
                .Where(change => change.Week >= Weeks && change.Week + Weeks < weeks)
                .Select(change => Of(run, change.Day, change.Week)),
        ];
    }

    private static SearchReform Of(SeasonRun run, int day, int week)
    {
        var sold = new Dictionary<int, (int Weeks, double Before, double After)>();
        for (var row = 0; row < run.Recorder.SellerWeeks; row++)
        {
            var one = run.Recorder.SellerWeekAt(row);
            if (one.Week != week && Math.Abs(one.Week - week) <= Weeks)
            {
                var (seen, before, after) = sold.GetValueOrDefault(one.Store);
                sold[one.Store] = one.Week < week
                    ? (seen + 1, before + one.PaidFen, after)
                    : (seen + 1, before, after + one.PaidFen);
            }
        }

        var all = sold.OrderBy(one => one.Key).Select(one => one.Value)
            .Where(one => one.Weeks == 2 * Weeks).ToList();
        var small = all.Where(one => one.Before / Weeks * WeeksPerYear < SmallFen).ToList();
        var others = all.Where(one => one.Before / Weeks * WeeksPerYear >= SmallFen).ToList();
        var number = Math.Max(1.0, all.Count);
        return new SearchReform(
            day, all.Count,
            Rounded.To(all.Count(one => one.After > one.Before * (1 + Noticed)) / number, 4),
            Rounded.To(all.Count(one => one.After < one.Before * (1 - Noticed)) / number, 4),
            Change(small.Sum(one => one.Before), small.Sum(one => one.After)),
            Change(others.Sum(one => one.Before), others.Sum(one => one.After)));
    }

    private static double Change(double before, double after) =>
        before <= 0 ? 0 : Rounded.To((after / before) - 1, 4);
}
