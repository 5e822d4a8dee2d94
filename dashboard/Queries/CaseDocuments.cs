namespace FlashSale.Dashboard;

/// <summary>The platform's file on a seller (rules TRU-5 to TRU-8, IDN-4).</summary>
internal sealed record CaseFileDocument(
    SellerId Seller,
    int Violations,
    bool Flagged,
    bool Barred,
    IReadOnlyList<StorePointsDocument> Stores,
    IReadOnlyList<ListingComplaintsDocument> Listings,
    IReadOnlyList<CaseDocument> Cases)
{
    public static CaseFileDocument Of(CaseFileView view) => new(
        view.Seller, view.Violations, view.IsFlagged, view.IsBarred,
        [.. view.Stores.Select(one => new StorePointsDocument(
            one.Store, one.Points, one.CounterfeitPoints,
            one.Measure == StoreMeasure.None ? null : one.Measure))],
        [.. view.Listings.Select(one => new ListingComplaintsDocument(one.Listing, one.Complaints))],
        [.. view.Cases.Select(one => CaseDocument.Of(view.Seller, one))]);
}

/// <summary>Points of a store, and the measure that is upon it (rules TRU-5, TRU-6).</summary>
internal sealed record StorePointsDocument(
    StoreId Store, int Points, int CounterfeitPoints, StoreMeasure? Measure);

/// <summary>Complaints about a listing that no closed case has settled (rule TRU-3).</summary>
internal sealed record ListingComplaintsDocument(ListingId Listing, int Complaints);

/// <summary>A case. A measure without «until» is for ever.</summary>
internal sealed record CaseDocument(
    CaseId Id,
    CaseKind Kind,
    CaseStatus Status,
    CaseSource Source,
    StoreId Store,
    ListingId? Listing,
    int Complaints,
    int EvidenceBasisPoints,
    CaseVerdict? Verdict,
    int Points,
    StoreMeasure? Measure,
    Money FrozenFen,
    Money FineFen,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? Until,
    DateTimeOffset? StandsFrom,
    AppealStatus? Appeal,
    DateTimeOffset? AppealedAt)
{
    public static CaseDocument Of(SellerId seller, in Case one) => new(
        new CaseId(seller, one.Number), one.Kind, one.Status, one.Source, one.Store,
        one.HasListing ? one.Listing : null, one.Complaints, one.EvidenceBasisPoints,
        one.IsUndecided ? null : one.Verdict, one.Points,
        one.Measure == StoreMeasure.None ? null : one.Measure, one.Frozen, one.Fine, At(one.OpenedMs)!.Value,
        At(one.DecidedMs), At(one.UntilMs), At(one.CloseMs),
        one.Appeal == AppealStatus.None ? null : one.Appeal, At(one.AppealMs));

    // 0 is none, and the largest number no moment.
    private static DateTimeOffset? At(long ms) =>
        ms is 0 or long.MaxValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);
}

/// <summary>A page of files on sellers; without «next» it is the last one.</summary>
internal sealed record CaseFilePageDocument(IReadOnlyList<CaseFileDocument> Files, SellerId? Next);
