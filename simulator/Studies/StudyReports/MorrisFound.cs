using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>What the trajectories of a study say of each measure.</summary>
/// <param name="Screening">The design.</param>
/// <param name="Measured">
/// Each measure with its whole trajectories and effects; no effects of fewer than two.
/// </param>
/// <param name="Steps">Of each factor, how many steps changed nothing at all, and how many were run.</param>
/// <param name="Runs">The runs.</param>
internal sealed record MorrisFound(
    MorrisStudy Screening, IReadOnlyList<MeasuredEffects> Measured,
    IReadOnlyList<(int Idle, int All)> Steps, StudyRuns Runs) : DesignFound
{
    private const int TrajectoriesMin = 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences =>
    [
        .. Known.Select(one => EffectSentences.OfLargest(
            one.Judged, Screening.Factors, one.Effects, Invariant(
                $"{StudyNumber.Percent(Confidence)}, {one.Rows.Places.Count} trajectories"))),
        .. Known.Select(one => EffectSentences.OfIdle(
            one.Judged, Screening.Factors, one.Effects, one.Matters)).OfType<string>(),
        .. Known.Select(one => EffectSentences.OfUneven(
            one.Judged, Screening.Factors, one.Effects)).OfType<string>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings =>
    [
        .. WholeRows.Warnings("trajectories", Screening.Asked.Count,
            Measured.Select(one => (one.Judged.Name, one.Rows))),
        .. Screening.Cube.Rounded(
            [.. Runs.Plan.Points.Take(Screening.Asked.Sum(one => one.Count))],
            [.. Screening.Design.Trajectories.SelectMany(points => points)]),
        .. Screening.Factors.Zip(Steps).Where(one => one.Second.Idle > 0).Select(one =>
            DesignWarnings.IdleSteps(one.First, one.Second.Idle, one.Second.All)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables =>
    [
        new StudyTable("effects",
            [
                "measure", "factor", "trajectories", "mu", "mu_star", "mu_star_low", "mu_star_high", "sigma",
                "behind_low", "behind_high",
            ],
            [
                .. Effects.Select(one => (IReadOnlyList<StudyCell>)
                [
                    one.Measure, one.Factor, one.Trajectories, one.Mu, one.MuStar, one.MuStarLimits.Low,
                    one.MuStarLimits.High, one.Sigma, one.BehindLimits.Low, one.BehindLimits.High,
                ]),
            ]),
    ];

    /// <summary>The measures that have effects.</summary>
    public IEnumerable<MeasuredEffects> Known => Measured.Where(one => one.Effects.Count > 0);

    private double Confidence => Runs.Plan.Study.Confidence;

    private IReadOnlyList<EffectFound> Effects =>
    [
        .. Known.SelectMany(one => Screening.Factors.Zip(one.Effects, (factor, effect) => new EffectFound(
            one.Judged.Name, factor, one.Rows.Places.Count, effect.Mu, effect.MuStar, effect.MuStarLimits,
            effect.Sigma, effect.BehindLimits))),
    ];

    /// <summary>The effects of all measures.</summary>
    public static MorrisFound Of(MorrisStudy screening, StudyRuns done)
    {
        var points = screening.Design.Trajectories;
        return new MorrisFound(
            screening,
            [
                .. done.Measures.Select((measure, at) =>
                {
                    var rows = WholeRows.Of(done, screening.Asked, at);
                    var effects = rows.Places.Count < TrajectoriesMin ? [] : MorrisEffect.Of(
                        [.. rows.Places.Select(place => points[place])], rows.Values,
                        done.Plan.Study.Confidence,
                        new BootstrapKey(screening.DesignSeed!.Value, at));
                    return new MeasuredEffects(at, measure.InUnits, measure.MattersInUnits, rows, effects);
                }),
            ],
            [.. Enumerable.Range(0, screening.Factors.Count).Select(factor =>
                StepsOf(screening, done, factor))],
            done);
    }

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) => result with { Effects = Effects };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) => EffectsSection.Of(figures, this);

    // Both runs of a step end in the same state: the step did nothing at this scale.
    private static (int Idle, int All) StepsOf(MorrisStudy screening, StudyRuns done, int factor)
    {
        var steps = screening.Design.Trajectories.Zip(screening.Asked, (points, asked) =>
        {
            var step = Enumerable.Range(1, points.Count - 1)
                .First(at => points[at][factor] != points[at - 1][factor]);
            return (Before: done.Hashes(asked[step - 1]), After: done.Hashes(asked[step]));
        }).Where(step => step.Before.Count > 0 && step.After.Count > 0).ToList();
        return (steps.Count(step => step.Before.SequenceEqual(step.After)), steps.Count);
    }
}

/// <summary>A measure with the effects of all factors on it.</summary>
/// <param name="Measure">Its place among the measures.</param>
/// <param name="Judged">The measure, differences in its unit.</param>
/// <param name="Matters">The smallest difference worth acting on, in its unit.</param>
/// <param name="Rows">The trajectories that are whole.</param>
/// <param name="Effects">The effect of each factor; none if there are too few trajectories.</param>
internal sealed record MeasuredEffects(
    int Measure, JudgedMeasure Judged, double? Matters, WholeRows Rows, IReadOnlyList<MorrisEffect> Effects);

/// <summary>What a factor does to a measure, by Morris, over its whole range.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Trajectories">Whole trajectories.</param>
/// <param name="Mu">The mean effect.</param>
/// <param name="MuStar">The mean size of the effect.</param>
/// <param name="MuStarLimits">Its interval.</param>
/// <param name="Sigma">The standard deviation of the effect: interaction, curvature and luck.</param>
/// <param name="BehindLimits">The interval of the largest μ* less this one.</param>
public sealed record EffectFound(
    string Measure, string Factor, int Trajectories, double Mu, double MuStar, Interval MuStarLimits,
    double Sigma, Interval BehindLimits);
