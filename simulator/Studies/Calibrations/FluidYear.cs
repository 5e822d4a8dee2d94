namespace FlashSale.Simulator;

/// <summary>A year as the fluid model sees it, and how far its clock is from the published one.</summary>
/// <remarks>Keeps the orders while what makes them stays the same. Not for several threads at once.</remarks>
internal sealed class FluidYear
{
    private FluidOrders? _orders;

    /// <summary>The measures that it has, as a study writes them.</summary>
    public static IReadOnlyList<string> Measures { get; } =
        ["comparison.shareErrorMeanPoints", "comparison.shareErrorMaxPoints", "comparison.earlyLogErrorMean"];

    /// <summary>The place of a measure among those that it has; −1 if it has it not.</summary>
    public static int PlaceOf(string measure) => Measures.ToList().IndexOf(measure.Trim());

    /// <summary>The errors of a scenario's clock, in the order of <see cref="Measures"/>.</summary>
    public IReadOnlyList<double?> ErrorsOf(Scenario scenario)
    {
        if (Published.Year(scenario.Festival.Year) is not { } year)
        {
            return [null, null, null];
        }

        _orders = _orders?.AreOf(scenario) == true ? _orders : FluidOrders.Of(scenario);
        var day = FluidFestival.Of(scenario, _orders);
        var errors = ClockErrors.Of(
        [
            .. year.Clock.Where(point => point.Seconds < FestivalClock.DaySeconds)
                .Select(point => (point.Seconds, day.ShareBy(point.Seconds), point.Share)),
        ]);
        return [errors.MeanPoints, errors.MaxPoints, errors.EarlyLog];
    }
}
