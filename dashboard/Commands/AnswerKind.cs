namespace FlashSale.Dashboard;

/// <summary>
/// Which of the market's result enums an answer holds. The numbers are on the wire of the stream and never
/// change.
/// </summary>
public enum AnswerKind : byte
{
    /// <summary>An <see cref="Marketplace.OpenStoreResult"/>.</summary>
    OpenStore = 1,

    /// <summary>A <see cref="StoreResult"/>.</summary>
    Store = 2,

    /// <summary>A <see cref="ListingResult"/>.</summary>
    Listing = 3,

    /// <summary>A <see cref="CartResult"/>.</summary>
    Cart = 4,

    /// <summary>A <see cref="CheckoutResult"/>.</summary>
    Checkout = 5,

    /// <summary>A <see cref="PayResult"/>.</summary>
    Pay = 6,

    /// <summary>An <see cref="OrderResult"/>.</summary>
    Order = 7,

    /// <summary>A <see cref="RefundResult"/>.</summary>
    Refund = 8,

    /// <summary>A <see cref="RateResult"/>.</summary>
    Rate = 9,

    /// <summary>A <see cref="TransferResult"/>.</summary>
    Transfer = 10,

    /// <summary>A <see cref="FlipResult"/>.</summary>
    Switch = 11,

    /// <summary>A <see cref="PolicyResult"/>.</summary>
    Policy = 12,

    /// <summary>A <see cref="ComplainResult"/>.</summary>
    Complaint = 13,

    /// <summary>A <see cref="CaseResult"/>.</summary>
    Case = 14,

    /// <summary>An <see cref="AppealResult"/>.</summary>
    Appeal = 15,

    /// <summary>A <see cref="CertificationResult"/>.</summary>
    Certification = 16,

    /// <summary>A <see cref="PublicationResult"/>.</summary>
    Publication = 17,
}

/// <summary>Kinds of answers by their types.</summary>
internal static class AnswerKinds
{
    private static readonly Dictionary<Type, AnswerKind> ByType = new()
    {
        [typeof(OpenStoreResult)] = AnswerKind.OpenStore,
        [typeof(StoreResult)] = AnswerKind.Store,
        [typeof(ListingResult)] = AnswerKind.Listing,
        [typeof(CartResult)] = AnswerKind.Cart,
        [typeof(CheckoutAnswer)] = AnswerKind.Checkout,
        [typeof(PayAnswer)] = AnswerKind.Pay,
        [typeof(OrderResult)] = AnswerKind.Order,
        [typeof(RefundAnswer)] = AnswerKind.Refund,
        [typeof(RateResult)] = AnswerKind.Rate,
        [typeof(TransferResult)] = AnswerKind.Transfer,
        [typeof(FlipResult)] = AnswerKind.Switch,
        [typeof(PolicyResult)] = AnswerKind.Policy,
        [typeof(ComplainResult)] = AnswerKind.Complaint,
        [typeof(CaseResult)] = AnswerKind.Case,
        [typeof(AppealResult)] = AnswerKind.Appeal,
        [typeof(CertificationResult)] = AnswerKind.Certification,
        [typeof(PublicationResult)] = AnswerKind.Publication,
    };

    /// <summary>The kind of a command's own answer.</summary>
    public static AnswerKind Of<TAnswer>() => ByType[typeof(TAnswer)];
}
