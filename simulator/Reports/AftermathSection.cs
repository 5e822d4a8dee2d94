namespace FlashSale.Simulator;

/// <summary>What followed the day: parcels, ratings, escrow.</summary>
internal static class AftermathSection
{
    private const double Parcels100Million = 100e6;

    /// <summary>Parcels delivered, with the mark of 100 million.</summary>
    public static string Delivery(RunResult result)
    {
        var parcels = 0L;
        List<(double X, double Y)> points =
        [
            (0, 0),
            .. result.Timeline.Where(row => row[Measures.DeliveredOfDay] > 0).Select(row =>
                ((double)row.EndSeconds, (double)(parcels += row[Measures.DeliveredOfDay]))),
        ];
        var days = result.Summary.Comparison?.PublishedValue(FestivalComparison.First100MillionParcels);
        var published = days * FestivalClock.DaySeconds;
        var chart = new Chart(
            "Parcels of the day delivered against time since midnight",
            TimeAxis.Linear("time since midnight", 0, Math.Max(points[^1].X, published ?? 0)),
            Axis.FromZero("parcels delivered", Math.Max(parcels, published is null ? 1 : Parcels100Million),
                Amounts.Tick) with
            {
                Exact = Amounts.Count,
            },
            [
                .. ShockBand.Areas(result.Summary),
                new Curve("delivered, of orders paid on the day", "orders", points)
                {
                    Rule = CurveRule.Level, HasArea = true,
                },
                new Dots("published: first 100 million", "text",
                    published is { } at ? [new Dot(at, Parcels100Million)] : []),
                .. parcels < Parcels100Million ? Array.Empty<IChartLayer>()
                    : [new GuideLine(Parcels100Million, "100 million parcels", false)],
            ]);
        return Html.Section("Delivery", [ChartFigure.Of(chart, DeliveryCaption(result.Summary))]);
    }

    /// <summary>Stars per component.</summary>
    public static string Ratings(RunSummary run)
    {
        var ratings = run.Ratings;
        var chart = new RowChart(
            "Shares of one to five stars, per component", "Component", ShopSection.ShareAxis("share"),
            [
                StarRow("Goods as described", ratings.Described), StarRow("Service", ratings.Service),
                StarRow("Dispatch speed", ratings.Dispatch), StarRow("Delivery speed", ratings.Delivery),
            ]);
        return Html.Section("Ratings", [
            ChartFigure.Of(chart,
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
        List<(double X, double Y)> points =
        [
            (0, (double)(result.Timeline.LastOrDefault(row => row.EndSeconds <= 0)?.Yuan(Measures.Escrow)
                ?? 0)),
            .. result.Timeline.Where(row => row.Seconds >= 0).Select(row =>
                ((double)row.EndSeconds, (double)row.Yuan(Measures.Escrow))),
        ];
        var chart = new Chart(
            "Money in escrow against time since midnight",
            TimeAxis.Linear("time since midnight", 0, points[^1].X),
            Axis.FromZero(
                "yuan in escrow", (double)run.Escrow.PeakYuan, yuan => "¥" + Amounts.Tick(yuan)) with
            {
                Exact = yuan => Amounts.Yuan((decimal)yuan),
            },
            [
                .. ShockBand.Areas(run),
                new Curve("held for orders paid and not yet confirmed", "escrow", points)
                {
                    Rule = CurveRule.Level,
                    HasArea = true,
                },
            ]);
        return Html.Section("Escrow", [
            ChartFigure.Of(chart,
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

    private static string DeliveryCaption(RunSummary run) => string.Join(' ', new[]
    {
        "Cumulative.", Findings.Delivery(run), Findings.HitRegions(run),
    }.OfType<string>());

    private static ChartRow StarRow(string name, ComponentRating rating) => ChartRow.Stacked(
        name, $"mean {Amounts.Stars(rating.Mean)}",
        rating.SharePerStar.Select((share, star) =>
            (share, $"star{star + 1}", star == 0 ? "1 star" : $"{star + 1} stars")));

    private static string Sign(bool holds) => holds ? "✓" : "✗";
}
