namespace FlashSale.Marketplace;

/// <summary>What a store of a seller has against it.</summary>
/// <param name="Store">The store.</param>
/// <param name="Points">Its general points (rule TRU-6).</param>
/// <param name="CounterfeitPoints">Its points for counterfeits (rule TRU-5).</param>
/// <param name="Measure">The measure that is upon it.</param>
public readonly record struct StorePoints(
    StoreId Store, int Points, int CounterfeitPoints, StoreMeasure Measure);

/// <summary>Complaints about a listing that no closed case has settled.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Complaints">How many.</param>
public readonly record struct ListingComplaints(ListingId Listing, int Complaints);

/// <summary>The platform's file on a seller as a reader sees it (rules TRU-5 to TRU-8).</summary>
/// <param name="Seller">The seller.</param>
/// <param name="Cases">The cases, by their numbers.</param>
/// <param name="Stores">Stores with cases, by their ids.</param>
/// <param name="Listings">Listings with complaints, by their ids.</param>
/// <param name="Violations">Violations over all stores (rule TRU-7).</param>
/// <param name="IsFlagged">Whether the red flag is up (rule TRU-7).</param>
/// <param name="IsBarred">Whether the seller may sell no more (rule TRU-7).</param>
public sealed record CaseFileView(
    SellerId Seller,
    IReadOnlyList<Case> Cases,
    IReadOnlyList<StorePoints> Stores,
    IReadOnlyList<ListingComplaints> Listings,
    int Violations,
    bool IsFlagged,
    bool IsBarred)
{
    /// <summary>What a reader sees of a file at a moment.</summary>
    public static CaseFileView Of(CaseFile file, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        var isBarred = file.IsBarred(policy);
        var stores = file.Cases.Select(one => one.Store).Distinct().OrderBy(store => store.Value);
        var listings = file.Complaints.GroupBy(one => one.Listing).OrderBy(same => same.Key.Value);
        return new CaseFileView(
            file.Seller, [.. file.Cases],
            [.. stores.Select(store => new StorePoints(
                store, file.PointsOf(store, now), file.CounterfeitPointsOf(store, now),
                isBarred ? StoreMeasure.Closed : file.MeasureOf(store, now)))],
            [.. listings.Select(same => new ListingComplaints(same.Key, same.Count()))],
            file.Violations, file.IsFlagged(policy), isBarred);
    }
}

/// <summary>A page of files; without a next one it is the last.</summary>
/// <param name="Files">The files, by their sellers.</param>
/// <param name="Next">The first seller of the next page; null if there is none.</param>
public sealed record CaseFilePage(IReadOnlyList<CaseFileView> Files, SellerId? Next);
