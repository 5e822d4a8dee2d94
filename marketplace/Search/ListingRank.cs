namespace FlashSale.Marketplace;

/// <summary>
/// Ranks the listings of one index against each other: by their scores, and by whatever else a buyer may sort
/// by (rules SRC-1, REP-5).
/// </summary>
/// <remarks>
/// A key is a whole number, and higher ones come first; of equal ones the lower id. Logarithms are
/// <see cref="ExactMath"/>, so that every host has the same order.
/// </remarks>
internal sealed class ListingRank
{
    private const double WeightUnit = 100;
    private const double DistanceUnit = 10_000;
    private const int MeansPerRank = 10_000; // a mean is below: at most 5,000 thousandths

    private static readonly RatingComponent[] Components = Enum.GetValues<RatingComponent>();

    private readonly SearchPolicy _policy;
    private readonly DateTimeOffset _at;
    private readonly RatingSums _usual;
    private readonly double _medianPrice;

    /// <summary>A rank of these listings.</summary>
    /// <param name="listings">All of the index.</param>
    /// <param name="policy">The weights.</param>
    /// <param name="at">The moment of the index; whole seconds count, as of publication.</param>
    public ListingRank(IReadOnlyList<SearchedListing> listings, SearchPolicy policy, DateTimeOffset at)
    {
        (_policy, _at) = (policy, DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()));
        var prices = listings.Select(listing => listing.Price.Fen).Order().ToArray();
        _medianPrice = prices.Length == 0 ? 1 : prices[prices.Length / 2];
        foreach (var store in listings.DistinctBy(listing => listing.Store))
        {
            _usual.Add(store.Rating);
        }
    }

    /// <summary>The parts of a listing's score that no buyer changes.</summary>
    public ListingScore Score(SearchedListing listing)
    {
        var age = Math.Max(0, (_at - listing.PublishedAt).TotalSeconds) / _policy.NewWithin.TotalSeconds;
        return new ListingScore(
            0,
            0,
            Weighed(_policy.SalesWeight, ExactMath.Ln(1 + listing.Sales)),
            Weighed(_policy.RatingWeight, DistanceOf(listing.Rating)),
            Weighed(_policy.LevelWeight, listing.Level.Rank / (double)CreditLevel.RankMax),
            Weighed(_policy.NewnessWeight, ExactMath.Exp(-age)),
            -Weighed(_policy.PriceWeight, ExactMath.Ln(listing.Price.Fen / _medianPrice)));
    }

    /// <summary>The score of a listing for one buyer.</summary>
    /// <param name="score">The parts that no buyer changes.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="share">The share of its title's words that are looked for.</param>
    /// <param name="taste">The buyer's taste.</param>
    public ListingScore For(
        in ListingScore score, SearchedListing listing, double share, TasteVector? taste) => score with
        {
            Relevance = Weighed(_policy.RelevanceWeight, share),
            Taste = taste is { } own ? Weighed(_policy.TasteWeight, own.Near(listing.Taste)) : 0,
        };

    /// <summary>The key of a listing in an order of its own numbers.</summary>
    public long KeyOf(SearchSort sort, SearchedListing listing) => PenaltyOf(listing) + sort switch
    {
        SearchSort.Sales => listing.Sales,
        SearchSort.Price => -listing.Price.Fen,
        SearchSort.Reliability => ((long)listing.Level.Rank * MeansPerRank) + MeanOf(listing.Rating),
        SearchSort.New => listing.PublishedAt.ToUnixTimeSeconds(),
        _ => _policy.Mode switch
        {
            SearchMode.Delisting => DelistingKey(listing),
            SearchMode.Composite => Score(listing).Key,
            _ => 0,
        },
    };

    /// <summary>What is added to every key of a listing: those that are demoted come last.</summary>
    public long PenaltyOf(SearchedListing listing)
    {
        const long behindAll = -1L << 40;
        return _policy.Mode == SearchMode.Composite && listing.Standing == SearchStanding.Demoted
            ? behindAll : 0;
    }

    /// <summary>When a listing ends, and is put up again by itself.</summary>
    public DateTimeOffset EndOf(SearchedListing listing)
    {
        var stood = Math.Max(0, (_at - listing.PublishedAt).Ticks);
        var cycle = _policy.ListedWithin.Ticks;
        return _at.AddTicks(cycle - (stood % cycle));
    }

    // Nearest end first, in whole seconds; of the same second the higher credit.
    private long DelistingKey(SearchedListing listing)
    {
        const int pointsBits = 31;
        var seconds = (EndOf(listing) - _at).Ticks / TimeSpan.TicksPerSecond;
        return (-seconds << pointsBits) + Math.Max(0, listing.CreditPoints);
    }

    private double DistanceOf(in RatingSums own)
    {
        var sum = 0;
        foreach (var component in Components)
        {
            sum += own.DistanceFromCategory(_usual, component) ?? 0;
        }

        return sum / (DistanceUnit * Components.Length);
    }

    private static int MeanOf(in RatingSums rating)
    {
        var sum = 0;
        foreach (var component in Components)
        {
            sum += rating.MeanThousandths(component) ?? 0;
        }

        return sum / Components.Length;
    }

    private static double Weighed(int weight, double part) => weight / WeightUnit * part;
}
