using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Dashboard;

/// <summary>
/// All commands of the API. Whatever is said of them elsewhere – OpenAPI, docs – comes from here.
/// </summary>
internal static class CommandTable
{
    private static ApiJson Json => ApiJson.Default;

    /// <summary>All of them, buyers' first.</summary>
    public static IReadOnlyList<CommandOperation> All { get; } = [.. Buyers(), .. Orders(), .. Sellers(),
        .. Money(), .. Cases(), .. Verdicts(), .. Certificates(),
        .. ScreeningOperations.All];

    private static IEnumerable<CommandOperation> Buyers() =>
    [
        Put<PutInCart, CartResult>("buyers/{buyer}/cart/{listing}", Json.CartBody,
            "Puts a line into a cart, in the place of the listing's line.",
            (ref text) =>
            {
                var (buyer, listing) = (text.Ids.Buyer(), text.Ids.Listing());
                var line = text.Body.Read(Json.CartBody);
                return new PutInCart(
                    buyer, new CartLine(listing, line.Units, line.PriceSeenFen), text.Request);
            }),
        Delete<RemoveFromCart, CartResult>("buyers/{buyer}/cart/{listing}", "Takes a listing out of a cart.",
            (ref text) => new RemoveFromCart(text.Ids.Buyer(), text.Ids.Listing(), text.Request)),
        Put<Checkout, CheckoutAnswer>("checkouts/{checkout}", Json.CheckoutBody,
            "Places one order per store for these lines, or nothing.",
            (ref text) => new Checkout(text.Ids.Checkout(), LinesOf(text.Body.Read(Json.CheckoutBody)))),
        Put<Pay, PayAnswer>("checkouts/{checkout}/payment", Json.PaymentBody,
            "Pays a checkout's orders in one payment; of a presale, the deposit.",
            (ref text) => new Pay(text.Ids.Checkout(), text.Body.Read(Json.PaymentBody).Channel)),
        Put<PayBalance, PayAnswer>("checkouts/{checkout}/balance", Json.PaymentBody,
            "Pays the balance of a presale.",
            (ref text) => new PayBalance(text.Ids.Checkout(), text.Body.Read(Json.PaymentBody).Channel)),
    ];

