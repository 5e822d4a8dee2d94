namespace FlashSale.Simulator;

/// <summary>How far buyers trust the markets, in the report of a season (MODELS M11).</summary>
internal static class TrustSection
{
    /// <summary>All of it; nothing where nothing keeps buyers from coming.</summary>
    public static string Of(SeasonSummary season) => season.Trust is not { } trust ? ""
        : Html.Section("Buyers' trust (truth)", [
            Html.Paragraph(
                $"{Amounts.Percent(trust.VisitsLostShare)} of the visits did not happen for want of trust or "
                + $"mood. {Amounts.Whole(trust.BuyersLeft)} times a buyer left a market, "
                + $"{Amounts.Whole(trust.BuyersBack)} times one came back. After a bad order buyers ordered "
                + $"{Amounts.Number(trust.OrdersAfterBad, 2)} times as often as usual in four weeks, after a "
                + $"good one {Amounts.Number(trust.OrdersAfterGood, 2)} times."),
            Html.Table("Trust by market", ["Market", "#Start", "#Lowest", "#End"],
                trust.Markets.Select(one => (IReadOnlyList<string>)
                [
                    one.Market, Amounts.Number(one.Start, 3), Amounts.Number(one.Lowest, 3),
                    Amounts.Number(one.End, 3),
                ])),
            Html.Table("Trust by region",
                ["Region", "#Consumer market", "#Brand market", "#Lowest mood", "#Days to recovery"],
                trust.Regions.Select(one => (IReadOnlyList<string>)
                [
                    one.Region, Amounts.Number(one.Consumer, 3), Amounts.Number(one.Brand, 3),
                    Amounts.Number(one.LowestMood, 3),
                    one.DaysToRecovery is { } days ? Amounts.Whole(days) : "not yet",
                ])),
            Html.Table("What happened to buyers", ["What", "#Orders"],
            [
                ["came late", Amounts.Whole(trust.LateOrders)],
                ["refund refused", Amounts.Whole(trust.RefundsRefused)],
                ["goods taken for a fake", Amounts.Whole(trust.TakenForFakes)],
                ["ended well", Amounts.Whole(trust.GoodOrders)],
            ]),
        ]);
}
