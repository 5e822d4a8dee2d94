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
    private const int DelaySteps = 64;

    private readonly double[] _placed;
    private readonly double[] _settled;

    private FluidFestival(
        FestivalFacts facts, DemandModel demand, PaymentHabits paying, double gatewayShareOfPeak)
    {
        var paidPart = 1 - paying.NeverShare;
        var admitted = facts.PeakOrdersPerSecond * gatewayShareOfPeak * paidPart / facts.OrdersPaid;
        var settledPerSecond = paying.SustainedShareOfPeak
            * (facts.PeakPaymentsPerSecond ?? facts.PeakOrdersPerSecond) / facts.OrdersPaid;
        var placed = Limited(Arrivals(demand), _ => admitted);
        var settled = Limited(
            Delayed(placed, paying, MobileShares.Of(facts)),
            second => settledPerSecond * PacedGate.ColdShare((second + 0.5) / paying.WarmUp.TotalSeconds));
        PaymentPlateauSeconds = CountAt(settled, settledPerSecond);
        AdmissionLimitSeconds = CountAt(placed, admitted);
        _placed = [.. placed.Select(share => share * facts.OrdersPaid / paidPart)];
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
    public static FluidFestival Of(Scenario scenario, DemandBehaviour? behaviour = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new FluidFestival(
            scenario.Festival,
            DemandModel.For(scenario.Festival, behaviour ?? scenario.Demand),
            scenario.Behaviour.Paying,
            scenario.Capacity.GatewayShareOfPeak);
    }

    /// <summary>The share of the day's GMV that was paid by a time in seconds after midnight.</summary>
    public double ShareBy(double seconds) => At(_settled, seconds) / _settled[^1];

    /// <summary>Orders placed by a time in seconds after midnight, at full scale.</summary>
    public double PlacedBy(double seconds) => seconds <= 0 ? 0 : At(_placed, Math.Min(seconds, DaySeconds));

    /// <summary>Arrivals by the end of each second; the first entry is midnight itself.</summary>
    private static double[] Arrivals(DemandModel demand)
    {
        var arrived = new double[DaySeconds + 1];
        for (var second = 1; second <= DaySeconds; second++)
        {
            arrived[second] = demand.ShareBy(second);
        }

        return arrived;
    }

    /// <summary>What has passed a limit, first come first served.</summary>
    private static double[] Limited(double[] arrived, Func<int, double> limitInSecond)
    {
        var passed = new double[arrived.Length];
        for (var second = 1; second < arrived.Length; second++)
        {
            passed[second] = Math.Min(arrived[second], passed[second - 1] + limitInSecond(second - 1));
        }

        return passed;
    }

    private static double[] Delayed(double[] arrived, PaymentHabits paying, double mobileShare)
    {
        var table = new QuantileTable(
            [.. paying.Delay.Percents.Select(percent => percent / 100)],
            [.. paying.Delay.Lengths.Select(length => length.TotalSeconds)]);
        var delayed = new double[arrived.Length];
        for (var step = 0; step < DelaySteps; step++)
        {
            var seconds = table.Quantile((step + 0.5) / DelaySteps);
            AddLater(delayed, arrived, seconds, mobileShare / DelaySteps);
            AddLater(
                delayed, arrived, seconds + paying.DelayOffPhone.TotalSeconds,
                (1 - mobileShare) / DelaySteps);
        }

        return delayed;
    }

    private static void AddLater(double[] delayed, double[] arrived, double seconds, double share)
    {
        for (var second = (int)seconds + 1; second < arrived.Length; second++)
        {
            delayed[second] += At(arrived, second - seconds) * share;
        }
    }

    private static double At(double[] cumulative, double seconds)
    {
        var second = Math.Clamp((int)seconds, 0, cumulative.Length - 2);
        return cumulative[second] + (seconds - second) * (cumulative[second + 1] - cumulative[second]);
    }

    private static double Steepest(double[] cumulative) => Rates(cumulative).Max();

    private static int CountAt(double[] cumulative, double limit) =>
        Rates(cumulative).Count(rate => rate > limit * 0.9999);

    private static IEnumerable<double> Rates(double[] cumulative) =>
        cumulative.Zip(cumulative.Skip(1), (before, after) => after - before);
}
