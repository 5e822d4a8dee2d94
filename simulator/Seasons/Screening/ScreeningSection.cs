namespace FlashSale.Simulator;

/// <summary>Screening at publication in the report of a season.</summary>
internal static class ScreeningSection
{
    /// <summary>Tables; nothing if nobody screens.</summary>
    public static string Of(SeasonSummary season) => season.Screening is not { } figures ? ""
        : Html.Section("Screening at publication", [
            Html.Paragraph("The classifier sees a score and whether the brand cooperates, reviewers see "
                + "goods; the truth judges both here. A text is one version of a listing's text and "
                + "pictures."),
            Html.Table("Screening", ["What", "#Value"], Rows(figures)),
            Html.Table("Warned sellers", ["Type", "#Texts warned of", "#Given up"],
                figures.Warned.Select(type => (IReadOnlyList<string>)
                [
                    type.Type, Amounts.Whole(type.Warned), Amounts.Percent(type.GivenUp),
                ])),
        ]);

    private static IEnumerable<IReadOnlyList<string>> Rows(ScreeningFigures figures) =>
    [
        ["accepted below, in deviations of sound listings", Amounts.Number(figures.AcceptBelow, 2)],
        ["refused from", Amounts.Number(figures.RefuseFrom, 2)],
        ["texts screened", Amounts.Whole(figures.Screened)],
        ["of those, fakes and restricted kinds", Amounts.Percent(figures.BadShare)],
        ["settled without a reviewer", Amounts.Percent(figures.MachineShare, 2)],
        ["hours that half of the others waited", Amounts.Whole(figures.WaitHoursP50)],
        ["hours that 95 % of them waited", Amounts.Whole(figures.WaitHoursP95)],
        ["waiting at most", Amounts.Whole(figures.WaitingMax)],
        ["sold before a reviewer had looked", Amounts.Whole(figures.Provisional)],
        ["refused with nothing wrong, per 10,000", Amounts.Number(figures.SoundRefusedPer10000, 1)],
        ["fakes and restricted kinds published, per 10,000",
            Amounts.Number(figures.BadPublishedPer10000, 1)],
        ["share of fakes and restricted kinds that came on sale",
            Amounts.Percent(figures.BadPublishedShare)],
        ["hours that reviewers worked", Amounts.Number(figures.ReviewerHours, 1)],
        ["fakes stopped before the first sale", Amounts.Percent(figures.BadStoppedUnsold)],
        ["refused or removed before the first sale", Amounts.Percent(figures.RemovedUnsold)],
        ["days of reviews for one pass over all listings", Amounts.Number(figures.PassDays, 1)],
    ];
}
