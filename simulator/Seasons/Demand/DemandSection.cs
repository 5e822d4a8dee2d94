namespace FlashSale.Simulator;

/// <summary>What moved the demand, in the report of a season.</summary>
internal static class DemandSection
{
    /// <summary>The section; nothing where the model is off.</summary>
    public static string Of(SeasonSummary season) => season.Demand is not { } demand ? ""
        : Html.Section("What moved demand", [
            Html.Paragraph(
                $"Discounts were answered with an elasticity of {Amounts.Number(demand.Elasticity, 2)}; "
                + $"{Amounts.Percent(demand.FakeDiscountShare)} of them were none against the lowest price "
                + $"of 30 days. There were {Amounts.Number(demand.BuyersGrown, 2)} times as many buyers at "
                + $"the end, and an order brought {Amounts.Number(demand.Reproduction, 3)} others by word of "
                + "mouth."),
            demand.Festivals.Count == 0 ? "" : Html.Table(
                "GMV around festivals, less that of as many ordinary days",
                ["Day", "#Before", "#On the day", "#After"], demand.Festivals.Select(one =>
                    (IReadOnlyList<string>)
                    [
                        Amounts.Whole(one.Day), Amounts.Yuan(one.BeforeYuan), Amounts.Yuan(one.OnTheDayYuan),
                        Amounts.Yuan(one.AfterYuan),
                    ])),
            demand.Bursts.Count == 0 ? "" : Html.Table("Bursts", ["Burst", "#Visits", "#Orders"],
                demand.Bursts.Select(one => (IReadOnlyList<string>)
                    [one.Name, Amounts.Whole(one.Visits), Amounts.Whole(one.Orders)])),
        ]);
}
