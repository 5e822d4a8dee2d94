namespace FlashSale.Simulator;

/// <summary>The curves of a season: what happened day by day and week by week.</summary>
internal static class SeasonCurves
{
    /// <summary>Orders a day.</summary>
    public static string Orders(SeasonResult result) => Section(
        result, "Orders a day", "orders a day", Amounts.Tick,
        "Orders that were placed and paid, day by day, on a logarithmic axis; festivals stand out. The "
            + "shaded days are the warm-up, which is not measured.",
        isLogarithmic: true,
        Curve(result.Days, "placed", "orders", SeasonMeasures.Placed),
        Curve(result.Days, "paid", "payments", SeasonMeasures.Paid) with { Dash = "dash2" });

    /// <summary>GMV a day.</summary>
    public static string Gmv(SeasonResult result) => Section(
        result, "GMV a day", "yuan a day", Amounts.Tick,
        "What was paid, and what was given back, on a logarithmic axis.", isLogarithmic: true,
        Curve(result.Days, "paid", "gmv", SeasonMeasures.Gmv),
        Curve(result.Days, "given back", "plain", SeasonMeasures.Refunded) with { Dash = "dash2" });

    /// <summary>Openings and exits a day, by weeks.</summary>
    public static string Turnover(SeasonResult result) => Section(
        result, "Stores that open and close", "stores a day", tick => Amounts.Number(tick, 1),
        "By weeks from Monday on. Openings keep to their rate; "
            + (result.Summary.Accounts is null
                ? "each exit is chance." : "exits follow from what stores earn."),
        isLogarithmic: false,
        Curve(result.Weeks, "opened", "orders", SeasonMeasures.Openings),
        Curve(result.Weeks, "closed", "plain", SeasonMeasures.Exits) with { Dash = "dash2" });

    /// <summary>Open stores.</summary>
    public static string Stores(SeasonResult result)
    {
        var lowest = result.Days.Min(day => day[SeasonMeasures.Stores]);
        var highest = result.Days.Max(day => day[SeasonMeasures.Stores]);
        var days = DaysOf(result);
        return Html.Section("Open stores", [
            ChartFigure.Of(
                new Chart("Open stores against the days of the season", days,
                    Axis.Around("open stores", lowest, highest, Amounts.Tick),
                    WarmUp(result.Summary), Curve(result.Days, "open stores", "orders", SeasonMeasures.Stores)
                    with { Rule = CurveRule.Level }),
                "At the end of each day."),
        ]);
    }

    /// <summary>Fakes on sale, and what is removed of them.</summary>
    public static string Counterfeits(SeasonResult result) => Section(
        result, "Fakes on sale", "listings", Amounts.Tick,
        "Listings with fakes at 04:00 – truth, which the platform does not know – and listings removed a day "
            + "by weeks.",
        isLogarithmic: false,
        Curve(result.Days, "fakes on sale", "plain", SeasonMeasures.FakesOnSale),
        Curve(result.Weeks, "removed a day", "orders", SeasonMeasures.Removed) with { Dash = "dash2" });

    private static string Section(
        SeasonResult result, string heading, string unit, Func<double, string> tick, string caption,
        bool isLogarithmic, params IReadOnlyList<Curve> curves)
    {
        var days = DaysOf(result);
        var highest = curves.Max(curve => curve.HighestOver(days));
        var axis = isLogarithmic
            ? Axis.LogarithmicAround(unit, LowestOf(curves), highest, tick)
            : Axis.FromZero(unit, highest, tick);
        return Html.Section(heading, [
            ChartFigure.Of(
                new Chart($"{heading} against the days of the season", days, axis,
                    [WarmUp(result.Summary), .. curves]), caption),
        ]);
    }

    /// <summary>The axis of days, in days or in parts of them.</summary>
    /// <param name="starts">The first day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="parts">How many parts a day has on the axis.</param>
    public static Axis DaysOf(DateOnly starts, int days, int parts = 1)
    {
        const double ticksWanted = 8;
        return Axis.Linear("day", 0, days * (double)parts, Axis.NiceStep(days / ticksWanted) * parts, at =>
            starts.AddDays((int)(at / parts)).ToString(
                "d MMM", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Axis DaysOf(SeasonResult result) =>
        DaysOf(result.Summary.StartsOn, Math.Max(1, result.Days.Count));

    // Of most days: the first ones, on which nothing has come back yet, may lie below the axis.
    private static double LowestOf(IReadOnlyList<Curve> curves)
    {
        var values = curves.SelectMany(curve => curve.Points.Select(point => point.Y))
            .Where(value => value > 0).Order().ToList();
        return values.Count == 0 ? 1 : values[values.Count / 20];
    }

    private static GuideArea WarmUp(SeasonSummary season) =>
        new(0, season.WarmUpDays, "warm-up", "plateau");

    // A row's value a day, in the middle of its days; of a level, as it is.
    private static Curve Curve(
        IReadOnlyList<SeasonRow> rows, string name, string colour, SeasonMeasure measure) =>
        new(name, colour, [.. rows.Select(row => (
            row.First + (row.Days / 2.0), ValueOf(row, measure) / (measure.IsLevel ? 1 : row.Days)))]);

    private static double ValueOf(SeasonRow row, SeasonMeasure measure) =>
        row[measure] / (measure.IsMoney ? 100.0 : 1);
}
