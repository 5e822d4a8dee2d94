using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>The market under load, reached over HTTP or over Orleans calls.</summary>
/// <remarks>
/// Every call is answered: what a market refuses, or an answer that does not come, is an answer too.
/// </remarks>
internal interface ILoadMarket : IAsyncDisposable
{
    /// <summary>A change of the rules comes into force with a whole second.</summary>
    static readonly TimeSpan PolicyWithin = TimeSpan.FromSeconds(1);

    /// <summary>How it is reached, in a word for reports.</summary>
    string Way { get; }

    /// <summary>Fills the market with a scenario's stores and listings, stocked for so many orders.</summary>
    Task<IReadOnlyList<WantedListing>> Fill(Scenario scenario, long orders, CancellationToken stop);

    /// <summary>
    /// Has the market take complaints and watch its orders, and waits until it does (rules TRU-3, TRU-13).
    /// </summary>
    /// <exception cref="InvalidOperationException">It does not let its rules be changed.</exception>
    Task TakeComplaints();

    /// <summary>A step of an order: of the buyer, the store or the courier.</summary>
    Task<LoadAnswer> Do(LoadCommand command);

    /// <summary>A buyer looks at a listing.</summary>
    Task<LoadAnswer> Look(ListingId listing);

    /// <summary>A buyer searches; a query that the market refuses is an error.</summary>
    Task<LoadAnswer> Search(SearchQuery query);

    /// <summary>A seller looks at the sales of the store of a listing.</summary>
    Task<LoadAnswer> LookAtSales(ListingId listing);

    /// <summary>A seller changes a price.</summary>
    Task<LoadAnswer> Reprice(ListingId listing, Money price);

    /// <summary>A seller brings the units ever put up for sale up to a number.</summary>
    Task<LoadAnswer> Restock(ListingId listing, int unitsInTotal);

    /// <summary>
    /// Waits until no event is on its way any more; null if the market does not tell.
    /// </summary>
    Task<StreamFigures?> EmptyStreams(TimeSpan within);

    /// <summary>Counts everything again; null if the caller may not ask for that.</summary>
    Task<AuditSummary?> Audit();
}
