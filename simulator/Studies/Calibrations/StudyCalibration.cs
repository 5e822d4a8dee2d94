namespace FlashSale.Simulator;

/// <summary>A calibration with the runs that there are: losses, and where its search stands.</summary>
internal sealed class StudyCalibration
{
    private readonly CalibrateDesign _design;
    private readonly StudyRuns _done;
    private readonly IReadOnlyList<(AskedLoss Loss, int Measure)> _losses;
    private readonly Dictionary<string, IReadOnlyList<double>> _asked = [];

    /// <summary>The calibration of a study.</summary>
    public StudyCalibration(CalibrateDesign design, StudyRuns done)
    {
        (_design, _done) = (design, done);
        var names = done.Plan.Study.Measures.Select(measure => measure.Name).ToList();
        _losses = [.. design.Keys.Losses.Select(loss => (loss, names.IndexOf(loss.Measure.Name)))];
        Step = design.Search.After(LossesOf, Confidence);
        Looked = [.. _asked.Values.Where(point =>
            CalibrationSearch.Sum(point, design.Search.Fitted, LossesOf) is not null).ToList()];
    }

    /// <summary>Where the search stands.</summary>
    public CalibrationStep Step { get; }

    /// <summary>Of every statement.</summary>
    public double Confidence => _done.Plan.Study.Confidence;

    /// <summary>The points that were run in all fitted years, in the order in which they were asked
    /// for.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Looked { get; }

    /// <summary>The study's way to ask for runs.</summary>
    public AskedRuns Asked(CalibrationOrder order) =>
        new(_design.PointAt(order.Point, order.Year), _done.Plan.Study.Seeds, order.Role);

    /// <summary>The loss of a point in a year, one for each seed; null while a run is missing.</summary>
    public IReadOnlyList<double>? LossesOf(IReadOnlyList<double> point, int year)
    {
        _asked.TryAdd(CalibrateDesign.TextOf(_design.LevelsAt(point)), point);
        var losses = new List<double>();
        foreach (var errors in LossesIn(year).Select(loss => (loss.Loss, Values(point, year, loss.Measure))))
        {
            if (errors.Item2 is not { } values)
            {
                return null;
            }

            losses = [.. values.Select((value, seed) => losses.ElementAtOrDefault(seed)
                + (value is { } error ? Square(error / errors.Loss.Tolerance) : double.PositiveInfinity))];
        }

        return losses;
    }

    /// <summary>
    /// The parts of the loss whose published fact is known of a year; all of them while no run is measured.
    /// </summary>
    public IEnumerable<(AskedLoss Loss, int Measure)> LossesIn(int year) =>
        _losses.Where(loss => _done.Measures.Count == 0 || _done.Measures[loss.Measure].IsKnownIn(year));

    /// <summary>The place of the measure that is the figure which a loss compares; null of none.</summary>
    public int? FigureOf(AskedLoss loss) => loss.Figure is null ? null
        : _done.Measures.Select((measure, at) => (measure.Found.Value, At: (int?)at))
            .FirstOrDefault(one => one.Value == loss.Figure).At;

    /// <summary>The values of a measure at a point in a year, one for each seed.</summary>
    public IReadOnlyList<double?>? Values(IReadOnlyList<double> point, int year, int measure) =>
        _done.Values(Asked(new CalibrationOrder(point, year, RunRole.Search)), measure);

    /// <summary>The mean of a measure at a point in a year; null if a run has none.</summary>
    public Estimate? EstimateOf(IReadOnlyList<double> point, int year, int measure) =>
        Values(point, year, measure) is { } values && values.All(value => value is not null)
            ? Estimate.Of([.. values.Select(value => value!.Value)]) : null;

    /// <summary>
    /// The implausibility of a point over the fitted years: an error is far from 0 by its own chance and its
    /// tolerance. Null if a run has no error.
    /// </summary>
    public double? ImplausibilityOf(IReadOnlyList<double> point)
    {
        var figures = _design.Search.Fitted.SelectMany(year => LossesIn(year).Select(loss =>
            (loss.Loss.Tolerance, Error: EstimateOf(point, year, loss.Measure)))).ToList();
        return figures.Exists(figure => figure.Error is null) ? null
            : Implausibility.Of(figures.Select(figure => (0.0, figure.Error!, 0.0, figure.Tolerance)));
    }

    private static double Square(double error) => error * error;
}
