namespace FlashSale.Simulator;

/// <summary>
/// The day in steps of one second with orders as a fluid: what the demand and the limits alone make of it.
/// </summary>
/// <remarks>
/// Arrivals wait for admission at the order peak, pay after a delay or never, and wait for settlement; both
/// queues are first come first served. No buyers, no stock, no retries: a quick check of a scenario's
/// clock, and the model that the demand was fitted with.
/// </remarks>
public sealed class FluidFestival
{
    private const int DaySeconds = 86_400;

    private readonly double[] _placed;
    private readonly double[] _settled;

    private FluidFestival(Scenario scenario, FluidOrders orders)
    {
        var (facts, paying) = (scenario.Festival, scenario.Behaviour.Paying);
        var settledPerSecond = paying.SustainedShareOfPeak
            * (facts.PeakPaymentsPerSecond ?? facts.PeakOrdersPerSecond) / facts.OrdersPaid;
        var settled = FluidOrders.Limited(
            orders.Paying,
            second => settledPerSecond * PacedGate.ColdShare((second + 0.5) / paying.WarmUp.TotalSeconds));
        PaymentPlateauSeconds = FluidOrders.CountAt(settled, settledPerSecond);
        AdmissionLimitSeconds = orders.AdmissionLimitSeconds;
        _placed = orders.Placed;
        _settled = [.. settled.Select(share => share * facts.OrdersPaid)];
    }

    /// <summary>The most orders placed in one second, at full scale.</summary>
    public double PeakOrdersPerSecond => Steepest(_placed);

    /// <summary>The most orders paid in one second, at full scale.</summary>
    public double PeakPaymentsPerSecond => Steepest(_settled);

    /// <summary>For how many seconds as many orders were placed as the gateway admits.</summary>
    public int AdmissionLimitSeconds { get; }

    /// <summary>For how many seconds the channels settled all they could.</summary>
    public int PaymentPlateauSeconds { get; }

    /// <summary>Runs the day of a scenario.</summary>
    public static FluidFestival Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario, FluidOrders.Of(scenario));
    }

    /// <summary>Runs the day of a scenario whose orders are known.</summary>
    internal static FluidFestival Of(Scenario scenario, FluidOrders orders) => new(scenario, orders);

    /// <summary>The share of the day's GMV that was paid by a time in seconds after midnight.</summary>
    public double ShareBy(double seconds) => At(_settled, seconds) / _settled[^1];

    /// <summary>Orders placed by a time in seconds after midnight, at full scale.</summary>
    public double PlacedBy(double seconds) => seconds <= 0 ? 0 : At(_placed, Math.Min(seconds, DaySeconds));

    private static double At(double[] cumulative, double seconds)
    {
        var second = Math.Clamp((int)seconds, 0, cumulative.Length - 2);
        return cumulative[second] + (seconds - second) * (cumulative[second + 1] - cumulative[second]);
    }

    private static double Steepest(double[] cumulative) => Rates(cumulative).Max();

    private static IEnumerable<double> Rates(double[] cumulative) =>
        cumulative.Zip(cumulative.Skip(1), (before, after) => after - before);
}
