namespace FlashSale.Simulator;

/// <summary>What each factor alone does to each measure, from the base to both its ends.</summary>
/// <param name="Design">The design.</param>
/// <param name="Measured">Each measure with its factors.</param>
/// <param name="Confidence">Of all swings of a measure together.</param>
internal sealed record SwingsFound(
    OneAtATime Design, IReadOnlyList<MeasuredSwings> Measured, double Confidence) : DesignFound
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences =>
    [
        .. Known.Select(one => EffectSentences.OfSwings(
            one.Judged,
            [.. Design.Ranged.Zip(one.Swings, (factor, swing) => (
                factor.Name, factor.At(0).Value.Text, factor.At(1).Value.Text, swing.Swing))],
            Confidence)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings => [DesignWarnings.OneAtATime];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables =>
    [
        new StudyTable("swings",
            ["measure", "factor", "pairs", "low_end", "high_end", "swing", "swing_low", "swing_high"],
            [
                .. Swings.Select(one => (IReadOnlyList<StudyCell>)
                [
                    one.Measure, one.Factor, one.Pairs, one.LowEnd, one.HighEnd, one.Swing,
                    one.SwingLimits?.Low, one.SwingLimits?.High,
                ]),
            ]),
    ];

    /// <summary>The measures whose ends and base have runs in common.</summary>
    public IEnumerable<MeasuredSwings> Known =>
        Measured.Where(one => one.Swings.Count > 0 && one.Swings.All(swing => swing.Swing.Runs > 0));

    private IReadOnlyList<SwingFound> Swings =>
    [
        .. Known.SelectMany(one => Design.Factors.Zip(one.Swings, (factor, swing) => new SwingFound(
            one.Judged.Name, factor, swing.Swing.Runs, swing.Low.Mean, swing.High.Mean, swing.Swing.Mean,
            swing.Swing.Limits(Multiplicity.OfEach(Confidence, one.Swings.Count))))),
    ];

    /// <summary>The swings of all measures, on the seeds that base and both ends have.</summary>
    public static SwingsFound Of(OneAtATime design, StudyRuns done)
    {
        var points = done.Plan.Points.ToDictionary(point => point.Name, point => point.Number);
        return new SwingsFound(design,
        [
            .. done.Measures.Select((measure, at) => new MeasuredSwings(at, measure.InUnits,
            [
                .. Enumerable.Range(0, design.Ranged.Count).Select(factor =>
                {
                    var (low, high) = design.EndsOf(factor);
                    return EndEffect.Of(done.WholeSeeds([0, points[low], points[high]], at));
                }),
            ])),
        ], done.Plan.Study.Confidence);
    }

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) => result with { Swings = Swings };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) =>
        SwingsSection.Of(figures, this) + ArmsSection.Forests(figures);
}

/// <summary>A measure with what each factor alone does to it.</summary>
/// <param name="Measure">Its place among the measures.</param>
/// <param name="Judged">The measure, differences in its unit.</param>
/// <param name="Swings">One a factor.</param>
internal sealed record MeasuredSwings(int Measure, JudgedMeasure Judged, IReadOnlyList<EndEffect> Swings);

/// <summary>What a factor does alone.</summary>
/// <param name="Low">The low end less the base, seed by seed.</param>
/// <param name="High">The high end less the base.</param>
/// <param name="Swing">The high end less the low one.</param>
internal sealed record EndEffect(Estimate Low, Estimate High, Estimate Swing)
{
    /// <summary>Of the values of the base, the low end and the high end, seed by seed.</summary>
    public static EndEffect Of(IReadOnlyList<IReadOnlyList<double>> seeds) => new(
        Estimate.Of([.. seeds.Select(seed => seed[1] - seed[0])]),
        Estimate.Of([.. seeds.Select(seed => seed[2] - seed[0])]),
        Estimate.Of([.. seeds.Select(seed => seed[2] - seed[1])]));
}

/// <summary>What a factor alone does to a measure between its ends.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Pairs">Seeds that base and both ends have.</param>
/// <param name="LowEnd">The low end less the base.</param>
/// <param name="HighEnd">The high end less the base.</param>
/// <param name="Swing">The high end less the low one.</param>
/// <param name="SwingLimits">Its interval, of all factors together; null of one seed.</param>
public sealed record SwingFound(
    string Measure, string Factor, int Pairs, double LowEnd, double HighEnd, double Swing,
    Interval? SwingLimits);
