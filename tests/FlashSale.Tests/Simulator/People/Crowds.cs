using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.People;

/// <summary>What many buyers, each with draws of an own, mean to do.</summary>
internal static class Crowds
{
    public const int Buyers = 20_000;

    /// <summary>A wait that is the same for everybody.</summary>
    public static LengthQuantiles Always(TimeSpan length) => LengthQuantiles.Of((0, length), (100, length));

    public static IReadOnlyList<T> AllOf<T>(Func<OrderId, T> decide) =>
        [.. Enumerable.Range(0, Buyers).Select(buyer =>
            decide(new CheckoutId(new BuyerId(buyer), 0).Order(0)))];

    public static IReadOnlyList<T> Each<T>(Func<CheckoutId, T> decide) => AllOf(id => decide(id.Checkout));

    /// <summary>The share of those to whom something applies.</summary>
    public static double Share<T>(this IReadOnlyCollection<T> all, Func<T, bool> applies) =>
        (double)all.Count(applies) / all.Count;

    /// <summary>A share of a crowd is met to four standard deviations.</summary>
    public static void Meets(double expected, double seen) => Assert.InRange(
        seen, expected - Margin(expected), expected + Margin(expected));

    private static double Margin(double share) => 4 * Math.Sqrt(share * (1 - share) / Buyers);
}
