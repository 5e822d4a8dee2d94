namespace FlashSale.Simulator;

/// <summary>What stores earn, in the report of a season (MODELS M16).</summary>
internal static class AccountsSection
{
    /// <summary>All of it; nothing where stores neither earn nor lose.</summary>
    public static string Of(SeasonSummary season) => season.Accounts is not { } accounts ? ""
        : Html.Section("What stores earn", [
            Html.Paragraph(
                $"At the end stores ask {Amounts.Percent(accounts.PriceLevel)} of the usual price; "
                + $"{Amounts.Percent(accounts.Unsold.Share)} of all that they bought lies unsold. Annual "
                + $"fees came to {Yuan((double)accounts.AnnualFeesYuan)} beside what came back, "
                + $"{Amounts.Yuan(accounts.FeesBackYuan)}; promotion to "
                + $"{Amounts.Yuan(accounts.PromotionYuan)}."),
            Html.Table("Profit a week", ["Sales a year", "#Stores", "#Median", "#p10", "#p90", "#Lose"],
                accounts.Profits.Select(one => (IReadOnlyList<string>)
                [
                    SellersSection.Words(one.Class), Amounts.Whole(one.Stores), Yuan(one.MedianYuan),
                    Yuan(one.P10Yuan), Yuan(one.P90Yuan), Amounts.Percent(one.LosingShare),
                ])),
            Html.Table("Why stores closed", ["Reason", "#Stores"],
            [
                ["for reasons of their own", Amounts.Whole(accounts.Exits.ByChance)],
                ["earned too little for too long", Amounts.Whole(accounts.Exits.ForProfit)],
                ["had no money left", Amounts.Whole(accounts.Exits.ForCash)],
            ]),
            Html.Table("How old open stores are", ["Age", "#Stores"],
            [
                ["below 90 days", Amounts.Whole(accounts.Stages.Baby)],
                ["below two years", Amounts.Whole(accounts.Stages.Young)],
                ["older", Amounts.Whole(accounts.Stages.Established)],
            ]),
            Html.Paragraph(
                "From the first half of the measured weeks to the second "
                + $"{Amounts.Percent(accounts.RoseShare)} of the stores rose to a higher class of sales and "
                + $"{Amounts.Percent(accounts.FellShare)} fell. Of stores with more than a tenth unsold "
                + $"{Amounts.Percent(accounts.Unsold.LosingAboveTenth)} lose, of the others "
                + $"{Amounts.Percent(accounts.Unsold.LosingBelowTenth)}."),
        ]);

    private static string Yuan(double yuan) =>
        (yuan < 0 ? "−" : "") + Amounts.Yuan((decimal)Math.Abs(yuan));
}
