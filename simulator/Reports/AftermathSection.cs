namespace FlashSale.Simulator;

/// <summary>What followed the day: parcels, ratings, escrow.</summary>
internal static class AftermathSection
{
    private const double Parcels100Million = 100e6;
    private const double DeliveredShown = 0.995;

    /// <summary>Parcels delivered, with the mark of 100 million.</summary>
    public static string Delivery(RunResult result)
    {
        var run = result.Summary;
        var curve = result.Timeline.Where(row => row[Measures.DeliveredOfDay] > 0).ToList();
        var parcels = 0L;
        var points = curve
            .Select(row => (X: Day(row), Y: (double)(parcels += row[Measures.DeliveredOfDay]))).ToList();
        var lastDay = points.FirstOrDefault(point => point.Y >= parcels * DeliveredShown).X;
        var published = run.Comparison?.PublishedValue(FestivalComparison.First100MillionParcels);
        var chart = new LineChart(
            "Parcels of the day delivered against days since midnight",
            Axis.FromZero(Math.Max(1, lastDay), day => Amounts.Number(day, 1) + " d"),
            Axis.FromZero(Math.Max(1, parcels), Amounts.Tick))
        {
            Series =
            [
                new("orders", points, SeriesForm.Area),
                new("text", published is { } days ? [(days, Parcels100Million)] : [], SeriesForm.Dots)
                {
                    Titles = [$"published: 100 million parcels after {Amounts.Number(published, 1)} days"],
                },
            ],
            Marks = parcels < Parcels100Million ? [] : [new(Parcels100Million, "100 million parcels", false)],
        };
        return Html.Section("Delivery",
            [Html.Figure(chart.Draw, DeliveryLegend(published), DeliveryCaption(run))]);
    }

    /// <summary>Stars per component.</summary>
    public static string Ratings(RunSummary run)
    {
        var ratings = run.Ratings;
        var chart = new BarChart("Shares of one to five stars, per component", 1)
        {
            Bars =
            [
                StarBar("Goods as described", ratings.Described), StarBar("Service", ratings.Service),
                StarBar("Dispatch speed", ratings.Dispatch), StarBar("Delivery speed", ratings.Delivery),
            ],
        };
        return Html.Section("Ratings", [
            Html.Figure(chart.Draw, Enumerable.Range(1, 5).Select(star =>
                new LegendEntry(star == 1 ? "1 star" : $"{star} stars", $"star{star}", "block")),
                $"{Amounts.Count(ratings.Count)} orders were rated by their buyers. Credit: "
                + $"{Amounts.Count(ratings.Credit.Good)} good, "
                + $"{Amounts.Count(ratings.Credit.Medium)} medium, "
                + $"{Amounts.Count(ratings.Credit.Poor)} poor; "
                + $"{Amounts.Count(ratings.Credit.GoodByDefault)} good by silence."),
        ]);
    }

    /// <summary>What escrow held, and the check of the money.</summary>
    public static string Escrow(RunResult result)
    {
        var run = result.Summary;
        var rows = result.Timeline;
        var chart = new LineChart(
            "Money in escrow against days since midnight",
            Axis.FromZero(Math.Max(1, run.SimulatedDays), day => Amounts.Number(day, 1) + " d"),
            Axis.FromZero(Math.Max(1, (double)run.Escrow.PeakYuan), yuan => "¥" + Amounts.Tick(yuan)))
        {
            Series =
            [
                new("escrow", [.. rows.Where(row => row.Seconds >= 0).Select(row => (Day(row),
                (double)row.Yuan(Measures.Escrow)))],
                    SeriesForm.Area),
            ],
        };
        return Html.Section("Escrow", [
            Html.Figure(chart.Draw, [new("held for orders paid and not yet confirmed", "escrow")],
                $"The most was {Amounts.Yuan(run.Escrow.PeakYuan)}"
                + (run.Escrow.PeakAt is { } at ? $" at {at}" : "")
                    + $"; {Amounts.Yuan(run.Escrow.EndYuan)} at the end."),
            MoneyCheck(run.Sample.Money),
        ]);
    }

    private static string MoneyCheck(SampleMoney money)
    {
        var rest = money.PaidYuan - money.HeldYuan - money.ReleasedYuan - money.RefundedYuan;
        var sum = money.Accounts.Sum(account => account.Yuan);
        return Html.Table("Every order’s money, in yuan of the sample", ["Part", "#Yuan"],
            [
                ["Paid by buyers", Amounts.YuanExact(money.PaidYuan)],
                ["Held in escrow", Amounts.YuanExact(money.HeldYuan)],
                ["Released to stores and platform", Amounts.YuanExact(money.ReleasedYuan)],
                ["Refunded to buyers", Amounts.YuanExact(money.RefundedYuan)],
                ["Paid − held − released − refunded", $"{Amounts.YuanExact(rest)} {Sign(rest == 0)}"],
            ])
            + Html.Table("Every account, in yuan of the sample", ["Accounts of", "#Accounts", "#Balance"],
            [
                .. money.Accounts.Select(account => (IReadOnlyList<string>)
                    [account.Kind, Amounts.Whole(account.Accounts), Amounts.YuanExact(account.Yuan)]),
                ["Sum", Amounts.Whole(money.Accounts.Sum(account => account.Accounts)),
                    $"{Amounts.YuanExact(sum)} {Sign(sum == 0)}"],
            ]);
    }

    private static IEnumerable<LegendEntry> DeliveryLegend(double? published)
    {
        yield return new("delivered, of orders paid on the day", "orders");
        if (published is not null)
        {
            yield return new("published: first 100 million", "text", "dot");
        }
    }

    private static string DeliveryCaption(RunSummary run) =>
        run.DeliveryDays is { P50: { } half, P90: { } most }
        ? "Cumulative. From payment to delivery half of the parcels took "
            + $"{Amounts.Number(half, 1)} days or less, nine tenths {Amounts.Number(most, 1)}."
        : "Nothing was delivered in this run.";

    private static Bar StarBar(string name, ComponentRating rating) => new(
        name, $"mean {Amounts.Stars(rating.Mean)}",
        [.. rating.SharePerStar.Select((share, star) => new Segment(share, $"star{star + 1}"))]);

    private static string Sign(bool holds) => holds ? "✓" : "✗";

    private static double Day(TimelineRow row) => (double)row.EndSeconds / FestivalClock.DaySeconds;
}
