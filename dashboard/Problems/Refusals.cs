namespace FlashSale.Dashboard;

/// <summary>Which problem details each refusal of the market is: one for each member of each enum.</summary>
internal static class Refusals
{
    private const string KeyReused = "The key was used for another request.";

    private static readonly AnswerKind[] Kinds = Enum.GetValues<AnswerKind>();

    private static readonly (Type Results, string[] Words, ProblemType?[] Problems)[] Known =
    [
        default, // there is no kind 0
        Of<OpenStoreResult>(AnswerKind.OpenStore,
            (OpenStoreResult.NameTaken, 409, "Another store has the name."),
            (OpenStoreResult.NotAName, 422, "The name is empty, too long, or holds control characters."),
            (OpenStoreResult.IdReused, 409, "The id was used for another store."),
            (OpenStoreResult.OutOfRange, 422,
                "The id, the market, the tier or the deposit is outside its range."),
            (OpenStoreResult.OwnerBarred, 409, "The owner is barred: a repeat offender sells no more.")),
        Of<StoreResult>(AnswerKind.Store,
            (StoreResult.WrongStatus, 409, "The store's status does not allow it."),
            (StoreResult.DepositShort, 409, "The store is below its deposit."),
            (StoreResult.BadCoupon, 422, "The coupon's amounts cannot be meant."),
            (StoreResult.UnknownStore, 404, "There is no such store."),
            (StoreResult.IdReused, 409, KeyReused),
            (StoreResult.Banned, 409, "A penalty keeps the store from promotions for now."),
            (StoreResult.NotCertified, 409, "The store has no certificate and should.")),
        Of<ListingResult>(AnswerKind.Listing,
            (ListingResult.IdReused, 409, "The id was used on other terms, or the key for another request."),
            (ListingResult.StoreNotOpen, 409, "There is no such store, or it may not sell now."),
            (ListingResult.BadTerms, 422, "The terms are not allowed."),
            (ListingResult.UnknownListing, 404, "There is no such listing."),
            (ListingResult.Banned, 409, "A penalty keeps the store from promotions for now.")),
        Of<CartResult>(AnswerKind.Cart,
            (CartResult.Full, 409, "The cart has as many lines as it may have."),
            (CartResult.BadLine, 422, "The line has no units, too many, or no price."),
            (CartResult.NotForSale, 409, "No such listing is on sale."),
            (CartResult.UnknownBuyer, 404, "There is no such buyer."),
            (CartResult.IdReused, 409, KeyReused)),
        Of<CheckoutResult>(AnswerKind.Checkout,
            (CheckoutResult.SoldOut, 409, "A line has more units than are for sale."),
            (CheckoutResult.LimitReached, 409, "A line is more than the listing allows one buyer."),
            (CheckoutResult.PriceRisen, 409, "A line costs more than the buyer saw."),
            (CheckoutResult.NotForSale, 409, "A line's listing is not on sale now."),
            (CheckoutResult.MixedSales, 422, "A presale stands beside others, or its time is over."),
            (CheckoutResult.BadLines, 422, "No lines, too many, one listing twice, or a line without sense."),
            (CheckoutResult.IdReused, 409, "The id was used for a checkout with other contents."),
            (CheckoutResult.Throttled, 429, "The market takes no more orders this moment; try again later."),
            (CheckoutResult.UnknownBuyer, 404, "There is no such buyer."),
            (CheckoutResult.OverLimit, 422,
                "The market holds as many orders as it may, or they are worth too much.")),
        Of<PayResult>(AnswerKind.Pay,
            (PayResult.SoldOut, 409, "The goods were gone; the orders are closed and the money is returned."),
            (PayResult.TooLate, 409, "The orders were closed before; the money is returned."),
            (PayResult.TooEarly, 409, "The window for the balance has not begun; nothing was moved."),
            (PayResult.InsufficientFunds, 402, "The buyer's balance is too small; nothing was moved."),
            (PayResult.UnknownCheckout, 404, "There is no such checkout."),
            (PayResult.LimitReached, 409,
                "The units are more than the listing allows one buyer; the orders are closed and the money "
                + "is returned."),
            (PayResult.NotForSale, 409,
                "The listing is not on sale now; the orders are closed and the money is returned."),
            (PayResult.IdReused, 409, "This payment was made by another channel; nothing was moved.")),
        Of<OrderResult>(AnswerKind.Order,
            (OrderResult.NotAllowed, 409, "The order's status does not allow it."),
            (OrderResult.Disputed, 409, "A dispute is open."),
            (OrderResult.UnknownOrder, 404, "There is no such order.")),
        Of<RefundResult>(AnswerKind.Refund,
            (RefundResult.SwitchedOff, 409, "Refunds of unshipped orders are switched off."),
            (RefundResult.TooLate, 409, "The time for returns is over; a dispute is the way."),
            (RefundResult.NotAllowed, 409, "The order is not paid, on its way, or closed."),
            (RefundResult.BadLine, 422, "The line or the number of units is not of the order."),
            (RefundResult.InsufficientFunds, 409, "The store has too little to give back."),
            (RefundResult.UnknownOrder, 404, "There is no such order.")),
        Of<RateResult>(AnswerKind.Rate,
            (RateResult.NotConfirmed, 409, "The buyer has not confirmed receipt."),
            (RateResult.RatedAlready, 409, "This side has rated this order."),
            (RateResult.TooLate, 409, "The time for ratings is over."),
            (RateResult.BadVerdict, 422, "There is no such verdict."),
            (RateResult.UnknownOrder, 404, "There is no such order."),
            (RateResult.NoVerdicts, 409, "In the order's market nobody gives verdicts.")),
        Of<TransferResult>(AnswerKind.Transfer,
            (TransferResult.InsufficientFunds, 409, "The account it should come from has too little."),
            (TransferResult.IdReused, 409, "The id was used for another transfer."),
            (TransferResult.BadTransfer, 422, "The kind cannot be asked for, or the amount is none."),
            (TransferResult.WrongStatus, 409, "The store's status does not allow it."),
            (TransferResult.UnknownAccount, 404, "There is no such buyer or store.")),
        Of<FlipResult>(AnswerKind.Switch,
            (FlipResult.NoChange, 409, "The switch stands so already, by another command."),
            (FlipResult.NoReason, 422, "It says no who or no why, or too much."),
            (FlipResult.EndsTooEarly, 422, "It would end before it begins."),
            (FlipResult.IdReused, 409, KeyReused)),
        Of<PolicyResult>(AnswerKind.Policy,
            (PolicyResult.BadPolicy, 422, "A number is outside its range, or the whole is too long."),
            (PolicyResult.FixedNumbers, 422, "Reputation and the number of categories cannot change."),
            (PolicyResult.InThePast, 422, "The moment is not in the future."),
            (PolicyResult.TooFarAhead, 422, "The moment is more than 366 days ahead."),
            (PolicyResult.SameMoment, 409, "Another policy is planned for this moment."),
            (PolicyResult.TooManyChanges, 409, "As many changes as may be are planned, or still bind."),
            (PolicyResult.IdReused, 409, KeyReused),
            (PolicyResult.NotPlanned, 404, "No change is planned for this moment.")),
        Of<ComplainResult>(AnswerKind.Complaint,
            (ComplainResult.OtherReason, 409, "The buyer has complained about this line of something else."),
            (ComplainResult.NotReceived, 409, "The buyer has not received the order."),
            (ComplainResult.TooLate, 409, "The time to complain is over."),
            (ComplainResult.BadComplaint, 422, "The order has no such line, or there is no such reason."),
            (ComplainResult.UnknownOrder, 404, "There is no such order."),
            (ComplainResult.NotOffered, 409, "The policy takes no complaints.")),
        Of<CaseResult>(AnswerKind.Case,
            (CaseResult.WrongStatus, 409, "The case's status does not allow it."),
            (CaseResult.EvidenceMissing, 409, "There is too little evidence for a penalty."),
            (CaseResult.UnknownCase, 404, "There is no such case."),
            (CaseResult.UnknownSubject, 404, "The seller has no such store, or the store no such listing."),
            (CaseResult.TooMany, 409, "As many cases of the seller as may be are under way."),
            (CaseResult.BadCase, 422, "There is no such kind, step, finding or evidence."),
            (CaseResult.NotOffered, 409, "The policy has no cases."),
            (CaseResult.IdReused, 409, KeyReused)),
        Of<AppealResult>(AnswerKind.Appeal,
            (AppealResult.WrongStatus, 409, "There is nothing to appeal against, or it is not its turn."),
            (AppealResult.TooLate, 409, "The verdict stands already."),
            (AppealResult.NoReviewer, 409, "The reviewers have decided as many appeals as they can today."),
            (AppealResult.BadAppeal, 422, "The evidence or the votes cannot be meant."),
            (AppealResult.UnknownCase, 404, "There is no such case.")),
        Of<CertificationResult>(AnswerKind.Certification,
            (CertificationResult.WrongStatus, 409,
                "The application is at another place, or the store has what it asks for."),
            (CertificationResult.TooEarly, 409, "The check takes longer than it was under way."),
            (CertificationResult.Barred, 403, "The identity is barred, or one that is linked with it."),
            (CertificationResult.ShareNotReached, 409,
                "Too few consumer stores have the first certificate for the second one."),
            (CertificationResult.NoReason, 422, "It says no why."),
            (CertificationResult.UnknownStore, 404, "There is no such store."),
            (CertificationResult.OutOfRange, 422, "There is no such class, list or verdict."),
            (CertificationResult.IdReused, 409, KeyReused)),
        Of<PublicationResult>(AnswerKind.Publication,
            (PublicationResult.WrongStatus, 409, "The listing's screening is at another place."),
            (PublicationResult.NoReviewer, 409,
                "The reviewers have looked at as many listings as they can today."),
            (PublicationResult.NoReason, 422, "It says no why."),
            (PublicationResult.UnknownListing, 404, "There is no such listing."),
            (PublicationResult.OutOfRange, 422, "The score, verdict, brand or price is outside its range."),
            (PublicationResult.IdReused, 409, KeyReused)),
    ];

