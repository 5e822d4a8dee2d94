namespace FlashSale.Marketplace;

/// <summary>
/// Why a listing stands where it does: the parts of its score, each with its weight in it (rules SRC-1,
/// REP-5).
/// </summary>
/// <param name="Relevance">For how much of its title the words are that were looked for.</param>
/// <param name="Taste">For how near it is to the buyer's taste.</param>
/// <param name="Sales">For its sales of the last days.</param>
/// <param name="Rating">For the distance of the store's ratings from those of the stores beside it.</param>
/// <param name="Level">For the store's level of credit.</param>
/// <param name="Newness">For its newness.</param>
/// <param name="Price">For its price; negative above the median.</param>
public readonly record struct ListingScore(
    double Relevance, double Taste, double Sales, double Rating, double Level, double Newness, double Price)
{
    private const double KeysPerPoint = 1_000_000;

    /// <summary>All parts added up.</summary>
    public double Total => Relevance + Taste + Sales + Rating + Level + Newness + Price;

    /// <summary>By what listings are ranked: the score in millionths.</summary>
    internal long Key => (long)(Total * KeysPerPoint);
}
