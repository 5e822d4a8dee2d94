namespace FlashSale.Simulator;

/// <summary>What the rows of a Sobol analysis say of each measure.</summary>
/// <param name="Analysis">The design.</param>
/// <param name="Measured">Each measure with its indices.</param>
/// <param name="Runs">The runs.</param>
internal sealed record SobolFound(
    SobolAnalysis Analysis, IReadOnlyList<MeasuredIndices> Measured, StudyRuns Runs) : DesignFound
{
    private const int RowsMin = 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences =>
        MeasuredIndices.Sentences(Measured, Analysis.Columns, Analysis.Design.HasChance);

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings =>
    [
        .. DesignWarnings.NotPowerOfTwo(Analysis.Asked.Count) is { } uneven ? [uneven]
            : Array.Empty<StudyWarning>(),
        .. WholeRows.Warnings("rows", Analysis.Asked.Count,
            Measured.Select(one => (one.Judged.Name, one.Rows))),
        .. MeasuredIndices.Warnings(Measured), .. Analysis.Cube.Names.SelectMany(Idle),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables => [MeasuredIndices.Table(Indices)];

    private IReadOnlyList<IndexFound> Indices => MeasuredIndices.Found(Measured, Analysis.Columns);

    /// <summary>The indices of all measures.</summary>
    public static SobolFound Of(SobolAnalysis analysis, StudyRuns done) => new(analysis,
    [
        .. done.Measures.Select((measure, at) =>
        {
            var rows = WholeRows.Of(done, analysis.Asked, at);
            var indices = rows.Places.Count < RowsMin ? null : SensitivityIndex.OfSobol(
                [.. rows.Values.Select(row => row[0])], [.. rows.Values.Select(row => row[1])],
                [.. analysis.Columns.Select((_, column) => (IReadOnlyList<double>)
                    [.. rows.Values.Select(row => row[2 + column])])],
                done.Plan.Study.Confidence, new BootstrapKey(analysis.DesignSeed!.Value, at));
            return new MeasuredIndices(at, measure.InUnits, rows, indices ?? []);
        }),
    ], done);

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) => result with { Indices = Indices };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) => IndicesSection.Of(
        figures, Measured, Analysis.Columns, Analysis.Design.HasChance);

    // A row of A and the same with another value of the factor end in the same state.
    private IEnumerable<StudyWarning> Idle(string factor, int column)
    {
        var rows = Analysis.Asked
            .Select(row => (Before: Runs.Hashes(row[0]), After: Runs.Hashes(row[2 + column])))
            .Where(row => row.Before.Count > 0 && row.After.Count > 0).ToList();
        var idle = rows.Count(row => row.Before.SequenceEqual(row.After));
        return idle == 0 ? [] : [DesignWarnings.IdleSteps(factor, idle, rows.Count)];
    }
}
