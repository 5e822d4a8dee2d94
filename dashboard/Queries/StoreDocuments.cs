namespace FlashSale.Dashboard;

/// <summary>
/// A store's page: its status, its deposit, its earnings, its reputation; in a market without verdicts it has
/// no credit (rule REP-2).
/// </summary>
internal sealed record StoreDocument(
    StoreId Id,
    string Name,
    SellerId Owner,
    MarketKind Market,
    StoreStatus Status,
    SuspensionCause? SuspendedFor,
    Money DepositRequiredFen,
    Money DepositPaidFen,
    DateTimeOffset? DepositShortSince,
    Money EarnedFen,
    CreditDocument? Credit,
    RatingDocument? Rating,
    CertificateDocument? Certificate)
{
    public static StoreDocument Of(StoreView view, ReputationPolicy policy)
    {
        var store = view.Store;
        return new StoreDocument(
            view.Id, view.Name, store.Owner, store.Market, store.Status,
            store.SuspendedFor == 0 ? null : store.SuspendedFor, store.SecurityRequired, store.SecurityPaid,
            store.ShortSince, view.Earned,
            view.CreditIn(policy) is { } credit ? CreditDocument.Of(credit, policy) : null,
            RatingDocument.Of(view.Rating), CertificateDocument.Of(view.Certification));
    }
}

/// <summary>
/// A store's credit: its points, its level in signs, and the verdicts (rules REP-2, REP-3, REP-5).
/// </summary>
internal sealed record CreditDocument(
    int Points, CreditSign? Sign, int Signs, int Good, int Medium, int Poor, int? GoodBasisPoints)
{
    public static CreditDocument Of(Credit credit, ReputationPolicy policy)
    {
        var level = CreditLevel.Of(credit.Points, policy);
        return new CreditDocument(
            credit.Points, level.Sign, level.Signs, credit.Good, credit.Medium, credit.Poor,
            credit.GoodBasisPoints);
    }
}

/// <summary>A store's ratings over six months, in thousandths of a point (rule REP-4).</summary>
internal sealed record RatingDocument(
    long Orders, int AsDescribed, int Service, int DispatchSpeed, int DeliverySpeed)
{
    public static RatingDocument? Of(RatingSums sums) => sums.Orders == 0
        ? null
        : new RatingDocument(
            sums.Orders, Mean(sums, RatingComponent.AsDescribed), Mean(sums, RatingComponent.Service),
            Mean(sums, RatingComponent.DispatchSpeed), Mean(sums, RatingComponent.DeliverySpeed));

    private static int Mean(RatingSums sums, RatingComponent component) =>
        sums.MeanThousandths(component) ?? 0;
}

/// <summary>A page of stores; without «next» it is the last one.</summary>
internal sealed record StorePageDocument(IReadOnlyList<StoreDocument> Stores, StoreId? Next);
