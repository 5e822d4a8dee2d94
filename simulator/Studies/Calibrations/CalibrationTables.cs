namespace FlashSale.Simulator;

/// <summary>The tables of a calibration, each a CSV file and a table of study.sqlite.</summary>
internal static class CalibrationTables
{
    /// <summary>Errors by year, losses by point, profiles by factor.</summary>
    public static IReadOnlyList<StudyTable> Of(CalibrationPart part) =>
        [Errors(part), Losses(part), Profiles(part)];

    private static StudyTable Errors(CalibrationPart part) => new(
        "calibration",
        [
            "year", "use", "loss", "loss_left_out", "measure", "tolerance", "error", "error_low",
            "error_high", "error_left_out", "figure", "published", "simulated", "simulated_left_out",
        ],
        [
            .. part.Years.SelectMany(year => year.Errors.Select(error => (IReadOnlyList<StudyCell>)
            [
                year.Scenario, year.IsHeldOut ? "held-out" : "fitted", year.Loss, year.LeftOutLoss,
                error.Measure, error.Tolerance, error.Mean, error.Limits?.Low, error.Limits?.High,
                error.LeftOut, error.Figure ?? "", error.Published, error.Simulated, error.SimulatedLeftOut,
            ])),
        ]);

    private static StudyTable Losses(CalibrationPart part) => new(
        "losses", [.. part.Factors.Select(factor => factor.Name), "loss", "implausibility", "ruled_out"],
        [
            .. part.Points.Select(point => (IReadOnlyList<StudyCell>)
            [
                .. point.Levels.Select(level => (StudyCell)level.Number), point.Loss, point.Implausibility,
                point.Implausibility < part.RuledOutFrom ? 0 : 1,
            ]),
        ]);

    private static StudyTable Profiles(CalibrationPart part) => new(
        "profiles", ["factor", "value", "loss", "fits_as_well"],
        [
            .. part.Factors.SelectMany(factor => factor.Profile.Select(point => (IReadOnlyList<StudyCell>)
            [
                factor.Name, point.Value, point.Loss,
                point.Value >= factor.From && point.Value <= factor.To ? 1 : 0,
            ])),
        ]);
}
