namespace FlashSale.Simulator;

/// <summary>Reads the answer of a calibration from its runs: each year, each factor, each point.</summary>
internal sealed class CalibrationMeasured
{
    private const double EdgeMax = 0.01;

    private readonly CalibrateDesign _design;
    private readonly StudyCalibration _calibration;

    /// <summary>Reads the answer, as far as there is one.</summary>
    public CalibrationMeasured(CalibrateDesign design, StudyCalibration calibration)
    {
        (_design, _calibration) = (design, calibration);
        Points = [.. calibration.Looked.Select(PointOf).OrderBy(point => point.Loss ?? double.MaxValue)];
        Part = calibration.Step.Answer is { } answer ? PartOf(answer) : null;
    }

    /// <summary>The answer; null while runs are wanted.</summary>
    public CalibrationPart? Part { get; }

    /// <summary>The points that were run in all fitted years, best first.</summary>
    public IReadOnlyList<CalibrationPoint> Points { get; }

    /// <summary>The years that are held out, looked at once the calibration is at its end.</summary>
    public IReadOnlyList<OpenedYear> Opened =>
    [
        .. _design.Keys.HeldOut.Select(year => new OpenedYear(
            _design.Bases[year].Name, _calibration.Step.Answer is { } answer
                ? [CalibrateDesign.TextOf(_design.LevelsAt(answer.Fit.Point))] : [])),
    ];

    private CalibrationPart PartOf(CalibrationAnswer answer) => new(
        answer.Fit.Loss,
        [.. _design.Keys.Factors.Select((factor, at) => FactorOf(
            factor, answer.Fit.Point[at], answer.Profiles[at]))],
        [.. Enumerable.Range(0, _design.Bases.Count).Select(year => YearOf(
            year, answer.Fit.Point, answer.WithoutOne.FirstOrDefault(fit => fit.Without == year)?.Point))],
        [.. answer.WithoutOne.Prepend(answer.Fit).Select(fit => new FitFound(
            fit.Without is { } year ? _design.Bases[year].Name : null, _design.LevelsAt(fit.Point),
            fit.Loss, fit.Evaluations))],
        ScreenOf(), Points, Implausibility.RuledOutFrom);

    private static CalibratedFactor FactorOf(RangedFactor factor, double best, CalibrationProfile profile)
    {
        double ValueAt(double place) => FactorLevel.Of(factor.Name, factor.Values.TextAt(place)).Number ?? 0;
        var (from, to) = profile.Fitting is { } fitting
            ? (profile.Places[fitting.From], profile.Places[fitting.To]) : (best, best);
        return new CalibratedFactor(
            factor.Name, factor.Values.IsLength ? "s" : "", ValueAt(0), ValueAt(1),
            factor.Values.TextAt(best), from == to, ValueAt(from),
            ValueAt(to), best is <= EdgeMax or >= 1 - EdgeMax,
            [
                .. profile.Places.Zip(profile.Losses, (place, losses) => losses.All(double.IsFinite)
                    ? new ProfilePoint(ValueAt(place), ExactSum.Mean(losses), losses)
                    : new ProfilePoint(ValueAt(place), null, [])),
            ]);
    }

    private CalibratedYear YearOf(int year, IReadOnlyList<double> best, IReadOnlyList<double>? leftOut)
    {
        var scenario = _design.Bases[year];
        return new CalibratedYear(
            scenario.Name, scenario.Hash, KeyRoles.HashOfBase(scenario), _design.Keys.HeldOut.Contains(year),
            LossOf(best, year), leftOut is null ? null : LossOf(leftOut, year),
            [.. _calibration.LossesIn(year).Select(loss => ErrorOf(loss, year, best, leftOut))]);
    }

    private ErrorFound ErrorOf(
        (AskedLoss Loss, int Measure) loss, int year, IReadOnlyList<double> best,
        IReadOnlyList<double>? leftOut)
    {
        var (error, figure) = (_calibration.EstimateOf(best, year, loss.Measure),
            _calibration.FigureOf(loss.Loss));
        double? MeanAt(IReadOnlyList<double>? point, int? measure) => point is null || measure is null ? null
            : _calibration.EstimateOf(point, year, measure.Value)?.Mean;
        return new ErrorFound(
            loss.Loss.Measure.Name, loss.Loss.Tolerance, error?.Mean,
            error?.Limits(_calibration.Confidence), MeanAt(leftOut, loss.Measure),
            figure is null ? null : loss.Loss.Figure,
            figure is null ? null : PublishedNode.Of(loss.Loss.Figure!, _design.Bases[year].Festival.Year),
            MeanAt(best, figure), MeanAt(leftOut, figure));
    }

    private double? LossOf(IReadOnlyList<double> point, int year) =>
        _calibration.LossesOf(point, year) is { } losses
            && CalibrationSearch.Mean(losses) is var mean && double.IsFinite(mean) ? mean : null;

    private CalibrationPoint PointOf(IReadOnlyList<double> point)
    {
        var losses = CalibrationSearch.Sum(point, _design.Search.Fitted, _calibration.LossesOf)!;
        var mean = CalibrationSearch.Mean(losses);
        return new CalibrationPoint(
            _design.LevelsAt(point), double.IsFinite(mean) ? mean : null,
            _calibration.ImplausibilityOf(point));
    }

    private ScreenFound? ScreenOf() => _design.Screen is not { } screen ? null
        : new ScreenFound(
            "fluid", screen.Points.Count,
            [.. _design.Keys.Losses.Where(loss => FluidYear.PlaceOf(loss.Measure.Value) >= 0)
                .Select(loss => loss.Measure.Name)],
            [.. _design.Keys.Factors.Where((_, at) => !screen.Seen[at]).Select(factor => factor.Name)]);
}
