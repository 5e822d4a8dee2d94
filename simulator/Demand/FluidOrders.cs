namespace FlashSale.Simulator;

/// <summary>
/// A day's orders as a fluid, up to where they wait for settlement: what the payment channels meet.
/// </summary>
internal sealed class FluidOrders
{
    private const int DaySeconds = 86_400;
    private const int DelaySteps = 64;

    private readonly Scenario _of;

    private FluidOrders(Scenario scenario)
    {
        _of = scenario;
        var (facts, paying) = (scenario.Festival, scenario.Behaviour.Paying);
        var paidPart = 1 - paying.NeverShare;
        var admitted = facts.PeakOrdersPerSecond * scenario.Capacity.GatewayShareOfPeak * paidPart
            / facts.OrdersPaid;
        var placed = Limited(Arrivals(DemandModel.For(facts, scenario.Demand)), _ => admitted);
        AdmissionLimitSeconds = CountAt(placed, admitted);
        Paying = Delayed(placed, paying, MobileShares.Of(facts));
        Placed = [.. placed.Select(share => share * facts.OrdersPaid / paidPart)];
    }

    /// <summary>Orders placed by the end of each second, at full scale; the first is midnight.</summary>
    public double[] Placed { get; }

    /// <summary>The share of orders that began to be paid by the end of each second.</summary>
    public double[] Paying { get; }

    /// <summary>For how many seconds as many orders were placed as the gateway admits.</summary>
    public int AdmissionLimitSeconds { get; }

    /// <summary>The orders of a scenario.</summary>
    public static FluidOrders Of(Scenario scenario) => new(scenario);

    /// <summary>Whether a scenario has these orders too, whatever its channels settle.</summary>
    public bool AreOf(Scenario other)
    {
        var (ours, theirs) = (_of.Behaviour.Paying, other.Behaviour.Paying);
        return _of.Festival == other.Festival
            && _of.Demand.OrdinaryHours.SequenceEqual(other.Demand.OrdinaryHours)
            && _of.Demand == other.Demand with { OrdinaryHours = _of.Demand.OrdinaryHours }
            && _of.Capacity.GatewayShareOfPeak == other.Capacity.GatewayShareOfPeak
            && ours.NeverShare == theirs.NeverShare && ours.DelayOffPhone == theirs.DelayOffPhone
            && ours.Delay.Percents.SequenceEqual(theirs.Delay.Percents)
            && ours.Delay.Lengths.SequenceEqual(theirs.Delay.Lengths);
    }

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
    internal static double[] Limited(double[] arrived, Func<int, double> limitInSecond)
    {
        var passed = new double[arrived.Length];
        for (var second = 1; second < arrived.Length; second++)
        {
            passed[second] = Math.Min(arrived[second], passed[second - 1] + limitInSecond(second - 1));
        }

        return passed;
    }

    // Between two seconds the arrivals lie on a line, so a delay is shared out to both seconds.
    private static double[] Delayed(double[] arrived, PaymentHabits paying, double mobileShare)
    {
        var table = new QuantileTable(
            [.. paying.Delay.Percents.Select(percent => percent / 100)],
            [.. paying.Delay.Lengths.Select(length => length.TotalSeconds)]);
        var shares = new SortedDictionary<int, double>();
        for (var step = 0; step < DelaySteps; step++)
        {
            var seconds = table.Quantile((step + 0.5) / DelaySteps);
            Add(shares, seconds, mobileShare / DelaySteps);
            Add(shares, seconds + paying.DelayOffPhone.TotalSeconds, (1 - mobileShare) / DelaySteps);
        }

        var delayed = new double[arrived.Length];
        foreach (var (seconds, share) in shares)
        {
            for (var second = seconds; second < arrived.Length; second++)
            {
                delayed[second] += arrived[second - seconds] * share;
            }
        }

        return delayed;
    }

    private static void Add(SortedDictionary<int, double> shares, double seconds, double share)
    {
        var whole = (int)seconds;
        shares[whole] = shares.GetValueOrDefault(whole) + (share * (whole + 1 - seconds));
        shares[whole + 1] = shares.GetValueOrDefault(whole + 1) + (share * (seconds - whole));
    }

    /// <summary>In how many seconds as much passed as a limit lets.</summary>
    internal static int CountAt(double[] cumulative, double limit)
    {
        var count = 0;
        for (var second = 1; second < cumulative.Length; second++)
        {
            count += cumulative[second] - cumulative[second - 1] > limit * 0.9999 ? 1 : 0;
        }

        return count;
    }
}
