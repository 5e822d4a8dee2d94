namespace FlashSale.Simulator;

/// <summary>Who waited and who was turned away over the day.</summary>
internal static class QueueSection
{
    private const double FirstSecond = 0.5; // the middle of it

    /// <summary>The charts; a sentence where nothing waited or nothing was refused.</summary>
    public static string Of(RunResult result)
    {
        var day = result.Timeline.Where(row => row.Seconds is >= 0 and < FestivalClock.DaySeconds).ToList();
        return Html.Section("Payments waiting", [Waiting(result.Summary, day)])
            + Html.Section("Refused, tried again, given up", [TurnedAway(result.Summary, day)]);
    }

    private static string Waiting(RunSummary run, IReadOnlyList<TimelineRow> day)
    {
        var time = TimeAxis.Logarithmic("time since midnight", 1, FestivalClock.DaySeconds);
        var curve = new Curve("waiting", "payments", [.. day.Select(row =>
            ((double)row.EndSeconds, (double)row[Measures.QueuedPayments]))])
        {
            HasArea = true,
        };
        return curve.HighestOver(time) == 0 ? Html.Paragraph("No payment waited for its channel.")
            : ChartFigure.Of(
                new Chart(
                    "Payments waiting for their channel against time since midnight", time,
                    Axis.FromZero("payments waiting", curve.HighestOver(time), Amounts.Tick) with
                    {
                        Exact = Amounts.Count,
                    },
                    [.. ShockBand.Areas(run), curve]),
                "Orders whose buyers wait for the payment channel, at the end of each second of the first "
                + "hour and of each minute later; means of what shares a pixel. Logarithmic time.");
    }

    private static string TurnedAway(RunSummary run, IReadOnlyList<TimelineRow> day)
    {
        (string Name, string Colour, string Dash, Measure Measure)[] lines =
        [
            ("refused", "refused", "", Measures.Refused),
            ("tried again", "orders", "dash2", Measures.Retried),
            ("given up, or not come for", "text", "dash3", Measures.Abandoned),
        ];
        var curves = lines
            .Select(line => new Curve(line.Name, line.Colour, Rates(day, line.Measure)) { Dash = line.Dash })
            .ToList();
        var time = TimeAxis.Logarithmic("time since midnight", FirstSecond, FestivalClock.DaySeconds);
        var highest = curves.Max(curve => curve.HighestOver(time));
        return highest == 0 ? Html.Paragraph("Nothing was refused, and nothing was tried again.")
            : ChartFigure.Of(
                new Chart(
                    "Refusals, further tries and checkouts given up a second, against time since midnight",
                    time,
                    Axis.FromZero("a second", highest, Amounts.Tick) with
                    {
                        Exact = Amounts.Rate,
                    },
                    [.. ShockBand.Areas(run), .. curves]),
                "Refusals of checkouts and payments; checkouts tried again; checkouts given up, or not come "
                + "for by buyers who stay away. Means of what shares a pixel. Logarithmic time.");
    }

    /// <summary>How often a second something happened, at the middle of each row.</summary>
    internal static IReadOnlyList<(double X, double Y)> Rates(
        IEnumerable<TimelineRow> rows, Measure measure) =>
        [.. rows.Select(row => (row.Seconds + row.LengthSeconds / 2.0,
            (double)row[measure] / row.LengthSeconds))];
}
