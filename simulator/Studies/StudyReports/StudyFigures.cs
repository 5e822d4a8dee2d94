namespace FlashSale.Simulator;

/// <summary>What the charts of a study are drawn from.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Result">What was found.</param>
/// <param name="Runs">The runs, by point and seed.</param>
internal sealed record StudyFigures(StudyPlan Plan, StudyResult Result, IReadOnlyList<MeasuredRun> Runs)
{
    private const int Colours = 6; // as many as are told apart

    /// <summary>The style of a point.</summary>
    public static string ColourOf(int point) => FormattableString.Invariant($"arm{(point % Colours) + 1}");

    /// <summary>How its line is told apart without colour.</summary>
    public static string DashOf(int point) => point % Colours == 0
        ? "" : FormattableString.Invariant($"dash{(point % Colours) + 1}");

    /// <summary>The place of a measure by its name.</summary>
    public int MeasureOf(string name) => Result.Measures.Select((measure, at) => (measure.Name, at))
        .First(one => one.Name == name).at;

    /// <summary>A measure as sentences speak of it.</summary>
    public JudgedMeasure Judged(int measure) => new(
        Result.Measures[measure].Name, Result.Measures[measure].Unit, Result.Measures[measure].Better,
        Plan.Study.Measures[measure].Shown);

    /// <summary>What matters of a difference that is shown so; null if nothing is known to.</summary>
    public double? Matters(int measure, ShownDifference shown) =>
        Judged(measure).InDifference(Result.Measures[measure].Matters, shown);

    /// <summary>The values of a point in a measure, by seed.</summary>
    public IReadOnlyList<(ulong Seed, double Value)> Values(int point, int measure) =>
    [
        .. Runs.Where(run => run.Order.Point == point && run.Outcome.HasFigures)
            .Where(run => run.Values[measure] is not null)
            .Select(run => (run.Order.Seed, run.Values[measure]!.Value)),
    ];

    /// <summary>The seeds on which all these points have a value.</summary>
    public IReadOnlyList<(ulong Seed, IReadOnlyList<double> Values)> Whole(
        IReadOnlyList<int> points, int measure)
    {
        var values = points
            .Select(point => Values(point, measure).ToDictionary(one => one.Seed, one => one.Value)).ToList();
        return
        [
            .. Plan.Seeds.Where(seed => values.TrueForAll(one => one.ContainsKey(seed)))
                .Select(seed => (seed, (IReadOnlyList<double>)[.. values.Select(one => one[seed])])),
        ];
    }

    /// <summary>The axis of a measure's levels.</summary>
    public Axis LevelAxis(int measure, IEnumerable<double> values)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty().ToList();
        var judged = Judged(measure);
        return Axis.Around(
            TitleOf(measure), known.Min(), known.Max(), value => StudyNumber.LevelExactly(value, judged)) with
        {
            Exact = value => StudyNumber.LevelRead(value, judged),
        };
    }

    /// <summary>The axis of differences, 0 on it.</summary>
    public Axis DifferenceAxis(int measure, IEnumerable<double> values, ShownDifference shown)
    {
        var known = values.Where(double.IsFinite).Append(0).ToList();
        var judged = Judged(measure) with { Shown = shown };
        return Axis.Around(
            $"difference in {Result.Measures[measure].Name}", known.Min(), known.Max(),
            value => value == 0 ? "0" : StudyNumber.Exactly(value, judged)) with
        {
            Exact = value => StudyNumber.DifferenceRead(value, judged),
        };
    }

    /// <summary>A difference as it is drawn: a relative change as a share, all else as it is.</summary>
    public static double Drawn(double difference, ShownDifference shown) =>
        shown == ShownDifference.InPercent ? ExactMath.Exp(difference) - 1 : difference;

    /// <summary>A difference that is drawn, as text.</summary>
    public string Text(int measure, double drawn, ShownDifference shown) =>
        StudyNumber.Difference(drawn, Judged(measure) with { Shown = shown });

    private string TitleOf(int measure) =>
        $"{Result.Measures[measure].Name} ({Result.Measures[measure].Unit})";
}
