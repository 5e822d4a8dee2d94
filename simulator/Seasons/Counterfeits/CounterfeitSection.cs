namespace FlashSale.Simulator;

/// <summary>Counterfeits and enforcement in the report of a season.</summary>
internal static class CounterfeitSection
{
    /// <summary>Curves and tables; nothing if the model is off.</summary>
    public static string Of(SeasonResult result) =>
        result.Summary.Counterfeits is not { } fakes ? "" : string.Concat(
        [
            SeasonCurves.Counterfeits(result),
            Html.Section("Fakes among purchases", [
                Html.Paragraph("The random sample is appraised whatever is suspected; test purchases follow "
                    + "complaints, so that their share says nothing about all purchases (TRU-9)."),
                Html.Table(
                    "Fakes", ["Share of fakes", "#Share", "#95 % interval", "#Purchases"], Shares(fakes)),
            ]),
            Html.Section("Enforcement, judged by the truth", [
                Html.Table("Enforcement", ["What", "#Value"], Rows(fakes)),
            ]),
        ]);

    private static IEnumerable<IReadOnlyList<string>> Shares(CounterfeitFigures fakes)
    {
        var shares = fakes.Prevalence;
        yield return ["truth", Amounts.Percent(shares.Truth, 2), "–", "all"];
        yield return
        [
            "random sample", Amounts.Percent(shares.Sample, 2),
            $"{Amounts.Percent(shares.SampleLow, 2)} to {Amounts.Percent(shares.SampleHigh, 2)}",
            Amounts.Whole(shares.Drawn),
        ];
        yield return
            ["test purchases", Amounts.Percent(shares.Guided, 1), "–", Amounts.Whole(shares.Tests)];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(CounterfeitFigures fakes) =>
    [
        ["listings removed before a verdict", Amounts.Whole(fakes.Removed)],
        ["of those before the first sale", Amounts.Percent(fakes.RemovedUnsoldShare)],
        ["removals to each one for complaints", Amounts.Number(fakes.ProactiveRatio, 1)],
        ["verdicts of guilty", Amounts.Whole(fakes.Penalties.Guilty)],
        ["of those right (precision)", Amounts.Percent(fakes.Penalties.Precision)],
        ["fakes found guilty (recall)", Amounts.Percent(fakes.Penalties.Recall)],
        ["honest sellers found guilty, per 10,000", Amounts.Number(fakes.Penalties.HonestPer10000, 1)],
        ["days that half of the fakes were on sale", Amounts.Whole(fakes.FakeDaysMedian)],
        ["stores closed", Amounts.Whole(fakes.Closed)],
        ["stores converted to a brand of their own", Amounts.Whole(fakes.Converted)],
        ["sellers who left for other channels", Amounts.Whole(fakes.Displaced)],
        ["makers arrested", Amounts.Whole(fakes.Raids)],
        ["spent", Amounts.Yuan(fakes.CostYuan)],
        ["spent for each fake order prevented", Amounts.Yuan((decimal)fakes.YuanPerPrevented)],
        ["weekly chance of a closure, as sellers think", Amounts.Percent(fakes.Hazard, 2)],
        ["above which fakes pay less than genuine goods", Amounts.Percent(fakes.BreakEvenHazard, 2)],
    ];
}
