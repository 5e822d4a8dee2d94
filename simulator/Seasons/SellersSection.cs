namespace FlashSale.Simulator;

/// <summary>Who sells at the end of a season: ages, classes, and what nobody sees.</summary>
internal static class SellersSection
{
    /// <summary>How old sellers are, beside what was published.</summary>
    public static string Ages(SeasonSummary season) => Html.Section("Ages of sellers", [
        ChartFigure.Of(
            new RowChart("Share of sellers by how long they have been there", "For less than",
                Axis.FromZero("share of sellers", 1, value => Amounts.Percent(value, 0)),
                Row("one year", season.Ages.UnderOneYear), Row("two years", season.Ages.UnderTwoYears),
                Row("three years", season.Ages.UnderThreeYears))
            {
                HasTrack = true,
            },
            "Published: 30, 60 and 90 % in the guide; 46, 70 and 84 % follow from one report of openings and "
            + "closures. Both cannot be met, and neither is fitted."),
    ]);

    /// <summary>Stores by what they sell a year.</summary>
    public static string Classes(SeasonSummary season) => Html.Section("Stores by sales a year", [
        ChartFigure.Of(
            new RowChart("Share of stores by sales a year", "Sales a year",
                Axis.FromZero("share of stores", 1, value => Amounts.Percent(value, 0)),
                [.. season.Classes.Select(one => Row(Words(one.Class), one.Share))])
            {
                HasTrack = true,
            },
            "At the pace of the measured days, of stores that were open for four weeks at least."),
        Html.Table("Classes", ["Sales a year", "#Stores", "#Share", "#GMV of the measured days"],
            season.Classes.Select(one => (IReadOnlyList<string>)
            [
                Words(one.Class), Amounts.Whole(one.Stores), Amounts.Percent(one.Share),
                Amounts.Yuan(one.GmvYuan),
            ])),
    ]);

    /// <summary>Sellers by what they are like.</summary>
    public static string Truth(SeasonSummary season) => Html.Section("What sellers are like (truth)", [
        Html.Paragraph("Hidden from every rule of the market; whoever judges a rule needs it."),
        Html.Table("Sellers", ["Type", "#Sellers", "#Open stores", "#GMV"],
            season.TruthTypes.Select(one => (IReadOnlyList<string>)
            [
                one.Type, Amounts.Whole(one.Sellers), Amounts.Whole(one.Stores), Amounts.Yuan(one.GmvYuan),
            ])),
    ]);

    /// <summary>A class of sales in words.</summary>
    public static string Words(string kind) => kind switch
    {
        "all" => "all",
        "below-100-thousand" => "below 100,000 yuan",
        "to-1-million" => "to 1 million",
        _ => "above 1 million",
    };

    private static ChartRow Row(string name, double share) =>
        new(name, Amounts.Percent(share), new RowSegment(0, share, "orders"));
}
