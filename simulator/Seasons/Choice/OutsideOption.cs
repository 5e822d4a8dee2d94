namespace FlashSale.Simulator;

/// <summary>
/// The odds of buying nothing, found so that a share of visits buys (MODELS M8; F: 44 views a buy).
/// </summary>
internal static class OutsideOption
{
    /// <summary>The odds as long as less can be found than is to be bought.</summary>
    public const double Unfitted = 1;

    private const int Halvings = 50;

    /// <summary>The odds against which a share of visits buys.</summary>
    /// <param name="visits">Of each visit: the odds of all that it looked at.</param>
    /// <param name="share">The share of visits that buys.</param>
    public static double OfBuying(IReadOnlyList<double> visits, double share) =>
        At(visits, share * visits.Count);

    /// <summary>The odds against which so many of the listings looked at are put into carts.</summary>
    /// <param name="listings">Of each listing that was looked at: its odds.</param>
    /// <param name="carts">How many of them go into carts.</param>
    public static double OfCarts(IReadOnlyList<double> listings, double carts) => At(listings, carts);

    // The number that wins against some odds falls evenly as these rise.
    private static double At(IReadOnlyList<double> all, double wanted)
    {
        var (low, high) = (0.0, Unfitted);
        if (wanted >= all.Count(one => one > 0))
        {
            return Unfitted;
        }

        while (Winning(high) > wanted)
        {
            (low, high) = (high, high * 2);
        }

        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Winning(middle) > wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;

        double Winning(double odds) => all.Sum(one => one / (one + odds));
    }
}
