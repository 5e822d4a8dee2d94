namespace FlashSale.Simulator;

/// <summary>The tables with the numbers behind the charts.</summary>
internal static class NumbersSection
{
    private static readonly int[] Edges =
    [
        0, 10, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 2 * 3_600, 6 * 3_600, 12 * 3_600, 18 * 3_600,
        FestivalClock.DaySeconds,
    ];

    /// <summary>All tables.</summary>
    public static string Of(RunResult result) => Html.Section("Numbers behind the charts", [
        Clock(result.Summary),
        Rates(result.Timeline),
        Days(result.Timeline),
        Listings(result.Summary),
        Stars(result.Summary.Ratings),
        Kinds("GMV by region", "Region", result.Summary.Regions),
        Kinds("Refunds by reason", "Reason", result.Summary.RefundReasons),
    ]);

    private static string Clock(RunSummary run) => run.Comparison is { Points.Count: > 0 } comparison
        ? Html.Table("GMV clock at the published times",
            ["Time", "#Simulated", "#Share", "#Published", "#Share", "#Error, points", "Sureness"],
            comparison.Points.Select(point => (IReadOnlyList<string>)
            [
                FestivalClock.Text(point.Seconds),
                point.SimulatedYuan is { } yuan ? Amounts.Yuan(yuan) : "–",
                point.SimulatedShare is { } share ? Amounts.Percent(share, 2) : "–",
                Amounts.Yuan(point.PublishedYuan),
                Amounts.Percent(point.PublishedShare, 2),
                Amounts.Number(point.ErrorPoints, 2),
                point.Sureness,
            ]))
        : Html.Table("GMV clock", ["Time", "#GMV", "#Share"],
            run.GmvClock.Select(point => (IReadOnlyList<string>)
            [FestivalClock.Text(point.Seconds), Amounts.Yuan(point.Yuan), Amounts.Percent(point.Share, 2)]));

    private static string Rates(IReadOnlyList<TimelineRow> timeline)
    {
        var day = timeline.Where(row => row.Seconds is >= 0 and < FestivalClock.DaySeconds).ToList();
        return Html.Table("Mean rates a second",
            ["From", "To", "#Orders", "#Payments", "#Refused", "#Retried", "#Payments waiting at the end"],
            Edges.Zip(Edges.Skip(1))
                .Select(edge => (edge, rows: day.Where(row => row.Seconds >= edge.First
                && row.Seconds < edge.Second)))
                .Where(part => part.rows.Any())
                .Select(part => Rate(part.edge, [.. part.rows])));
    }

    private static IReadOnlyList<string> Rate((int From, int To) edge, IReadOnlyList<TimelineRow> rows)
    {
        var length = (double)(edge.To - edge.From);
        return
        [
            FestivalClock.Text(edge.From),
            edge.To == FestivalClock.DaySeconds ? "24:00:00" : FestivalClock.Text(edge.To),
            Amounts.Whole(rows.Sum(row => row[Measures.Placed]) / length),
            Amounts.Whole(rows.Sum(row => row[Measures.Paid]) / length),
            Amounts.Whole(rows.Sum(row => row[Measures.Refused]) / length),
            Amounts.Whole(rows.Sum(row => row[Measures.Retried]) / length),
            Amounts.Whole(rows[^1][Measures.QueuedPayments]),
        ];
    }

    private static string Days(IReadOnlyList<TimelineRow> timeline)
    {
        var delivered = 0L;
        return Html.Table("Day by day",
            ["#Day", "#Shipped", "#Delivered", "#Delivered of the day, so far", "#Confirmed", "#Refunded",
            "#In escrow"],
            timeline.Where(row => row.Seconds >= 0)
                .GroupBy(row => row.Seconds / FestivalClock.DaySeconds)
                .Select(day => (IReadOnlyList<string>)
                [
                    Amounts.Whole(day.Key + 1),
                    Amounts.Count(day.Sum(row => row[Measures.Shipped])),
                    Amounts.Count(day.Sum(row => row[Measures.Delivered])),
                    Amounts.Count(delivered += day.Sum(row => row[Measures.DeliveredOfDay])),
                    Amounts.Count(day.Sum(row => row[Measures.Confirmed])),
                    Amounts.Yuan(day.Sum(row => row.Yuan(Measures.Refunded))),
                    Amounts.Yuan(day.Last().Yuan(Measures.Escrow)),
                ]));
    }

    private static string Listings(RunSummary run) => run.HotListings.Count == 0 ? "" : Html.Table(
        "Hottest listings", ["Listing", "Category", "#Price", "#Stock", "#Sold", "#Sold out"],
        run.HotListings.Select(listing => (IReadOnlyList<string>)
        [
            listing.Name,
            listing.Category,
            Amounts.Yuan(listing.PriceYuan),
            Amounts.Whole(listing.Stock),
            Amounts.Whole(listing.Sold),
            listing.SoldOutAt ?? "–",
        ]));

    private static string Stars(RatingsSummary ratings) => Html.Table(
        "Ratings", ["Component", "#Mean", "#1 star", "#2 stars", "#3 stars", "#4 stars", "#5 stars"],
        [
            Stars("Goods as described", ratings.Described), Stars("Service", ratings.Service),
            Stars("Dispatch speed", ratings.Dispatch), Stars("Delivery speed", ratings.Delivery),
        ]);

    private static IReadOnlyList<string> Stars(string name, ComponentRating rating) =>
        [name, Amounts.Stars(rating.Mean),
            .. rating.SharePerStar.Select(share => Amounts.Percent(share))];

    private static string Kinds(string caption, string column, IReadOnlyList<KindAmount> kinds) => Html.Table(
        caption, [column, "#Count", "#Yuan", "#Share"],
        kinds.OrderByDescending(kind => kind.Yuan).Select(kind => (IReadOnlyList<string>)
            [kind.Kind, Amounts.Whole(kind.Count), Amounts.Yuan(kind.Yuan), Amounts.Percent(kind.Share)]));
}
