using static System.FormattableString;

namespace FlashSale.Driver;

/// <summary>What is wrong with a load as a whole.</summary>
/// <param name="Wrong">What it is, with its numbers.</param>
/// <param name="Allowed">What would be right.</param>
public sealed record LoadProblem(string Wrong, string Allowed)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => $"{Wrong}; allowed: {Allowed}";
}

/// <summary>
/// What can be driven at all. Rate, length and people are each in range before; here their products are
/// checked, in one place and before anything starts.
/// </summary>
public static class LoadBounds
{
    /// <summary>The longest load, and the longest warm-up, in seconds: six hours.</summary>
    public const int SecondsMax = 6 * 3_600;

    /// <summary>The highest rate, in orders a second: the moments of one second are kept.</summary>
    public const double RateMax = 10e6;

    /// <summary>The most orders of a load, its warm-up included.</summary>
    public const double OrdersMax = 1e9;

    /// <summary>The most buyers of a market: what a host allows.</summary>
    public const int BuyersMax = 16_000_000;

    /// <summary>How often one buyer may check out in a load.</summary>
    public const int CheckoutsPerBuyer = 64;

    /// <summary>What is wrong with a load; null if it can be driven.</summary>
    /// <param name="plan">The load.</param>
    /// <param name="buyers">How many buyers are asked for; null for as many as the load needs.</param>
    /// <param name="residents">People of the scenario, who stand before them.</param>
    public static LoadProblem? Problem(PlannedLoad plan, int? buyers = null, int residents = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (curve, warmUp) = (plan.Curve, plan.WarmUpSeconds);
        var orders = curve.Expected + (curve.Peak / 4 * warmUp);
        var people = Math.Min(buyers ?? BuyersMax, (double)BuyersMax - residents);
        return TooLong(Math.Max(curve.Seconds, warmUp)) is { } tooLong ? tooLong
            : curve.Peak > RateMax
                ? new LoadProblem(
                    Invariant($"up to {curve.Peak:#,0} orders a second are too many"),
                    Invariant($"at most {RateMax:#,0} orders a second"))
            : orders > OrdersMax
                ? new LoadProblem(
                    Invariant($"{orders:#,0} orders in {curve.Seconds + warmUp:#,0} s, up to ")
                        + Invariant($"{curve.Peak:#,0} a second, are too many"),
                    Invariant($"at most {OrdersMax:#,0} orders in a load, its warm-up included"))
            : curve.Total == 0
                ? new LoadProblem(
                    Invariant($"there are no orders: up to {curve.Peak:0.######} a second make ")
                        + Invariant($"{curve.Expected:0.######} in {curve.Seconds:#,0} s"),
                    "a rate and a length that make at least one order")
            : people < 1 || buyers > people
                ? new LoadProblem(
                    Invariant($"{buyers ?? 1:#,0} buyers beside {residents:#,0} people of the scenario ")
                        + "are too many",
                    Invariant($"{BuyersMax:#,0} together: fewer --buyers, or a smaller --scale"))
            : orders > people * CheckoutsPerBuyer
                ? new LoadProblem(
                    Invariant($"{orders:#,0} orders of {people:#,0} buyers are too many"),
                    Invariant($"at most {CheckoutsPerBuyer} orders of a buyer in a load: more --buyers"))
            : null;
    }

    /// <summary>The lowest and the highest constant rate that can be driven.</summary>
    public static (double Least, double Most) Rates(int seconds, int warmUpSeconds, int buyers)
    {
        var orders = Math.Min(OrdersMax, (double)buyers * CheckoutsPerBuyer);
        return (1.0 / seconds, Math.Min(RateMax, orders / (seconds + (warmUpSeconds / 4.0))));
    }

    /// <summary>What is wrong with a load of such a length; null if nothing is.</summary>
    public static LoadProblem? TooLong(double seconds) => seconds <= SecondsMax ? null
        : new LoadProblem(
            Invariant($"the load is {seconds:#,0} s long"),
            Invariant($"1 to {SecondsMax:#,0} s: a higher --speed, or a part by --duration"));

    /// <summary>
    /// What is wrong with a scenario of so many people; null if they leave room for buyers.
    /// </summary>
    /// <param name="expected">About how many people the scenario has at its scale.</param>
    public static LoadProblem? TooManyPeople(double expected) => expected < BuyersMax / 2.0 ? null
        : new LoadProblem(
            Invariant($"the scenario has about {expected:#,0} people of its own at this scale"),
            Invariant($"fewer than {BuyersMax / 2:#,0} of them in a load test: a smaller --scale"));
}
