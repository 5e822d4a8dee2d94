namespace FlashSale.Simulator;

/// <summary>What buyers did and what was sold: funnel, refusals, hottest listings, categories.</summary>
internal static class ShopSection
{
    private const int ListingsShown = 16;

    /// <summary>From a visit to a rating, and what was refused on the way.</summary>
    public static string Funnel(RunSummary run) => Html.Section("From visit to rating", [
        Html.Figure(new BarChart("How many reached each stage",
            Highest(run.Funnel.Select(stage => stage.Count)))
        {
            Bars = [.. run.Funnel.Select((stage, at) => FunnelBar(stage, at == 0 ? null
            : run.Funnel[at - 1]))],
        }.Draw, [], "Percentages are of the stage above where both count the same. "
            + "A checkout makes one order per store."),
        Html.Table("Refused, given up, closed", ["What", "Why", "#How often"],
            [.. Reasons("refused", run.Refusals), .. Reasons("given up", run.AbandonReasons),
                .. Reasons("order closed", run.CloseReasons)]),
    ]);

    /// <summary>How much of their stock the hottest listings sold.</summary>
    public static string Listings(RunSummary run) => run.HotListings.Count == 0 ? "" : Html.Section(
        "Sell-through of the hottest listings", [
            Html.Figure(new BarChart("Share of stock sold, per listing", 1)
            {
                HasTrack = true,
                Bars = [.. run.HotListings.Take(ListingsShown).Select(ListingBar)],
            }.Draw, [new("sold", "orders", "block"), new("sold out", "gmv", "block")],
                "Best sellers first. In all, "
                + $"{Amounts.Plural(run.SoldOutListings, "listing", "listings")} sold out."),
        ]);

    /// <summary>GMV by category.</summary>
    public static string Categories(RunSummary run) => Html.Section("GMV by category", [
        Html.Figure(new BarChart("GMV per category", (double)run.Categories.Max(category => category.Yuan))
        {
            Bars =
            [
                .. run.Categories.OrderByDescending(category => category.Yuan).Select(category => new Bar(
                    category.Kind, $"{Amounts.Yuan(category.Yuan)} · {Amounts.Percent(category.Share)}",
                    new Segment((double)category.Yuan, "gmv"))),
            ],
        }.Draw, [], "Orders paid on the day, by the category of their largest line."),
    ]);

    private static Bar FunnelBar(FunnelStage stage, FunnelStage? before)
    {
        var part = before is { Count: > 0 } && before.Counts == stage.Counts
            ? $", {Amounts.Percent((double)stage.Count / before.Count, 0)}" : "";
        var name = char.ToUpperInvariant(stage.Stage[0]) + stage.Stage[1..].Replace('-', ' ');
        return new Bar(name, $"{Amounts.Count(stage.Count)} {stage.Counts}{part}",
            new Segment(stage.Count, "orders"));
    }

    private static Bar ListingBar(ListingSales listing)
    {
        var part = listing.Stock == 0 ? 0 : (double)listing.Sold / listing.Stock;
        var end = listing.SoldOutAt is { } at ? $"out at {at}" : $"{Amounts.Count(listing.Sold)} sold";
        return new Bar(
            listing.Name, $"{Amounts.Percent(part, 0)}, {end}",
            new Segment(part, listing.SoldOutAt is null ? "orders" : "gmv"));
    }

    private static IEnumerable<IReadOnlyList<string>> Reasons(string what, IReadOnlyList<KindCount> kinds) =>
        kinds.Where(kind => kind.Count > 0)
            .OrderByDescending(kind => kind.Count)
            .Select(kind => (IReadOnlyList<string>)[what, kind.Kind, Amounts.Whole(kind.Count)]);

    private static double Highest(IEnumerable<long> counts) => Math.Max(1, counts.Max());
}
