using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>
/// How JSON is read and written: strictly – no unknown member, nothing twice, no number in a text.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = 16,
    Converters =
    [
        typeof(FenConverter), typeof(MomentConverter), typeof(IdConverters), typeof(PolicyConverter),
        typeof(WordConverter<PaymentChannel>), typeof(WordConverter<MarketKind>),
        typeof(WordConverter<DepositTier>), typeof(WordConverter<HoldMode>),
        typeof(WordConverter<CreditRating>), typeof(WordConverter<MovementKind>),
        typeof(WordConverter<AccountKind>), typeof(WordConverter<Side>), typeof(WordConverter<Switch>),
        typeof(WordConverter<StoreStatus>), typeof(WordConverter<OrderStatus>),
        typeof(WordConverter<SuspensionCause>), typeof(WordConverter<CreditSign>),
        typeof(WordConverter<ReserveResult>),
        typeof(WordConverter<ComplaintReason>), typeof(WordConverter<CaseKind>),
        typeof(WordConverter<CaseStatus>), typeof(WordConverter<CaseSource>),
        typeof(WordConverter<CaseVerdict>), typeof(WordConverter<StoreMeasure>),
        typeof(WordConverter<SearchMode>),
        typeof(WordConverter<AppealStatus>), typeof(WordConverter<CertificateClass>),
        typeof(WordConverter<CheckVerdict>), typeof(WordConverter<IdentityListing>),
        typeof(WordConverter<ApplicationStatus>), typeof(WordConverter<PublicationStatus>),
        typeof(WordConverter<PublicationVerdict>),
    ])]
[JsonSerializable(typeof(CheckoutBody))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(CartBody))]
[JsonSerializable(typeof(UnitsBody))]
[JsonSerializable(typeof(PriceBody))]
[JsonSerializable(typeof(CouponBody))]
[JsonSerializable(typeof(StoreBody))]
[JsonSerializable(typeof(ListingBody))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(VerdictBody))]
[JsonSerializable(typeof(WinnerBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(ComplaintBody))]
[JsonSerializable(typeof(CaseBody))]
[JsonSerializable(typeof(EvidenceBody))]
[JsonSerializable(typeof(AppealBody))]
[JsonSerializable(typeof(CaseVerdictBody))]
[JsonSerializable(typeof(VotesBody))]
[JsonSerializable(typeof(FlipBody))]
[JsonSerializable(typeof(PolicyBody))]
[JsonSerializable(typeof(MomentBody))]
[JsonSerializable(typeof(SignatureBody))]
[JsonSerializable(typeof(CertificateBody))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(ListedBody))]
[JsonSerializable(typeof(ScoreBody))]
[JsonSerializable(typeof(InsistBody))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(BrandBody))]
[JsonSerializable(typeof(ListingDocument))]
[JsonSerializable(typeof(ListingPageDocument))]
[JsonSerializable(typeof(SearchPageDocument))]
[JsonSerializable(typeof(StoreDocument))]
[JsonSerializable(typeof(StorePageDocument))]
[JsonSerializable(typeof(ApplicationPageDocument))]
[JsonSerializable(typeof(WaitingPageDocument))]
[JsonSerializable(typeof(SellerDocument))]
[JsonSerializable(typeof(SellerPageDocument))]
[JsonSerializable(typeof(CaseFileDocument))]
[JsonSerializable(typeof(CaseFilePageDocument))]
[JsonSerializable(typeof(OrderDocument))]
[JsonSerializable(typeof(CheckoutDocument))]
[JsonSerializable(typeof(CartDocument))]
[JsonSerializable(typeof(AccountDocument))]
[JsonSerializable(typeof(SwitchesDocument))]
[JsonSerializable(typeof(PolicyDocument))]
[JsonSerializable(typeof(TrailPageDocument))]
[JsonSerializable(typeof(FestivalDocument))]
[JsonSerializable(typeof(StatisticsDocument))]
[JsonSerializable(typeof(AuditDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(StudyBody))]
[JsonSerializable(typeof(StudyRunsBody))]
[JsonSerializable(typeof(StudyDocument))]
[JsonSerializable(typeof(StudyListDocument))]
[JsonSerializable(typeof(EndedRunsDocument))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ApiJson : JsonSerializerContext;
