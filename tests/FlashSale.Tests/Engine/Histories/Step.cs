using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>One command of a history, which any host can carry out, or a length of time.</summary>
/// <param name="Text">The command in words, for the report of a failure.</param>
/// <param name="OnMarket">Carries it out on the market itself.</param>
/// <param name="OnPort">Carries it out through the port.</param>
internal sealed record Step(
    string Text, Func<Market, object> OnMarket, Func<IMarketplace, ValueTask<object>> OnPort)
{
    /// <summary>How much time passes; the command is then none.</summary>
    public TimeSpan Wait { get; private init; }

    /// <summary>
    /// Whether the command is answered as the first time however late it is sent again (rule ORD-4). The
    /// others may be done anew once something else has been done to the same thing.
    /// </summary>
    public bool IsAnsweredForEver { get; private init; }

    public static Step After(TimeSpan wait) =>
        new($"{wait} pass", _ => wait, _ => new ValueTask<object>(wait)) { Wait = wait };

    public static Step OpenStore(StoreApplication application) =>
        ForEver<OpenStore, OpenStoreResult>(new(application));

    public static Step StepStore(StoreId id, StoreStep step, RequestId request = default) =>
        Keyed<StepStore, StoreResult>(new(id, step, request, Fixtures.Ops));

    public static Step SetCoupon(StoreId id, Coupon coupon, RequestId request = default) =>
        Keyed<SetCoupon, StoreResult>(new(id, coupon, request));

    public static Step Publish(ListingId id, ListingTerms terms) =>
        ForEver<Publish, ListingResult>(new(id, terms));

    public static Step Reprice(ListingId id, Money price, RequestId request = default) =>
        Keyed<Reprice, ListingResult>(new(id, price, request));

    public static Step Restock(ListingId id, int units) =>
        ForEver<Restock, ListingResult>(new(id, units));

    public static Step Withdraw(ListingId id) =>
        ForEver<Withdraw, ListingResult>(new(id));

    public static Step PutInCart(BuyerId buyer, CartLine line, RequestId request = default) =>
        Keyed<PutInCart, CartResult>(new(buyer, line, request));

    public static Step RemoveFromCart(BuyerId buyer, ListingId listing, RequestId request = default) =>
        Keyed<RemoveFromCart, CartResult>(new(buyer, listing, request));

    public static Step Checkout(CheckoutId id, params CartLine[] lines) =>
        Of<Checkout, CheckoutAnswer>(new(id, lines), string.Join(", ", lines));

    public static Step Pay(CheckoutId id, PaymentChannel channel) =>
        ForEver<Pay, PayAnswer>(new(id, channel));

    public static Step PayBalance(CheckoutId id, PaymentChannel channel) =>
        ForEver<PayBalance, PayAnswer>(new(id, channel));

    public static Step StepOrder(OrderId id, OrderStep step) =>
        ForEver<StepOrder, OrderResult>(new(id, step));

    public static Step Refund(OrderId id, int line, int units) =>
        ForEver<Refund, RefundAnswer>(new(id, line, units));

    public static Step OpenDispute(OrderId id) =>
        ForEver<OpenDispute, OrderResult>(new(id));

    public static Step ResolveDispute(OrderId id, bool forBuyer) =>
        ForEver<ResolveDispute, OrderResult>(new(id, forBuyer, Fixtures.Ops));

    public static Step Rate(OrderId id, Rating rating) =>
        ForEver<Rate, RateResult>(new(id, rating));

    public static Step RateBuyer(OrderId id, CreditRating verdict) =>
        ForEver<RateBuyer, RateResult>(new(id, verdict));

    public static Step Move(Transfer transfer) =>
        ForEver<Move, TransferResult>(new(transfer, Fixtures.Ops));

    public static Step Flip(SwitchCommand command, RequestId request = default) =>
        Keyed<Flip, FlipResult>(new(command, request, new Signature(command.Who, command.Why)));

    public static Step ChangePolicy(
        Policy? policy, DateTimeOffset? from = null, RequestId request = default) =>
        Keyed<ChangePolicy, PolicyResult>(new(policy, from, request, Fixtures.Ops));

    public static Step WithdrawPolicy(DateTimeOffset from, RequestId request = default) =>
        Keyed<WithdrawPolicy, PolicyResult>(new(from, request, Fixtures.Ops));

    public static Step Complain(OrderId id, int line, ComplaintReason reason) =>
        ForEver<Complain, ComplainResult>(new(id, line, reason));

    public static Step OpenCase(
        SellerId seller, StoreId store, ListingId listing, CaseKind what, RequestId request = default) =>
        Keyed<OpenCase, CaseResult>(new(seller, store, listing, what, request, Fixtures.Ops));

    public static Step RecordEvidence(CaseId id, int basisPoints) =>
        ForEver<RecordEvidence, CaseResult>(new(id, basisPoints, Fixtures.Ops));

    public static Step StepCase(CaseId id, CaseStep step) =>
        ForEver<StepCase, CaseResult>(new(id, step, Fixtures.Ops));

    public static Step DecideCase(CaseId id, CaseVerdict finding) =>
        ForEver<DecideCase, CaseResult>(new(id, finding, Fixtures.Ops));

    public static Step FileAppeal(CaseId id, int basisPoints) =>
        ForEver<FileAppeal, AppealResult>(new(id, basisPoints));

    public static Step DecideAppeal(CaseId id, int votesFor, int votes) =>
        ForEver<DecideAppeal, AppealResult>(new(id, votesFor, votes, Fixtures.Ops));

    public static Step Apply(ApplyForCertificate command) =>
        Keyed<ApplyForCertificate, CertificationResult>(command);

    public static Step HandIn(StoreId id, ApplicationStatus check, RequestId request = default) =>
        Keyed<HandIn, CertificationResult>(new(id, check, request));

    public static Step DecideCheck(
        StoreId id, ApplicationStatus check, CheckVerdict verdict, RequestId request = default) =>
        Keyed<DecideCheck, CertificationResult>(new(id, check, verdict, request, Fixtures.Ops));

    public static Step WithdrawApplication(StoreId id, RequestId request = default) =>
        Keyed<WithdrawApplication, CertificationResult>(new(id, request));

    public static Step SummonStore(StoreId id, RequestId request = default, Signature? by = null) =>
        Keyed<SummonStore, CertificationResult>(new(id, request, by ?? Fixtures.Ops));

    public static Step ListIdentity(
        IdentityId identity, IdentityListing listing, RequestId request = default, Signature? by = null) =>
        Keyed<ListIdentity, CertificationResult>(new(identity, listing, request, by ?? Fixtures.Ops));

    public static Step ScoreListing(
        ListingId id, int scoreMilli, int restrictedMilli, RequestId request = default) =>
        Keyed<ScoreListing, PublicationResult>(new(id, scoreMilli, restrictedMilli, request));

    public static Step AnswerWarning(ListingId id, bool insists, RequestId request = default) =>
        Keyed<AnswerWarning, PublicationResult>(new(id, insists, request));

    public static Step ReviewListing(
        ListingId id, PublicationVerdict verdict, RequestId request = default, Signature? by = null) =>
        Keyed<ReviewListing, PublicationResult>(new(id, verdict, request, by ?? Fixtures.Ops));

    public static Step ListBrand(
        int brand, bool isKnown, Money usualPrice, RequestId request = default, Signature? by = null) =>
        Keyed<ListBrand, PublicationResult>(new(brand, isKnown, usualPrice, request, by ?? Fixtures.Ops));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static Step ForEver<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        Of<TCommand, TAnswer>(command) with { IsAnsweredForEver = true };

    private static Step Keyed<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
        where TAnswer : struct, Enum =>
        Of<TCommand, TAnswer>(command) with { IsAnsweredForEver = !command.Request.IsNone };

    private static Step Of<TCommand, TAnswer>(TCommand command, string more = "")
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        new($"{command} {more}",
            market => ((IHandles<TCommand, TAnswer>)(object)market).Do(command),
            async port => await port.Do<TCommand, TAnswer>(command));
}
