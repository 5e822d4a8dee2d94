namespace FlashSale.Simulator;

/// <summary>What can be measured of a festival: docs/reference/results.md.</summary>
internal sealed class FestivalFigures : StudiedFigures
{
    public override IReadOnlyCollection<SummaryFigure> All => SummaryFigures.All;

    public override IReadOnlyList<IRunColumn> Columns => Measures.All;

    public override string Reference => "docs/reference/results.md";

    public override IReadOnlyList<string> Schema { get; } = ["run-schema.sql", "run-indexes.sql"];

    public override string Tables => "docs/reference/run-sqlite.md";

    public override SummaryFigure? Find(string field) => SummaryFigures.Find(field);

    public override string UnitOf(SummaryFigure figure, IReadOnlyList<string> items) =>
        figure.Field == "funnel[].count" ? SummaryFields.CountsOf(items[0]) ?? "" : figure.Unit;

    public override IReadOnlyList<string>? ItemsOf(MeasureScope scope, string list)
    {
        var scenario = (Scenario)scope.Base;
        var labels = RunLabels.Of(scenario);
        return list switch
        {
            "funnel" => SummaryFields.Stages,
            "categories" => labels.Categories,
            "regions" or "regionDelivery" => labels.Regions,
            "refusals" => labels.Refusals,
            "abandonReasons" => labels.AbandonReasons,
            "closeReasons" => labels.CloseReasons,
            "refundReasons" => labels.RefundReasons,
            "comparison.measures" => FestivalComparison.MeasureNames,
            "sample.money.accounts" => RunBooks.AccountNames,
            "shocks" when !scope.IsVaried("shocks") =>
                [.. scenario.Shocks.Select(shock => Words.Of(shock.Kind))],
            "hotListings" when !scope.IsVaried("catalogue.hotListings") =>
                [.. scenario.Catalogue.HotListings.Select(hot => hot.Title)],
            _ => null,
        };
    }

    /// <summary>Other listings that sell are among the hot ones.</summary>
    public override bool MayHold(MeasureScope scope, string list, string item) => list == "hotListings"
        && ((Scenario)scope.Base).Catalogue.Categories.Any(goods =>
            item.StartsWith(goods.Name + " ", StringComparison.Ordinal)
            && FileWords.Whole(item[(goods.Name.Length + 1)..]) is >= 0);

    public override int? YearOf(IStudiedScenario scenario) =>
        ((Scenario)scenario).Festival is { IsSinglesDay: true, Year: var year } ? year : null;

    public override IStoredRun Stored(RunCache cache, string key) => new RunFigures(cache, key);
}
