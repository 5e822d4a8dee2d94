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
        foreach (var (alias, type) in Values.Concat(Records).Concat(Enums))
        {
            options.WellKnownTypeAliases.Add($"flashsale.{alias}", type);
        }
    }

    private static (string Alias, Type Type)[] Values =>
    [
        ("account-id", typeof(AccountId)),
        ("buyer-id", typeof(BuyerId)),
        ("cart-line", typeof(CartLine)),
        ("category-id", typeof(CategoryId)),
        ("checkout-answer", typeof(CheckoutAnswer)),
        ("checkout-id", typeof(CheckoutId)),
        ("coupon", typeof(Coupon)),
        ("credit", typeof(Credit)),
        ("festival-price", typeof(FestivalPrice)),
        ("keyed-request", typeof(KeyedRequest)),
        ("listing", typeof(Listing)),
        ("listing-credit", typeof(ListingCredit)),
        ("listing-id", typeof(ListingId)),
        ("money", typeof(Money)),
        ("order", typeof(Order)),
        ("order-credits", typeof(OrderCredits)),
        ("order-escrow", typeof(OrderEscrow)),
        ("order-id", typeof(OrderId)),
        ("order-line", typeof(OrderLine)),
        ("order-line-view", typeof(OrderLineView)),
        ("order-terms", typeof(OrderTerms)),
        ("pair-credit", typeof(PairCredit)),
        ("pay-answer", typeof(PayAnswer)),
        ("presale", typeof(Presale)),
        ("rating", typeof(Rating)),
        ("rating-day", typeof(RatingDay)),
        ("rating-sums", typeof(RatingSums)),
        ("refund-answer", typeof(RefundAnswer)),
        ("seller-id", typeof(SellerId)),
        ("stock-totals", typeof(StockTotals)),
        ("store", typeof(Store)),
        ("store-application", typeof(StoreApplication)),
        ("store-id", typeof(StoreId)),
        ("switch-command", typeof(SwitchCommand)),
        ("transfer", typeof(Transfer)),
    ];

    private static (string Alias, Type Type)[] Records =>
    [
        ("audit-check", typeof(AuditCheck)),
        ("audit-report", typeof(AuditReport)),
        ("listing-terms", typeof(ListingTerms)),
        ("listing-view", typeof(ListingView)),
        ("market-busy", typeof(MarketBusyException)),
        ("market-halted", typeof(MarketHaltedException)),
        ("order-view", typeof(OrderView)),
        ("seller-view", typeof(SellerView)),
        ("store-view", typeof(StoreView)),
        ("switch-flip", typeof(SwitchFlip)),
    ];

    private static (string Alias, Type Type)[] Enums =>
    [
        ("account-kind", typeof(AccountKind)),
        ("cart-result", typeof(CartResult)),
        ("checkout-result", typeof(CheckoutResult)),
        ("credit-decision", typeof(CreditDecision)),
        ("credit-rating", typeof(CreditRating)),
        ("deposit-tier", typeof(DepositTier)),
        ("flip-result", typeof(FlipResult)),
        ("hold-mode", typeof(HoldMode)),
        ("listing-result", typeof(ListingResult)),
        ("market-kind", typeof(MarketKind)),
        ("move-result", typeof(MoveResult)),
        ("movement-kind", typeof(MovementKind)),
        ("open-store-result", typeof(OpenStoreResult)),
        ("order-result", typeof(OrderResult)),
        ("order-status", typeof(OrderStatus)),
        ("order-step", typeof(OrderStep)),
        ("pay-result", typeof(PayResult)),
        ("payment-channel", typeof(PaymentChannel)),
        ("rate-result", typeof(RateResult)),
        ("rated-side", typeof(RatedSide)),
        ("refund-result", typeof(RefundResult)),
        ("reserve-result", typeof(ReserveResult)),
        ("store-result", typeof(StoreResult)),
        ("store-status", typeof(StoreStatus)),
        ("store-step", typeof(StoreStep)),
        ("suspension-cause", typeof(SuspensionCause)),
        ("switch", typeof(Switch)),
        ("transfer-result", typeof(TransferResult)),
    ];
}
