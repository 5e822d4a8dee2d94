namespace FlashSale.Simulator;

/// <summary>What buyers did and what was sold: funnel, refusals, hottest listings, categories.</summary>
internal static class ShopSection
{
    private const int ListingsShown = 16;

    /// <summary>From a visit to a rating, in shares of what each unit began with; and refusals.</summary>
    public static string Funnel(RunSummary run) => Html.Section("From visit to rating", [
        ChartFigure.Of(
            new RowChart(
                "How many buyers, carts, checkouts and orders reached each stage", "Stage",
                ShareAxis("share of the first stage of the same unit"), [.. FunnelRows(run)]),
            "Buyers, carts, checkouts and orders are different things: each is set against its own first "
            + "stage. A buyer may fill several carts and try several checkouts; a checkout makes one order "
            + "for each of its stores."),
        Html.Table("Refused, given up, closed", ["What", "Why", "#How often"],
            [.. Reasons("refused", run.Refusals), .. Reasons("given up", run.AbandonReasons),
                .. Reasons("order closed", run.CloseReasons)]),
    ]);

    /// <summary>How much of their stock the hottest listings sold.</summary>
    public static string Listings(RunSummary run) => run.HotListings.Count == 0 ? "" : Html.Section(
        "Sell-through of the hottest listings", [
            ChartFigure.Of(
                new RowChart("Share of stock sold, per listing", "Listing", ShareAxis("share of the stock"),
                    [.. run.HotListings.Take(ListingsShown).Select(ListingRow)])
                {
                    HasTrack = true,
                },
                $"Best sellers first. {Findings.SoldOut(run)}"),
        ]);

    /// <summary>GMV by category.</summary>
    public static string Categories(RunSummary run) => Html.Section("GMV by category", [
        ChartFigure.Of(
            new RowChart("GMV per category", "Category",
                Axis.FromZero("yuan", run.Categories.Select(one => (double)one.Yuan).DefaultIfEmpty().Max(),
                    yuan => "¥" + Amounts.Tick(yuan)),
                [
                    .. run.Categories.OrderByDescending(category => category.Yuan).Select(category =>
                        new ChartRow(category.Kind,
                            $"{Amounts.Yuan(category.Yuan)} · {Amounts.Percent(category.Share)}",
                            new RowSegment(0, (double)category.Yuan, "gmv"))),
                ]),
            "Orders paid on the day, by the category of their first line."),
    ]);

    /// <summary>An axis from none to all.</summary>
    internal static Axis ShareAxis(string title) =>
        Axis.Linear(title, 0, 1, 0.25, share => Amounts.Percent(share, 0)) with
        {
            Exact = share => Amounts.Percent(share),
        };

    private static IEnumerable<ChartRow> FunnelRows(RunSummary run)
    {
        FunnelStage[] stages =
        [
            .. run.Funnel, new("gave up a checkout", "buyers", run.BuyersGaveUp),
            new("given up", "checkouts", Findings.GivenUp(run)),
        ];
        return stages.GroupBy(stage => stage.Counts).SelectMany((unit, at) => unit.Select(stage =>
            FunnelRow(stage, unit.First(), FormattableString.Invariant($"arm{at + 1}"))));
    }

    private static ChartRow FunnelRow(FunnelStage stage, FunnelStage first, string colour)
    {
        var share = first.Count == 0 ? 0 : (double)stage.Count / first.Count;
        var unit = char.ToUpperInvariant(stage.Counts[0]) + stage.Counts[1..];
        var part = stage == first ? "" : $" · {Amounts.Percent(share)}";
        return new ChartRow(
            $"{unit}: {StageOf(stage)}", $"{Amounts.Count(stage.Count)}{part}",
            new RowSegment(0, share, colour) { Name = stage.Counts });
    }

    // Beside its unit the stage need not name it again.
    private static string StageOf(FunnelStage stage) => stage.Stage switch
    {
        "carted" => "filled",
        "checkout-tried" => "tried",
        var other => other,
    };

    private static ChartRow ListingRow(ListingSales listing)
    {
        var sold = listing.Stock == 0 ? 0 : (double)listing.Sold / listing.Stock;
        var left = listing.Sold < listing.Stock ? $", {Amounts.Percent(1 - sold, 0)} back" : "";
        var (end, colour) = listing.SoldOutAt is { } at
            ? ($"out at {at}{left}", "soldout") : ($"{Amounts.Count(listing.Sold)} sold", "orders");
        return new ChartRow(
            listing.Name, $"{Amounts.Percent(sold, 0)}, {end}",
            new RowSegment(0, sold, colour)
            {
                Name = listing.SoldOutAt is null ? "never sold out" : "sold out at least once",
            });
    }

    private static IEnumerable<IReadOnlyList<string>> Reasons(string what, IReadOnlyList<KindCount> kinds) =>
        kinds.Where(kind => kind.Count > 0)
            .OrderByDescending(kind => kind.Count)
            .Select(kind => (IReadOnlyList<string>)[what, kind.Kind, Amounts.Whole(kind.Count)]);
}
