namespace FlashSale.Simulator;

/// <summary>Appeals in the report of a season.</summary>
internal static class AppealSection
{
    /// <summary>A table; nothing if the model is off.</summary>
    public static string Of(SeasonSummary season) => season.Appeals is not { } appeals ? "" :
        Html.Section("Appeals", [
            Html.Paragraph("Reviewers and juries see evidence, not the truth; it judges them here."),
            Html.Table("Appeals", ["What", "#Value"], Rows(appeals)),
        ]);

    private static IEnumerable<IReadOnlyList<string>> Rows(AppealFigures appeals) =>
    [
        ["filed", Amounts.Whole(appeals.Filed)],
        ["after the deadline", Amounts.Whole(appeals.Missed)],
        ["per 100 verdicts of guilty", Amounts.Number(appeals.Per100Penalties, 1)],
        ["decided for the seller", Amounts.Percent(appeals.UpheldShare)],
        ["not decided in time", Amounts.Whole(appeals.Expired)],
        ["sellers without a fake, never restored", Amounts.Percent(appeals.NeverRestored)],
        ["sellers with one, let off", Amounts.Percent(appeals.GuiltyLetOff)],
        ["days to a decision, half of them", Amounts.Whole(appeals.DaysP50)],
        ["days to a decision, 95 % of them", Amounts.Whole(appeals.DaysP95)],
        ["not sold meanwhile by sellers without a fake", Amounts.Yuan(appeals.LostYuan)],
        ["spent on reviewers", Amounts.Yuan(appeals.CostYuan)],
        ["waiting at most", Amounts.Whole(appeals.WaitingMax)],
    ];
}
