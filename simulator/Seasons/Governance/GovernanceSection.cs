using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>How sellers took changes of the rules, and what the rules make profitable (rules GOV-3, GOV-4).
/// </summary>
internal static class GovernanceSection
{
    /// <summary>The part of a season's report; nothing where nobody minds.</summary>
    public static string Of(SeasonResult result) => result.Summary.Governance is not { } governance ? ""
        : Html.Section("Changes of the rules", [
            Html.Paragraph(Finding(governance)),
            Html.Table("Protests",
                ["First day", "#Days", "#Most people", "#Warned, days before", "#Answered, days after"],
                governance.Protests.Select(protest => (IReadOnlyList<string>)
                [
                    result.Summary.StartsOn.AddDays(protest.FirstDay).ToString(
                        "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    Amounts.Whole(protest.Days), Amounts.Whole(protest.Most),
                    Amounts.Whole(protest.WarnedDays),
                    protest.AnsweredAfter < 0 ? "never" : Amounts.Whole(protest.AnsweredAfter),
                ])),
            Html.Table("What protesters did", ["What", "#How much"],
            [
                ["stores attacked on the worst day", Amounts.Whole(governance.StoresAttackedMax)],
                ["orders placed", Amounts.Whole(governance.ProtestOrders)],
                ["goods kept from others", Invariant($"{governance.HoardedUnitHours:#,0} unit-hours")],
                ["sales that others did not make for it", Amounts.Yuan(governance.LostYuan)],
                ["clicks that stores paid for", Amounts.Yuan(governance.ClicksYuan)],
                ["days with tired enforcement afterwards", Amounts.Whole(governance.TiredDays)],
            ]),
        ]) + Mechanisms(governance.Mechanisms);

    private static string Finding(GovernanceFigures governance) =>
        $"{Amounts.Plural(governance.RuleSteps, "step", "steps")} of changes took effect; at the end "
        + $"{Amounts.Plural(governance.ControlLevel, "rule", "rules")} can punish a seller. "
        + (governance.Protests.Count == 0 ? "Nobody protested."
            : $"At most {Amounts.Percent(governance.ParticipantsShare)} of the sellers protested.");

    private static string Mechanisms(IReadOnlyList<MechanismRow> rows) => Html.Section(
        "What the rules make profitable", [
            Html.Paragraph("A calculation from the policy at the end and from what sellers earn, not from "
                + "the season: what each kind of seller expects a week under each rule alone. Where cheats "
                + "expect to be found less often than the break-even, fakes pay."),
            Html.Table("Yuan a week",
                ["Rule", "#Loss if found", "#Honest", "#Careless", "#Opportunist", "#Professional",
                    "#Break-even a week", "Who gains"],
                rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Rule, Amounts.Whole(row.LossYuan), Amounts.Whole(row.HonestYuan),
                    Amounts.Whole(row.CarelessYuan), Amounts.Whole(row.OpportunistYuan),
                    Amounts.Whole(row.ProfessionalYuan),
                    row.BreakEven is { } chance ? Amounts.Percent(chance) : "never", row.WhoGains,
                ])),
        ]);
}
