using Orleans.Serialization.Configuration;

[assembly: TypeManifestProvider(typeof(FlashSale.GrainInterfaces.MarketAliases))]

namespace FlashSale.GrainInterfaces;

/// <summary>The names of the market's types wherever a message has to say what it holds.</summary>
/// <remarks>
/// Short, and the same when a type is moved or renamed: a silo of the next version still understands them.
/// Never changed, never used for another type.
/// </remarks>
internal sealed class MarketAliases : TypeManifestProviderBase
{
    /// <inheritdoc/>
    protected override void ConfigureInner(TypeManifestOptions options)
    {
        foreach (var (alias, type) in Values.Concat(ValuesOfTrust).Concat(Records).Concat(Enums))
        {
            options.WellKnownTypeAliases.Add($"flashsale.{alias}", type);
        }
    }

    private static (string Alias, Type Type)[] Values =>
    [
        ("account-id", typeof(AccountId)),
        ("answer", typeof(Answer)),
        ("buyer-id", typeof(BuyerId)),
        ("cart-line", typeof(CartLine)),
        ("catalogue-brand", typeof(CatalogueBrand)),
        ("category-id", typeof(CategoryId)),
        ("certification", typeof(Certification)),
        ("coupon", typeof(Coupon)),
        ("credit", typeof(Credit)),
        ("festival-price", typeof(FestivalPrice)),
        ("identity-id", typeof(IdentityId)),
        ("identity-links", typeof(IdentityLinks)),
        ("keyed-request", typeof(KeyedRequest)),
        ("listing", typeof(Listing)),
        ("publication", typeof(Publication)),
        ("review-pool", typeof(ReviewPool)),
        ("listing-credit", typeof(ListingCredit)),
        ("listing-id", typeof(ListingId)),
        ("money", typeof(Money)),
        ("order", typeof(Order)),
        ("order-escrow", typeof(OrderEscrow)),
        ("order-id", typeof(OrderId)),
        ("order-line", typeof(OrderLine)),
        ("order-line-view", typeof(OrderLineView)),
        ("pair-credit", typeof(PairCredit)),
        ("presale", typeof(Presale)),
        ("rating", typeof(Rating)),
        ("rating-day", typeof(RatingDay)),
        ("rating-sums", typeof(RatingSums)),
        ("search-place", typeof(SearchPlace)),
        ("seller-id", typeof(SellerId)),
        ("signature", typeof(Signature)),
        ("stock-totals", typeof(StockTotals)),
        ("store", typeof(Store)),
        ("store-id", typeof(StoreId)),
        ("transfer", typeof(Transfer)),
    ];

    private static (string Alias, Type Type)[] ValuesOfTrust =>
    [
        ("case", typeof(Case)),
        ("case-act", typeof(CaseAct)),
        ("case-id", typeof(CaseId)),
        ("complaint", typeof(Complaint)),
        ("listing-complaints", typeof(ListingComplaints)),
        ("store-hold", typeof(StoreHold)),
        ("store-points", typeof(StorePoints)),
        ("turnover-day", typeof(TurnoverDay)),
        ("watch-alert", typeof(WatchAlert)),
        ("watch-day", typeof(WatchDay)),
    ];

    private static (string Alias, Type Type)[] Records =>
    [
        ("audit-check", typeof(AuditCheck)),
        ("audit-report", typeof(AuditReport)),
        ("case-file-view", typeof(CaseFileView)),
        ("listing-view", typeof(ListingView)),
        ("market-busy", typeof(MarketBusyException)),
        ("market-halted", typeof(MarketHaltedException)),
        ("order-view", typeof(OrderView)),
        ("policy-timeline", typeof(PolicyTimeline)),
        ("search-hit", typeof(SearchHit)),
        ("search-page", typeof(SearchPage)),
        ("search-query", typeof(SearchQuery)),
        ("searched-listing", typeof(SearchedListing)),
        ("seller-view", typeof(SellerView)),
        ("store-view", typeof(StoreView)),
        ("switch-flip", typeof(SwitchFlip)),
        ("trail-entry", typeof(TrailEntry)),
    ];

    private static (string Alias, Type Type)[] Enums =>
    [
        ("account-kind", typeof(AccountKind)),
        ("appeal-status", typeof(AppealStatus)),
        ("case-act-kind", typeof(CaseActKind)),
        ("case-kind", typeof(CaseKind)),
        ("case-source", typeof(CaseSource)),
        ("case-status", typeof(CaseStatus)),
        ("complaint-reason", typeof(ComplaintReason)),
        ("application-status", typeof(ApplicationStatus)),
        ("certificate-class", typeof(CertificateClass)),
        ("credit-decision", typeof(CreditDecision)),
        ("credit-rating", typeof(CreditRating)),
        ("deposit-tier", typeof(DepositTier)),
        ("case-verdict", typeof(CaseVerdict)),
        ("hold-mode", typeof(HoldMode)),
        ("identity-listing", typeof(IdentityListing)),
        ("market-kind", typeof(MarketKind)),
        ("publication-status", typeof(PublicationStatus)),
        ("move-result", typeof(MoveResult)),
        ("movement-kind", typeof(MovementKind)),
        ("order-status", typeof(OrderStatus)),
        ("payment-channel", typeof(PaymentChannel)),
        ("rated-side", typeof(RatedSide)),
        ("reserve-result", typeof(ReserveResult)),
        ("store-measure", typeof(StoreMeasure)),
        ("store-status", typeof(StoreStatus)),
        ("suspension-cause", typeof(SuspensionCause)),
        ("switch", typeof(Switch)),
    ];
}
