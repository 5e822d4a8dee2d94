namespace FlashSale.Simulator;

/// <summary>What a sample of the cube of factors says: indices by ranks, and a box.</summary>
/// <param name="Sample">The design.</param>
/// <param name="Measured">Each measure with its indices.</param>
/// <param name="Box">The box that was looked for; null if none was.</param>
/// <param name="Runs">The runs.</param>
internal sealed record SampleFound(
    SampleDesign Sample, IReadOnlyList<MeasuredIndices> Measured, DiscoveredBox? Box, StudyRuns Runs)
    : DesignFound
{
    private const int PointsMin = 4;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences =>
    [
        .. Box is { } box ? [box.Sentence] : Array.Empty<string>(),
        .. MeasuredIndices.Sentences(Measured, Sample.Factors, hasChance: false),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings =>
    [
        .. new[]
        {
            Sample.Method == SampleMethod.SobolSequence
                ? DesignWarnings.NotPowerOfTwo(Sample.Asked.Count) : null,
            DesignWarnings.Correlated(Sample.Factors, Sample.Coordinates),
        }.OfType<StudyWarning>(),
        .. WholeRows.Warnings("points", Sample.Asked.Count,
            Measured.Select(one => (one.Judged.Name, one.Rows))),
        .. MeasuredIndices.Warnings(Measured),
        .. Sample.Cube.Rounded([.. Runs.Plan.Points.Take(Sample.Asked.Count)], Sample.Coordinates),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables =>
        [MeasuredIndices.Table(Indices), .. Box?.Tables ?? []];

    private IReadOnlyList<IndexFound> Indices => MeasuredIndices.Found(Measured, Sample.Factors);

    /// <summary>The indices of all measures, and the box.</summary>
    public static SampleFound Of(SampleDesign sample, StudyRuns done)
    {
        IReadOnlyList<IReadOnlyList<AskedRuns>> rows = [.. sample.Asked.Select(one => new[] { one })];
        IReadOnlyList<MeasuredIndices> measured =
        [
            .. done.Measures.Select((measure, at) =>
            {
                var whole = WholeRows.Of(done, rows, at);
                var indices = whole.Places.Count < PointsMin ? null : SensitivityIndex.OfRanks(
                    [.. whole.Places.Select(place => sample.Coordinates[place])],
                    [.. whole.Values.Select(row => row[0])], done.Plan.Study.Confidence,
                    new BootstrapKey(sample.DesignSeed!.Value, at));
                return new MeasuredIndices(at, measure.InUnits, whole, indices ?? []);
            }),
        ];
        return new SampleFound(
            sample, measured, sample.Discover is { } wanted && done.Measures.Count > 0
                ? DiscoveredBox.Of(sample, wanted, measured[done.MeasureOf(wanted.Measure)]) : null, done);
    }

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) => result with
    {
        Indices = Indices,
        Boxes = Box is { } box ? [box.Found] : [],
    };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) =>
        BoxSection.Of(Box) + ScatterSection.Of(figures, this)
        + IndicesSection.Of(figures, Measured, Sample.Factors, hasChance: false);
}
