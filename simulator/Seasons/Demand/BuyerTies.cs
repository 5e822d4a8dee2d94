namespace FlashSale.Simulator;

/// <summary>
/// Who follows whom: a directed graph in which most followers are neighbours, computed and not stored (rule
/// DEM-6).
/// </summary>
/// <remarks>
/// Neighbours of one buyer follow each other too, which makes the graph clustered. A tie has a weight for
/// each topic: a draw from a Dirichlet distribution, so that most ties pass on a topic or two.
/// </remarks>
internal sealed class BuyerTies(ulong seed, int buyers, WordOfMouthTerms terms)
{
    private const int FollowersMax = 4_095; // of a buyer: the name of a tie has room for no more
    private const int TieBits = 12;

    /// <summary>How many follow a buyer.</summary>
    public int FollowersOf(int buyer)
    {
        var draws = Draws.For(seed, buyer, Streams.SeasonFollowers);
        var spread = terms.FollowersSpread;
        var normal = ExactMath.InverseNormal(draws.Unit());
        var mean = terms.Followers * ExactMath.Exp((spread * normal) - (spread * spread / 2));
        var whole = (int)Math.Min(mean, FollowersMax);
        return Math.Min(Math.Min(FollowersMax, buyers - 1), whole + (draws.Happens(mean - whole) ? 1 : 0));
    }

    /// <summary>A follower of a buyer, by a number from 0: from anywhere, or one of the neighbours.</summary>
    public int Follower(int buyer, int number)
    {
        var draws = Draws.For(seed, TieOf(buyer, number), Streams.SeasonTie);
        var distance = draws.Happens(terms.FarShare)
            ? 1 + draws.Below(buyers - 1)
            : number % 2 == 0 ? (number / 2) + 1 : buyers - ((number / 2) + 1);
        return (int)(((long)buyer + distance) % buyers);
    }

    /// <summary>The weight of a tie for a topic: those for all topics sum to 1.</summary>
    public double WeightOf(int buyer, int number, int topic, int topics)
    {
        var draws = Draws.For(seed, TieOf(buyer, number), Streams.SeasonTopic);
        var (own, sum) = (0.0, 0.0);
        for (var at = 0; at < topics; at++)
        {
            var part = Gamma(terms.TopicConcentration, ref draws);
            sum += part;
            own = at == topic ? part : own;
        }

        return sum > 0 ? own / sum : 1.0 / topics;
    }

    /// <summary>The buyers whom most follow, the most first; of equals the lower number.</summary>
    public IReadOnlyList<int> MostFollowed(int number) =>
    [
        .. Enumerable.Range(0, buyers).Select(buyer => (Buyer: buyer, Followers: FollowersOf(buyer)))
            .OrderByDescending(one => one.Followers).ThenBy(one => one.Buyer).Take(number)
            .Select(one => one.Buyer),
    ];

    // Marsaglia and Tsang 2000; a shape below 1 is one above it times a power of a uniform number.
    private static double Gamma(double shape, ref Draws draws)
    {
        const int triesMax = 100; // one in twenty is refused
        var boost = shape < 1 ? ExactMath.Pow(draws.Unit(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        for (var tries = 0; tries < triesMax; tries++)
        {
            var normal = ExactMath.InverseNormal(draws.Unit());
            var cube = 1 + (c * normal);
            var v = cube * cube * cube;
            if (v > 0 && ExactMath.Ln(draws.Unit())
                < (normal * normal / 2) + d - (d * v) + (d * ExactMath.Ln(v)))
            {
                return d * v * boost;
            }
        }

        return d * boost;
    }

    private static long TieOf(int buyer, int number) => ((long)buyer << TieBits) | (uint)number;
}
