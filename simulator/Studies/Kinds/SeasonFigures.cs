namespace FlashSale.Simulator;

/// <summary>What can be measured of a season: docs/reference/season.md.</summary>
internal sealed class SeasonFigures : StudiedFigures
{
    public override IReadOnlyCollection<SummaryFigure> All => [.. SeasonJson.Figures.Values];

    public override IReadOnlyList<IRunColumn> Columns => SeasonMeasures.All;

    public override string Reference => "docs/reference/season.md";

    public override IReadOnlyList<string> Schema { get; } = ["season-schema.sql"];

    public override string Tables => "docs/reference/season.md";

    public override SummaryFigure? Find(string field) => SeasonJson.Figures.GetValueOrDefault(field);

    public override IReadOnlyList<string>? ItemsOf(MeasureScope scope, string list) => list switch
    {
        "classes" => SeasonShape.ClassNames,
        "truthTypes" => [.. Enum.GetValues<SellerType>().Select(type => Words.Of(type))],
        _ => null,
    };

    /// <summary>A column of a model that is off, and that no point switches on, has nothing.</summary>
    public override (string Wrong, string Allowed)? EmptyColumn(MeasureScope scope, IRunColumn column)
    {
        var model = ((SeasonMeasure)column).Model;
        var section = Words.Of(model);
        return ((SeasonScenario)scope.Base).IsOn(model) || scope.IsVaried(section) ? null
            : ($"belongs to {section}, which is off", $"a base with the section {section}");
    }

    public override IStoredRun Stored(RunCache cache, string key) => new StoredSeason(cache, key);

    private sealed class StoredSeason(RunCache cache, string key) : IStoredRun
    {
        private SeasonSummary? _summary;
        private IReadOnlyList<SeasonRow>? _days;

        public object Summary => Whole;

        public bool IsPartial => Whole.Partial;

        public IReadOnlyList<IRunRow> Timeline =>
            _days ??= cache.Timeline(key, text => SeasonCsv.Read(text).Rows);

        public string? DatabasePath => cache.Database(key);

        private SeasonSummary Whole => _summary ??= SeasonJson.Read(cache.Summary(key));
    }
}
