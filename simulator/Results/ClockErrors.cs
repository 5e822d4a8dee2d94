namespace FlashSale.Simulator;

/// <summary>How far a day's clock of GMV is from the published one; nulls where nothing compares.</summary>
/// <param name="MeanPoints">The mean absolute error of its shares, in points.</param>
/// <param name="MaxPoints">The largest, in points.</param>
/// <param name="EarlyLog">The mean of |ln(simulated ÷ published)| up to 900 s.</param>
public sealed record ClockErrors(double? MeanPoints, double? MaxPoints, double? EarlyLog)
{
    /// <summary>
    /// Until when the logarithm of the clock is compared, in seconds: a percentage hides the limits there.
    /// </summary>
    public const int EarlySeconds = 900;

    /// <summary>The errors of a clock, the day's end left out by whoever gives the times.</summary>
    /// <param name="clock">At each published time, in seconds, the simulated and the published share.</param>
    public static ClockErrors Of(IReadOnlyList<(int Seconds, double Simulated, double Published)> clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var errors = clock.Select(point => Math.Abs(InPoints(point.Simulated, point.Published))).ToList();
        var early = clock.Where(point => point.Seconds <= EarlySeconds)
            .Select(point => LogError(point.Simulated, point.Published)).ToList();
        return new ClockErrors(
            errors.Count == 0 ? null : Rounded.To(errors.Average(), 2),
            errors.Count == 0 ? null : Rounded.To(errors.Max(), 2),
            early.Count == 0 ? null : Rounded.To(early.Average(), 3));
    }

    /// <summary>The error of one share, in points.</summary>
    public static double InPoints(double simulated, double published) =>
        Rounded.To((simulated - published) * 100, 2);

    // Where nothing was sold yet the ratio is taken against a thousandth of a percent, so that the error is
    // large, not infinite.
    private static double LogError(double simulated, double published)
    {
        const double shareMin = 1e-5;
        return Math.Abs(ExactMath.Ln(Math.Max(shareMin, simulated) / published));
    }
}
