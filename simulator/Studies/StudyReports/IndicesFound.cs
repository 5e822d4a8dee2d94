namespace FlashSale.Simulator;

/// <summary>A measure with the share of its spread that each column explains.</summary>
/// <param name="Measure">Its place among the measures.</param>
/// <param name="Judged">The measure.</param>
/// <param name="Rows">The rows that are whole.</param>
/// <param name="Indices">One a column; none if there are too few rows, or nothing varies.</param>
internal sealed record MeasuredIndices(
    int Measure, JudgedMeasure Judged, WholeRows Rows, IReadOnlyList<SensitivityIndex> Indices)
{
    /// <summary>The sentences of all measures: what explains most, and what acts together.</summary>
    public static IReadOnlyList<string> Sentences(
        IReadOnlyList<MeasuredIndices> all, IReadOnlyList<string> columns, bool hasChance) =>
    [
        .. all.Where(one => one.Indices.Count > 0).Select(one => SensitivitySentences.OfLargest(
            one.Judged.Name, columns, one.Indices, hasChance)),
        .. all.Where(one => one.Indices is [{ Total: not null }, ..]).Select(one =>
            SensitivitySentences.OfInteractions(columns, one.Indices) is { } sentence
                ? all.Count > 1 ? $"{one.Judged.Name}: {sentence}" : sentence : null).OfType<string>(),
        .. all.Where(one => one.Indices.Count == 0 && one.Rows.Places.Count > 0).Select(one =>
            $"{one.Judged.Name} does not vary: there is nothing to explain."),
    ];

    /// <summary>Indices that are too wide for a ranking.</summary>
    public static IEnumerable<StudyWarning> Warnings(IEnumerable<MeasuredIndices> all) => all
        .Select(one => DesignWarnings.TooFewForRanking([.. one.Indices.SelectMany(index =>
            new[] { index.FirstLimits, index.TotalLimits }.OfType<Interval>())]) is { } warning
                ? warning with { Text = $"{one.Judged.Name}: {warning.Text}" } : null)
        .OfType<StudyWarning>();

    /// <summary>The indices as study.json has them.</summary>
    public static IReadOnlyList<IndexFound> Found(
        IEnumerable<MeasuredIndices> all, IReadOnlyList<string> columns) =>
    [
        .. all.SelectMany(one => columns.Zip(one.Indices, (column, index) => new IndexFound(
            one.Judged.Name, column, one.Rows.Places.Count, index.First, index.FirstLimits, index.Total,
            index.TotalLimits, index.InteractionLimits))),
    ];

    /// <summary>indices.csv.</summary>
    public static StudyTable Table(IReadOnlyList<IndexFound> indices) => new("indices",
        [
            "measure", "factor", "rows", "first", "first_low", "first_high", "total", "total_low",
            "total_high", "interaction_low", "interaction_high",
        ],
        [
            .. indices.Select(one => (IReadOnlyList<StudyCell>)
            [
                one.Measure, one.Factor, one.Rows, one.First, one.FirstLimits.Low, one.FirstLimits.High,
                one.Total, one.TotalLimits?.Low, one.TotalLimits?.High, one.InteractionLimits?.Low,
                one.InteractionLimits?.High,
            ]),
        ]);
}

/// <summary>Which share of a measure's spread a factor, or chance, explains.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Factor">The factor, or «chance».</param>
/// <param name="Rows">Whole rows, or points.</param>
/// <param name="First">S: alone.</param>
/// <param name="FirstLimits">Its interval.</param>
/// <param name="Total">T: with all its interactions; null where ranks give S only.</param>
/// <param name="TotalLimits">Its interval.</param>
/// <param name="InteractionLimits">The interval of T − S; above 0 the factor interacts.</param>
public sealed record IndexFound(
    string Measure, string Factor, int Rows, double First, Interval FirstLimits, double? Total,
    Interval? TotalLimits, Interval? InteractionLimits);
