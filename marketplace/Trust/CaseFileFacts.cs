namespace FlashSale.Marketplace;

/// <summary>All that a seller's file keeps, laid open for hosts that store it.</summary>
/// <param name="Cases">The cases, by their numbers.</param>
/// <param name="Complaints">Complaints that count, or that belong to a case which is not closed.</param>
/// <param name="Acts">Acts that are not carried out yet.</param>
/// <param name="Holds">What each store was told.</param>
/// <param name="LastCase">The number of the last case.</param>
/// <param name="LastAct">The number of the last act.</param>
/// <param name="SyncedMs">When the stores' measures were looked at last.</param>
public sealed record CaseFileFacts(
    IReadOnlyList<Case> Cases,
    IReadOnlyList<Complaint> Complaints,
    IReadOnlyList<CaseAct> Acts,
    IReadOnlyList<StoreHold> Holds,
    int LastCase,
    long LastAct,
    long SyncedMs);
