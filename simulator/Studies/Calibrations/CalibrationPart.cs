namespace FlashSale.Simulator;

/// <summary>What a calibration found: the part «calibration» of study.json.</summary>
/// <param name="Loss">The loss of the best point, over all fitted years.</param>
/// <param name="Factors">The factors at the best point, with their profiles.</param>
/// <param name="Years">Each year: fitted, left out, or held out.</param>
/// <param name="Fits">The fit of all years, then that without each of them.</param>
/// <param name="Screen">What the fluid model was asked; null without a screen.</param>
/// <param name="Points">The points that were run in all fitted years, best first.</param>
/// <param name="RuledOutFrom">The implausibility from which a point is ruled out.</param>
public sealed record CalibrationPart(
    double Loss, IReadOnlyList<CalibratedFactor> Factors, IReadOnlyList<CalibratedYear> Years,
    IReadOnlyList<FitFound> Fits, ScreenFound? Screen, IReadOnlyList<CalibrationPoint> Points,
    double RuledOutFrom);

/// <summary>A factor of a calibration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">«s» of a length, which is in seconds; nothing of a number.</param>
/// <param name="Low">The low end of its range.</param>
/// <param name="High">The high end.</param>
/// <param name="Best">The value at the best point, as a scenario writes it.</param>
/// <param name="IsIdentified">Whether no other value of the profile fits as well.</param>
/// <param name="From">The smallest value of the profile that fits as well.</param>
/// <param name="To">The largest.</param>
/// <param name="IsAtEdge">Whether the best value lies at an end of the range.</param>
/// <param name="Profile">The loss along the factor, the others as at the best point.</param>
public sealed record CalibratedFactor(
    string Name, string Unit, double Low, double High, string Best, bool IsIdentified, double From, double To,
    bool IsAtEdge, IReadOnlyList<ProfilePoint> Profile);

/// <summary>A value of a factor and its loss.</summary>
/// <param name="Value">The value.</param>
/// <param name="Loss">The mean over seeds; null if a run has no loss.</param>
/// <param name="OfSeeds">The loss of each seed; none if a run has none.</param>
public sealed record ProfilePoint(double Value, double? Loss, IReadOnlyList<double> OfSeeds);

/// <summary>A year of a calibration.</summary>
/// <param name="Scenario">Its base.</param>
/// <param name="Hash">The hash of the base, on the first seed.</param>
/// <param name="CalibratedBy">The hash of what is held of it.</param>
/// <param name="IsHeldOut">Whether no fit saw it.</param>
/// <param name="Loss">Its loss at the best point of all fitted years.</param>
/// <param name="LeftOutLoss">Its loss at the best point of the others; null if it was not left out.</param>
/// <param name="Errors">The parts of its loss.</param>
public sealed record CalibratedYear(
    string Scenario, string Hash, string CalibratedBy, bool IsHeldOut, double? Loss, double? LeftOutLoss,
    IReadOnlyList<ErrorFound> Errors);

/// <summary>A year that no fit may see, and where it was looked at in this folder, in order.</summary>
/// <param name="Scenario">Its base.</param>
/// <param name="At">The points; one after an honest study.</param>
public sealed record OpenedYear(string Scenario, IReadOnlyList<string> At);

/// <summary>A part of a year's loss.</summary>
/// <param name="Measure">The measure: the error.</param>
/// <param name="Tolerance">The error that counts 1.</param>
/// <param name="Mean">The mean error over seeds at the best point.</param>
/// <param name="Limits">Its interval.</param>
/// <param name="LeftOut">The mean error at the fit without this year.</param>
/// <param name="Figure">The figure that is compared; null if the error names none.</param>
/// <param name="Published">Its published value.</param>
/// <param name="Simulated">Its simulated mean at the best point.</param>
/// <param name="SimulatedLeftOut">The same at the fit without this year.</param>
public sealed record ErrorFound(
    string Measure, double Tolerance, double? Mean, Interval? Limits, double? LeftOut, string? Figure,
    double? Published, double? Simulated, double? SimulatedLeftOut);

/// <summary>A fit.</summary>
/// <param name="Without">The year that was left out; null of the fit of all.</param>
/// <param name="Levels">The values of the factors.</param>
/// <param name="Loss">The loss over its years.</param>
/// <param name="Evaluations">How many points it looked at.</param>
public sealed record FitFound(
    string? Without, IReadOnlyList<FactorLevel> Levels, double Loss, int Evaluations);

/// <summary>The screen by the fluid model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Points">How many points it looked at, each in every year.</param>
/// <param name="Measures">The parts of the loss that it sees.</param>
/// <param name="Unseen">Factors that move nothing in it: fits begin in the middle of their ranges.</param>
public sealed record ScreenFound(
    string Model, int Points, IReadOnlyList<string> Measures, IReadOnlyList<string> Unseen);

/// <summary>A point of a calibration.</summary>
/// <param name="Levels">The values of the factors.</param>
/// <param name="Loss">Its loss over all fitted years; null if a run has none.</param>
/// <param name="Implausibility">How far its worst error is from 0, in deviations; null without one.</param>
public sealed record CalibrationPoint(
    IReadOnlyList<FactorLevel> Levels, double? Loss, double? Implausibility);
