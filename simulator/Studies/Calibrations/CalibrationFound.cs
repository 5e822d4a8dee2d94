namespace FlashSale.Simulator;

/// <summary>What a calibration found: sentences, warnings, tables, and its section of the report.</summary>
/// <param name="Part">The fit with all that judges it; null while it is not at its end.</param>
/// <param name="Opened">The years that are held out, and where they were looked at.</param>
/// <param name="Looked">How many points were run in all fitted years.</param>
internal sealed record CalibrationFound(
    CalibrationPart? Part, IReadOnlyList<OpenedYear> Opened, int Looked) : DesignFound
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences =>
        Part is null ? [CalibrationSentences.OfUnfinished(Looked)] : CalibrationSentences.Of(Part, Opened);

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings =>
    [
        .. new[] { Part is null ? null : CalibrationWarnings.Overfitted(Part.Years) }
            .Concat((Part?.Factors ?? []).Select(CalibrationWarnings.AtEdge))
            .Concat(Opened.Select(year => DesignWarnings.HeldOutOpened(year.Scenario, year.At.Count)))
            .OfType<StudyWarning>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables => Part is null ? [] : CalibrationTables.Of(Part);

    /// <inheritdoc/>
    public override (string Name, string Value, string Beside)? Tile => Part is null ? null
        : ("Loss a year", StudyNumber.TwoDigits(Part.Loss / Part.Years.Count(year => !year.IsHeldOut)),
            "at the best point; 1 is one tolerance");

    /// <summary>The calibration of a study as far as it is.</summary>
    public static CalibrationFound Of(CalibrateDesign design, StudyRuns done)
    {
        var measured = new CalibrationMeasured(design, new StudyCalibration(design, done));
        return new CalibrationFound(measured.Part, measured.Opened, measured.Points.Count);
    }

    /// <inheritdoc/>
    public override DesignFound After(StudyResult? earlier) => this with
    {
        Opened = [.. Opened.Select(year => year with
        {
            At =
            [
                .. (earlier?.Opened.FirstOrDefault(one => one.Scenario == year.Scenario)?.At ?? [])
                    .Concat(year.At).Distinct(),
            ],
        })],
    };

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) =>
        result with { Calibration = Part, Opened = Opened };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) => Part is null
        ? Html.Paragraph(CalibrationSentences.OfUnfinished(Looked)) : CalibrationSection.Of(Part);
}