    private static IEnumerable<CommandOperation> Orders() =>
    [
        Put<StepOrder, OrderResult>("orders/{order}/steps/{step}", null,
            "Takes a step with an order: cancel, ship, deliver, confirm.",
            (ref text) => new StepOrder(text.Ids.Order(), (OrderStep)text.Ids.Word<PersonStep>())),
        Put<Refund, RefundAnswer>("orders/{order}/lines/{line}/refund", Json.UnitsBody,
            "Refunds a line up to a number of units.",
            (ref text) => new Refund(
                text.Ids.Order(), (int)text.Ids.Number(int.MaxValue),
                text.Body.Read(Json.UnitsBody).UnitsInTotal)),
        Put<OpenDispute, OrderResult>("orders/{order}/dispute", null, "Opens a dispute.",
            (ref text) => new OpenDispute(text.Ids.Order())),
        Put<ResolveDispute, OrderResult>("orders/{order}/dispute/verdict", Json.WinnerBody,
            "Ends a dispute for one side.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Order(), text.Body.Read(Json.WinnerBody));
                return new ResolveDispute(
                    id, body.Winner == Side.Buyer, SignatureBody.Of(body.Who, body.Why));
            }),
        Put<Rate, RateResult>("orders/{order}/rating", Json.RatingBody,
            "The buyer rates the store.",
            (ref text) => new Rate(text.Ids.Order(), RatingOf(text.Body.Read(Json.RatingBody)))),
        Put<RateBuyer, RateResult>("orders/{order}/buyer-rating", Json.VerdictBody,
            "The store rates the buyer.",
            (ref text) => new RateBuyer(text.Ids.Order(), text.Body.Read(Json.VerdictBody).Credit)),
    ];

    private static IEnumerable<CommandOperation> Sellers() =>
    [
        Put<OpenStore, OpenStoreResult>("stores/{store}", Json.StoreBody,
            "Opens a store and pays its deposit.",
            (ref text) => new OpenStore(text.Body.Read(Json.StoreBody).ToApplication(text.Ids.Store()))),
        Put<StepStore, StoreResult>("stores/{store}/steps/{step}", Json.SignatureBody,
            "Takes a step in a store's life; open, suspend and reinstate are for operators. The body may be "
                + "left out.",
            (ref text) =>
            {
                var (id, step) = (text.Ids.Store(), text.Ids.Word<StoreStep>());
                var by = text.HasBody ? text.Body.Read(Json.SignatureBody).ToSignature() : default;
                return new StepStore(id, step, text.Request, by);
            }) with { BodyIsOptional = true },
        Put<SetCoupon, StoreResult>("stores/{store}/coupon", Json.CouponBody,
            "Sets the coupon that a store gives to all its buyers.",
            (ref text) => new SetCoupon(
                text.Ids.Store(), CouponOf(text.Body.Read(Json.CouponBody)), text.Request)),
        Delete<SetCoupon, StoreResult>("stores/{store}/coupon", "Takes a store's coupon away.",
            (ref text) => new SetCoupon(text.Ids.Store(), default, text.Request), name: "remove-coupon"),
        Put<Publish, ListingResult>("listings/{listing}", Json.ListingBody,
            "Puts a listing on sale.",
            (ref text) => new Publish(text.Ids.Listing(), text.Body.Read(Json.ListingBody).ToTerms())),
        Put<Reprice, ListingResult>("listings/{listing}/price", Json.PriceBody,
            "Changes a listing's price; orders already placed keep theirs.",
            (ref text) => new Reprice(
                text.Ids.Listing(), text.Body.Read(Json.PriceBody).PriceFen, text.Request)),
        Put<Restock, ListingResult>("listings/{listing}/stock", Json.UnitsBody,
            "Brings the units ever put up for sale up to a number.",
            (ref text) => new Restock(text.Ids.Listing(), text.Body.Read(Json.UnitsBody).UnitsInTotal)),
        Delete<Withdraw, ListingResult>("listings/{listing}",
            "Takes a listing off sale; it stays to be seen.",
            (ref text) => new Withdraw(text.Ids.Listing())),
    ];

    private static IEnumerable<CommandOperation> Money() =>
    [
        Put<Move, TransferResult>("transfers/{transfer}", Json.TransferBody,
            "Moves money that is no part of an order; all but buyer-top-up, deposit-paid, withdrawal, "
                + "loan-repayment and promotion are for operators.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Number(long.MaxValue), text.Body.Read(Json.TransferBody));
                return new Move(TransferOf(id, body), SignatureBody.Of(body.Who, body.Why));
            }),
        Put<Flip, FlipResult>("switches/{switch}", Json.FlipBody, "Flips a degradation switch.",
            (ref text) =>
            {
                var (which, flip) = (text.Ids.Word<Switch>(), text.Body.Read(Json.FlipBody));
                var command = new SwitchCommand(which, flip.On, flip.Who, flip.Why, flip.Until);
                return new Flip(command, text.Request);
            }),
        Put<ChangePolicy, PolicyResult>("policy", Json.PolicyBody,
            "Changes the numbers of the rules, from a moment on or at once; all of them are sent.",
            (ref text) =>
            {
                var body = text.Body.Read(Json.PolicyBody);
                return new ChangePolicy(
                    body.Checked(), body.From, text.Request, SignatureBody.Of(body.Who, body.Why));
            }),
        Put<WithdrawPolicy, PolicyResult>("policy/withdrawal", Json.MomentBody,
            "Withdraws the change of the policy that is planned for a moment.",
            (ref text) =>
            {
                var body = text.Body.Read(Json.MomentBody);
                return new WithdrawPolicy(body.From, text.Request, SignatureBody.Of(body.Who, body.Why));
            }),
    ];

    private static IEnumerable<CommandOperation> Cases() =>
    [
        Put<Complain, ComplainResult>("orders/{order}/lines/{line}/complaint", Json.ComplaintBody,
            "A buyer complains about a line of an order that was received.",
            (ref text) => new Complain(
                text.Ids.Order(), (int)text.Ids.Number(int.MaxValue),
                text.Body.Read(Json.ComplaintBody).Reason)),
        Put<OpenCase, CaseResult>("sellers/{seller}/cases", Json.CaseBody,
            "Opens a case about a store of a seller, or a listing of it.",
            (ref text) =>
            {
                var (seller, body) = (text.Ids.Id<SellerId>(), text.Body.Read(Json.CaseBody));
                return new OpenCase(
                    seller, body.Store, body.Listing ?? Case.NoListing, body.Kind, text.Request,
                    SignatureBody.Of(body.Who, body.Why));
            }),
        Put<RecordEvidence, CaseResult>("cases/{case}/evidence", Json.EvidenceBody,
            "Brings the recorded evidence of a case up to a number.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Id<CaseId>(), text.Body.Read(Json.EvidenceBody));
                return new RecordEvidence(id, body.BasisPoints, SignatureBody.Of(body.Who, body.Why));
            }),
        Put<StepCase, CaseResult>("cases/{case}/steps/{step}", Json.SignatureBody,
            "Takes a step of a case's test purchase: order-sample, receive-sample, appraise. The body may be "
                + "left out.",
            (ref text) =>
            {
                var (id, step) = (text.Ids.Id<CaseId>(), text.Ids.Word<CaseStep>());
                var by = text.HasBody ? text.Body.Read(Json.SignatureBody).ToSignature() : default;
                return new StepCase(id, step, by);
            }) with { BodyIsOptional = true },
    ];

    private static IEnumerable<CommandOperation> Verdicts() =>
    [
        Put<DecideCase, CaseResult>("cases/{case}/verdict", Json.CaseVerdictBody,
            "Gives the verdict on a case; the ladders say the penalty.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Id<CaseId>(), text.Body.Read(Json.CaseVerdictBody));
                return new DecideCase(id, body.Verdict, SignatureBody.Of(body.Who, body.Why));
            }),
        Put<FileAppeal, AppealResult>("cases/{case}/appeal", Json.AppealBody,
            "The seller appeals against the verdict, with evidence.",
            (ref text) => new FileAppeal(
                text.Ids.Id<CaseId>(), text.Body.Read(Json.AppealBody).BasisPoints)),
        Put<DecideAppeal, AppealResult>("cases/{case}/appeal/verdict", Json.VotesBody,
            "Decides an appeal by votes: a reviewer's one, or a jury's.",
            (ref text) =>
            {
                var (id, votes) = (text.Ids.Id<CaseId>(), text.Body.Read(Json.VotesBody));
                return new DecideAppeal(
                    id, votes.VotesFor, votes.Votes, SignatureBody.Of(votes.Who, votes.Why));
            }),
    ];

    private static IEnumerable<CommandOperation> Certificates() =>
    [
        Put<ApplyForCertificate, CertificationResult>("stores/{store}/certificate", Json.CertificateBody,
            "Applies for a certificate; the numbers are kept as hashes only.",
            (ref text) =>
            {
                var id = text.Ids.Store();
                return text.Body.Read(Json.CertificateBody).ToCommand(id, text.Request);
            }),
        Delete<WithdrawApplication, CertificationResult>("stores/{store}/certificate",
            "Gives the application for a certificate up.",
            (ref text) => new WithdrawApplication(text.Ids.Store(), text.Request)),
        Put<HandIn, CertificationResult>("stores/{store}/certificate/checks/{check}", null,
            "Hands in what a check asks for: id-number, remittance, photo, on-site.",
            (ref text) => new HandIn(text.Ids.Store(), text.Ids.Word<ApplicationStatus>(), text.Request)),
        Put<DecideCheck, CertificationResult>(
            "stores/{store}/certificate/checks/{check}/verdict", Json.CheckBody,
            "Ends a check: pass, fail, or refuse the whole application.",
            (ref text) =>
            {
                var (id, check) = (text.Ids.Store(), text.Ids.Word<ApplicationStatus>());
                var body = text.Body.Read(Json.CheckBody);
                return new DecideCheck(
                    id, check, body.Verdict, text.Request, SignatureBody.Of(body.Who, body.Why));
            }),
        Put<SummonStore, CertificationResult>("stores/{store}/summons", Json.SignatureBody,
            "Gives an existing store a time to be certified, after which it sells no more.",
            (ref text) =>
            {
                var id = text.Ids.Store();
                return new SummonStore(
                    id, text.Request, text.Body.Read(Json.SignatureBody).ToSignature());
            }),
        Put<ListIdentity, CertificationResult>("identities/listing", Json.ListedBody,
            "Puts an identity on the white or the black list, or on none.",
            (ref text) => text.Body.Read(Json.ListedBody).ToCommand(text.Request)),
    ];

    private static CommandOperation Put<TCommand, TAnswer>(
        string path, JsonTypeInfo? body, string summary, CommandParser<TCommand> parse)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        CommandOperation.Of<TCommand, TAnswer>("PUT", path, body, summary, parse);

    private static CommandOperation Delete<TCommand, TAnswer>(
        string path, string summary, CommandParser<TCommand> parse, string? name = null)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        CommandOperation.Of<TCommand, TAnswer>("DELETE", path, null, summary, parse, name);

    private static CartLine[] LinesOf(CheckoutBody body)
    {
        var lines = new CartLine[body.Lines.Length];
        for (var at = 0; at < lines.Length; at++)
        {
            lines[at] = body.Lines[at].ToLine();
        }

        return lines;
    }

    // What is no rating stays the default, which the market refuses by its own word.
    private static Rating RatingOf(RatingBody body) => Rating.Of(
        body.Credit ?? default, body.AsDescribed, body.Service, body.DispatchSpeed, body.DeliverySpeed)
        ?? default;

    private static Coupon CouponOf(CouponBody body) => body.OffFen == default && body.FromFen == default
        ? throw new MalformedException("$.offFen", "expected an amount; DELETE takes a coupon away")
        : new Coupon(body.OffFen, body.FromFen);

    private static Transfer TransferOf(long id, TransferBody body)
    {
        var transfer = new Transfer(
            id, body.Kind, body.Store ?? default, body.Buyer ?? default, body.AmountFen);
        return transfer.HasStore && body.Store is null ? throw new MalformedException("$.store", "required")
            : transfer.HasBuyer && body.Buyer is null ? throw new MalformedException("$.buyer", "required")
            : transfer;
    }
}
