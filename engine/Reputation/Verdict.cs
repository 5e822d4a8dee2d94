using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>One side's word on the other after an order, as it was noted.</summary>
/// <remarks>Forty bytes without padding.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly struct Verdict
{
    private readonly OrderId _order;
    private readonly int _store;
    private readonly int _listing;
    private readonly long _atMs;
    private readonly long _paidFen;
    private readonly Rating _points;
    private readonly CategoryId _category;
    private readonly RatedSide _side;
    private readonly CreditRating _credit;

    /// <summary>A rating of an order, be it by default.</summary>
    /// <param name="rated">The rating.</param>
    /// <param name="paid">What was paid for the order.</param>
    /// <param name="category">The order's category.</param>
    public Verdict(in MarketEvent rated, Money paid, CategoryId category)
    {
        _side = rated.Kind == MarketEventKind.StoreRated ? RatedSide.Store : RatedSide.Buyer;
        (_credit, _points) = (rated.Credit, rated.Points);
        _atMs = rated.At.ToUnixTimeMilliseconds();
        _paidFen = paid.Fen;
        _order = rated.Order;
        _store = rated.Store.Value;
        _listing = rated.Listing.Value;
        _category = category;
    }

    /// <summary>The moment, as Unix time.</summary>
    public long AtMs => _atMs;

    /// <summary>What was paid for the order.</summary>
    public Money Paid => Money.FromFen(_paidFen);

    /// <summary>Who is rated.</summary>
    public RatedSide Side => _side;

    /// <summary>The verdict; 0 in a market without verdicts (rule REP-2).</summary>
    public CreditRating Credit => _credit;

    /// <summary>The order.</summary>
    public OrderId Order => _order;

    /// <summary>The store.</summary>
    public StoreId Store => new(_store);

    /// <summary>
    /// The listing of the order's first line: what rule REP-2 counts once in 14 days (assumed).
    /// </summary>
    public ListingId Listing => new(_listing);

    /// <summary>The category of that listing.</summary>
    public CategoryId Category => _category;

    /// <summary>
    /// The points for each component; null if the verdict came by default or is about the buyer.
    /// </summary>
    public Rating? Points => _points == default ? null : _points;
}
