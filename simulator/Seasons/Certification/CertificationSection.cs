namespace FlashSale.Simulator;

/// <summary>Certification in the report of a season.</summary>
internal static class CertificationSection
{
    /// <summary>Tables; nothing if nobody must be certified.</summary>
    public static string Of(SeasonSummary season) => season.Certification is not { } figures ? ""
        : Html.Section("Certification", [
            Html.Paragraph("Who must be certified sells nothing before. A store cheats where it sells fakes "
                + "by intent, which nobody sees but the simulator."),
            Html.Table("Certification", ["What", "#Value"], Rows(figures)),
            Html.Table("Certified by when they opened", ["Opened", "#Stores", "#Certified"],
                figures.Cohorts.Select(cohort => (IReadOnlyList<string>)
                [
                    cohort.Opened, Amounts.Whole(cohort.Stores), Amounts.Percent(cohort.Certified),
                ])),
        ]);

    private static IEnumerable<IReadOnlyList<string>> Rows(CertificationFigures figures) =>
    [
        ["cheating, of orders delivered by stores in their first 90 days",
            Amounts.Percent(figures.CheatingYoung, 2)],
        ["the same of older stores", Amounts.Percent(figures.CheatingOld, 2)],
        ["stores certified at the end", Amounts.Percent(figures.CertifiedShare)],
        ["honest sellers who gave up or were refused", Amounts.Percent(figures.HonestLost)],
        ["days to a certificate, half of them", Amounts.Number(figures.DaysP50, 1)],
        ["days to a certificate, 95 % of them", Amounts.Number(figures.DaysP95, 1)],
        ["certificates", Amounts.Whole(figures.Certificates)],
        ["second certificates", Amounts.Whole(figures.SecondCertificates)],
        ["spent on checks", Amounts.Yuan(figures.CostYuan)],
        ["spent for each certificate", Amounts.Yuan((decimal)figures.CertificateYuan)],
        ["stores that professionals did not open for it", Amounts.Whole(figures.CheatsKeptOut)],
        ["identities that professionals bought", Amounts.Whole(figures.IdentitiesBought)],
        ["existing stores without a certificate in time", Amounts.Whole(figures.Stopped)],
        ["people barred", Amounts.Whole(figures.Barred)],
        ["of those back under another name", Amounts.Percent(figures.BarredBack)],
    ];
}
