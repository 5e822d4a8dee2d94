namespace FlashSale.Marketplace;

/// <summary>
/// The kinds of commands. The numbers are stored in journals and sent in streams, and never reused.
/// </summary>
public enum CommandKind : byte
{
    /// <summary>The policy that a journal begins with; no command.</summary>
    Genesis = 1,

    /// <summary>Time passes in a journal; no command.</summary>
    AdvanceTo = 2,

    /// <inheritdoc cref="Marketplace.OpenStore"/>
    OpenStore = 3,

    /// <inheritdoc cref="Marketplace.StepStore"/>
    StepStore = 4,

    /// <inheritdoc cref="Marketplace.SetCoupon"/>
    SetCoupon = 5,

    /// <inheritdoc cref="Marketplace.Publish"/>
    Publish = 6,

    /// <inheritdoc cref="Marketplace.Reprice"/>
    Reprice = 7,

    /// <inheritdoc cref="Marketplace.Restock"/>
    Restock = 8,

    /// <inheritdoc cref="Marketplace.Withdraw"/>
    Withdraw = 9,

    /// <inheritdoc cref="Marketplace.PutInCart"/>
    PutInCart = 10,

    /// <inheritdoc cref="Marketplace.RemoveFromCart"/>
    RemoveFromCart = 11,

    /// <inheritdoc cref="Marketplace.Checkout"/>
    Checkout = 12,

    /// <inheritdoc cref="Marketplace.Pay"/>
    Pay = 13,

    /// <inheritdoc cref="Marketplace.PayBalance"/>
    PayBalance = 14,

    /// <inheritdoc cref="Marketplace.StepOrder"/>
    StepOrder = 15,

    /// <inheritdoc cref="Marketplace.Refund"/>
    Refund = 16,

    /// <inheritdoc cref="Marketplace.OpenDispute"/>
    OpenDispute = 17,

    /// <inheritdoc cref="Marketplace.ResolveDispute"/>
    ResolveDispute = 18,

    /// <inheritdoc cref="Marketplace.Rate"/>
    Rate = 19,

    /// <inheritdoc cref="Marketplace.RateBuyer"/>
    RateBuyer = 20,

    /// <inheritdoc cref="Marketplace.Move"/>
    Move = 21,

    /// <inheritdoc cref="Marketplace.Flip"/>
    Flip = 22,

    /// <summary>
    /// The policy changes at once, as journals of before have it; no command any more (rule GOV-1).
    /// </summary>
    ReplacePolicy = 23,

    /// <inheritdoc cref="Marketplace.ChangePolicy"/>
    ChangePolicy = 24,

    /// <inheritdoc cref="Marketplace.WithdrawPolicy"/>
    WithdrawPolicy = 25,

    /// <inheritdoc cref="Marketplace.Complain"/>
    Complain = 40,

    /// <inheritdoc cref="Marketplace.OpenCase"/>
    OpenCase = 41,

    /// <inheritdoc cref="Marketplace.RecordEvidence"/>
    RecordEvidence = 42,

    /// <inheritdoc cref="Marketplace.StepCase"/>
    StepCase = 43,

    /// <inheritdoc cref="Marketplace.DecideCase"/>
    DecideCase = 44,

    /// <inheritdoc cref="Marketplace.FileAppeal"/>
    FileAppeal = 45,

    /// <inheritdoc cref="Marketplace.DecideAppeal"/>
    DecideAppeal = 46,

    /// <inheritdoc cref="Marketplace.ApplyForCertificate"/>
    ApplyForCertificate = 26,

    /// <inheritdoc cref="Marketplace.HandIn"/>
    HandIn = 27,

    /// <inheritdoc cref="Marketplace.DecideCheck"/>
    DecideCheck = 28,

    /// <inheritdoc cref="Marketplace.WithdrawApplication"/>
    WithdrawApplication = 29,

    /// <inheritdoc cref="Marketplace.SummonStore"/>
    SummonStore = 30,

    /// <inheritdoc cref="Marketplace.ListIdentity"/>
    ListIdentity = 31,

    /// <inheritdoc cref="Marketplace.ScoreListing"/>
    ScoreListing = 32,

    /// <inheritdoc cref="Marketplace.AnswerWarning"/>
    AnswerWarning = 33,

    /// <inheritdoc cref="Marketplace.ReviewListing"/>
    ReviewListing = 34,

    /// <inheritdoc cref="Marketplace.ListBrand"/>
    ListBrand = 35,
}

/// <summary>Visits kinds of commands, to make a table of them.</summary>
public interface ICommandVisitor
{
    /// <summary>Visits one kind.</summary>
    void Visit<TCommand, TAnswer>()
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct;
}

/// <summary>
/// All commands of the market: the one list from which hosts, journals, streams and tests make their tables.
/// </summary>
public static class MarketCommands
{
    /// <summary>Visits every command once, in the order of their numbers.</summary>
    public static void Visit<TVisitor>(TVisitor visitor)
        where TVisitor : ICommandVisitor
    {
        visitor.Visit<OpenStore, OpenStoreResult>();
        visitor.Visit<StepStore, StoreResult>();
        visitor.Visit<SetCoupon, StoreResult>();
        visitor.Visit<Publish, ListingResult>();
        visitor.Visit<Reprice, ListingResult>();
        visitor.Visit<Restock, ListingResult>();
        visitor.Visit<Withdraw, ListingResult>();
        visitor.Visit<PutInCart, CartResult>();
        visitor.Visit<RemoveFromCart, CartResult>();
        visitor.Visit<Checkout, CheckoutAnswer>();
        visitor.Visit<Pay, PayAnswer>();
        visitor.Visit<PayBalance, PayAnswer>();
        visitor.Visit<StepOrder, OrderResult>();
        visitor.Visit<Refund, RefundAnswer>();
        visitor.Visit<OpenDispute, OrderResult>();
        visitor.Visit<ResolveDispute, OrderResult>();
        visitor.Visit<Rate, RateResult>();
        visitor.Visit<RateBuyer, RateResult>();
        visitor.Visit<Move, TransferResult>();
        visitor.Visit<Flip, FlipResult>();
        visitor.Visit<ChangePolicy, PolicyResult>();
        visitor.Visit<WithdrawPolicy, PolicyResult>();
        VisitTrust(visitor);
    }

    private static void VisitTrust<TVisitor>(TVisitor visitor)
        where TVisitor : ICommandVisitor
    {
        visitor.Visit<Complain, ComplainResult>();
        visitor.Visit<OpenCase, CaseResult>();
        visitor.Visit<RecordEvidence, CaseResult>();
        visitor.Visit<StepCase, CaseResult>();
        visitor.Visit<DecideCase, CaseResult>();
        visitor.Visit<FileAppeal, AppealResult>();
        visitor.Visit<DecideAppeal, AppealResult>();
        visitor.Visit<ApplyForCertificate, CertificationResult>();
        visitor.Visit<HandIn, CertificationResult>();
        visitor.Visit<DecideCheck, CertificationResult>();
        visitor.Visit<WithdrawApplication, CertificationResult>();
        visitor.Visit<SummonStore, CertificationResult>();
        visitor.Visit<ListIdentity, CertificationResult>();
        visitor.Visit<ScoreListing, PublicationResult>();
        visitor.Visit<AnswerWarning, PublicationResult>();
        visitor.Visit<ReviewListing, PublicationResult>();
        visitor.Visit<ListBrand, PublicationResult>();
    }
}