    /// <summary>All kinds of refusals, by the enums and their members.</summary>
    public static IEnumerable<ProblemType> All =>
        Kinds.SelectMany(Of);

    /// <summary>The refusals of one enum.</summary>
    public static IEnumerable<ProblemType> Of(AnswerKind kind) =>
        Known[(int)kind].Problems.OfType<ProblemType>();

    /// <summary>The words of answers that took effect.</summary>
    public static IEnumerable<string> DoneWords(AnswerKind kind) =>
        Known[(int)kind].Words.Skip(1).Where((_, at) => Known[(int)kind].Problems[at + 1] is null);

    /// <summary>The enum that an answer's number belongs to.</summary>
    public static Type ResultsOf(AnswerKind kind) => Known[(int)kind].Results;

    /// <summary>The problem of an answer; null if the command took effect.</summary>
    public static ProblemType? Find(AnswerKind kind, byte result)
    {
        var problems = Known[(int)kind].Problems;
        Invariant.Holds(result > 0 && result < problems.Length, "an answer is a member of its enum");
        return problems[result];
    }

    /// <summary>The word of an answer: «placed».</summary>
    public static string WordOf(AnswerKind kind, byte result) => Known[(int)kind].Words[result];

    private static (Type Results, string[] Words, ProblemType?[] Problems) Of<T>(
        AnswerKind kind, params (T Member, int Status, string Title)[] refusals)
        where T : struct, Enum
    {
        var members = Enum.GetValues<T>();
        var words = new string[members.Length + 1];
        var problems = new ProblemType?[members.Length + 1];
        foreach (var member in members)
        {
            words[NumberOf(member)] = WordTable<T>.Of(member);
        }

        foreach (var (member, status, title) in refusals)
        {
            problems[NumberOf(member)] =
                new ProblemType(WordTable<AnswerKind>.Of(kind), WordTable<T>.Of(member), status, title);
        }

        return (typeof(T), words, problems);
    }

    private static int NumberOf<T>(T member)
        where T : struct, Enum =>
        Convert.ToInt32(member, System.Globalization.CultureInfo.InvariantCulture);
}
