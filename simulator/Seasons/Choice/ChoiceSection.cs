namespace FlashSale.Simulator;

/// <summary>What buyers saw and chose, in the report of a season.</summary>
internal static class ChoiceSection
{
    /// <summary>The section; nothing where buyers go by rank.</summary>
    public static string Of(SeasonSummary season) => season.Choice is not { } choice ? ""
        : Html.Section("What buyers find and choose", [
            Html.Paragraph($"A buyer opened {Amounts.Number(choice.ViewsPerBuy, 1)} pages and put "
                + $"{Amounts.Number(choice.CartsPerBuy, 1)} listings into the cart for each order; "
                + $"{Amounts.Percent(choice.RecommendedShare, 0)} of the pages were recommended. What a "
                + $"visit found was worth {Amounts.Yuan((decimal)choice.SurplusYuanPerVisit)} above its "
                + "price."),
            Html.Paragraph($"The top 1 % of the listings had {Amounts.Percent(choice.Top1PercentSales)} of "
                + $"the sales, the top 10 % {Amounts.Percent(choice.Top10PercentSales)}; their ranks follow "
                + $"a Zipf law with exponent {Amounts.Number(choice.ZipfExponent, 2)}."),
            Html.Table("Views and GMV by stores' sales a year", ["Sales a year", "#Views", "#GMV"],
                choice.Classes.Select(one => (IReadOnlyList<string>)
                    [one.Class, Amounts.Percent(one.ViewsShare), Amounts.Percent(one.GmvShare)])),
            Html.Table("Views and GMV by tenths of the stores", ["Tenth", "#Views", "#GMV"],
                choice.Deciles.Select(one => (IReadOnlyList<string>)
                [
                    Amounts.Whole(one.Decile), Amounts.Percent(one.ViewsShare),
                    Amounts.Percent(one.GmvShare),
                ])),
            Frauds(choice),
            Reforms(choice),
        ]);

    private static string Frauds(ChoiceSummary choice) => choice.Frauds is not { } frauds ? ""
        : Html.Paragraph($"{Amounts.Percent(frauds.StoresShare)} of the stores cheat in search (truth); they "
            + $"sell {Amounts.Number(frauds.Gain, 2)} times as much as others, have "
            + $"{Amounts.Percent(frauds.FirstPageShare)} of the places on first pages, and were found out "
            + $"{Amounts.Counted(frauds.Found, "time", "times")}.");

    private static string Reforms(ChoiceSummary choice) => choice.Reforms.Count == 0 ? ""
        : Html.Table("Changes of search: four weeks after against four before",
            ["Day", "#Stores", "#Gained", "#Lost", "#GMV of small stores", "#GMV of others"],
            choice.Reforms.Select(one => (IReadOnlyList<string>)
            [
                Amounts.Whole(one.Day), Amounts.Whole(one.Stores), Amounts.Percent(one.GainedShare),
                Amounts.Percent(one.LostShare), Amounts.Change(one.SmallGmvChange),
                Amounts.Change(one.OtherGmvChange),
            ]));
}
