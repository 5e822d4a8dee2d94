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
        .. Money()];

    private static IEnumerable<CommandOperation> Buyers() =>
    [
        Put("put-in-cart", "buyers/{buyer}/cart/{listing}", AnswerKind.Cart, Json.CartBody,
            "Puts a line into a cart, in the place of the listing's line.",
            (ref text) =>
            {
                var (buyer, listing) = (text.Ids.Buyer(), text.Ids.Listing());
                var line = text.Body.Read(Json.CartBody);
                return new PutInCart(buyer, new CartLine(listing, line.Units, line.PriceSeenFen));
            }),
        new("remove-from-cart", "DELETE", "buyers/{buyer}/cart/{listing}", Caller.Anyone,
            "Takes a listing out of a cart.", AnswerKind.Cart, null,
            (ref text) => new RemoveFromCart(text.Ids.Buyer(), text.Ids.Listing())),
        Put("checkout", "checkouts/{checkout}", AnswerKind.Checkout, Json.CheckoutBody,
            "Places one order per store for these lines, or nothing.",
            (ref text) => new CheckOut(text.Ids.Checkout(), LinesOf(text.Body.Read(Json.CheckoutBody)))),
        Put("pay", "checkouts/{checkout}/payment", AnswerKind.Pay, Json.PaymentBody,
            "Pays a checkout's orders in one payment; of a presale, the deposit.",
            (ref text) => new Pay(text.Ids.Checkout(), text.Body.Read(Json.PaymentBody).Channel)),
        Put("pay-balance", "checkouts/{checkout}/balance", AnswerKind.Pay, Json.PaymentBody,
            "Pays the balance of a presale.",
            (ref text) => new PayBalance(text.Ids.Checkout(), text.Body.Read(Json.PaymentBody).Channel)),
    ];

    private static IEnumerable<CommandOperation> Orders() =>
    [
        Put("step-order", "orders/{order}/steps/{step}", AnswerKind.Order, null,
            "Takes a step with an order: cancel, ship, deliver, confirm.",
            (ref text) => new StepOrder(text.Ids.Order(), (OrderStep)text.Ids.Word<PersonStep>())),
        Put("refund", "orders/{order}/lines/{line}/refund", AnswerKind.Refund, Json.UnitsBody,
            "Refunds a line up to a number of units.",
            (ref text) => new RefundLine(
                text.Ids.Order(), (int)text.Ids.Number(int.MaxValue),
                text.Body.Read(Json.UnitsBody).UnitsInTotal)),
        Put("open-dispute", "orders/{order}/dispute", AnswerKind.Order, null, "Opens a dispute.",
            (ref text) => new OpenDispute(text.Ids.Order())),
        Put("resolve-dispute", "orders/{order}/dispute/verdict", AnswerKind.Order, Json.WinnerBody,
            "Ends a dispute for one side.",
            (ref text) => new ResolveDispute(text.Ids.Order(), text.Body.Read(Json.WinnerBody).Winner))
            with { Caller = Caller.Operator },
        Put("rate", "orders/{order}/rating", AnswerKind.Rate, Json.RatingBody,
            "The buyer rates the store.",
            (ref text) => new RateStore(text.Ids.Order(), RatingOf(text.Body.Read(Json.RatingBody)))),
        Put("rate-buyer", "orders/{order}/buyer-rating", AnswerKind.Rate, Json.VerdictBody,
            "The store rates the buyer.",
            (ref text) => new RateBuyer(text.Ids.Order(), text.Body.Read(Json.VerdictBody).Credit)),
    ];

    private static IEnumerable<CommandOperation> Sellers() =>
    [
        Put("open-store", "stores/{store}", AnswerKind.OpenStore, Json.StoreBody,
            "Opens a store and pays its deposit.",
            (ref text) => new OpenStore(ApplicationOf(text.Ids.Store(), text.Body.Read(Json.StoreBody)))),
        Put("step-store", "stores/{store}/steps/{step}", AnswerKind.Store, null,
            "Takes a step in a store's life; open, suspend and reinstate are for operators.",
            (ref text) => new StepStore(text.Ids.Store(), text.Ids.Word<StoreStep>())),
        Put("set-coupon", "stores/{store}/coupon", AnswerKind.Store, Json.CouponBody,
            "Sets the coupon that a store gives to all its buyers.",
            (ref text) => new SetCoupon(text.Ids.Store(), CouponOf(text.Body.Read(Json.CouponBody)))),
        new("remove-coupon", "DELETE", "stores/{store}/coupon", Caller.Anyone,
            "Takes a store's coupon away.", AnswerKind.Store, null,
            (ref text) => new SetCoupon(text.Ids.Store(), default)),
        Put("publish", "listings/{listing}", AnswerKind.Listing, Json.ListingBody,
            "Puts a listing on sale.",
            (ref text) => new Publish(text.Ids.Listing(), text.Body.Read(Json.ListingBody).ToTerms())),
        Put("reprice", "listings/{listing}/price", AnswerKind.Listing, Json.PriceBody,
            "Changes a listing's price; orders already placed keep theirs.",
            (ref text) => new Reprice(text.Ids.Listing(), text.Body.Read(Json.PriceBody).PriceFen)),
        Put("restock", "listings/{listing}/stock", AnswerKind.Listing, Json.UnitsBody,
            "Brings the units ever put up for sale up to a number.",
            (ref text) => new Restock(text.Ids.Listing(), text.Body.Read(Json.UnitsBody).UnitsInTotal)),
        new("withdraw", "DELETE", "listings/{listing}", Caller.Anyone,
            "Takes a listing off sale; it stays to be seen.", AnswerKind.Listing, null,
            (ref text) => new WithdrawListing(text.Ids.Listing())),
    ];

    private static IEnumerable<CommandOperation> Money() =>
    [
        Put("move", "transfers/{transfer}", AnswerKind.Transfer, Json.TransferBody,
            "Moves money that is no part of an order; all but buyer-top-up, deposit-paid, withdrawal and "
                + "loan-repayment are for operators.",
            (ref text) => new MoveMoney(
                TransferOf(text.Ids.Number(long.MaxValue), text.Body.Read(Json.TransferBody)))),
        Put("flip", "switches/{switch}", AnswerKind.Switch, Json.FlipBody, "Flips a degradation switch.",
            (ref text) =>
            {
                var (which, flip) = (text.Ids.Word<Switch>(), text.Body.Read(Json.FlipBody));
                return new FlipSwitch(new SwitchCommand(which, flip.On, flip.Who, flip.Why, flip.Until));
            }) with { Caller = Caller.Operator },
    ];

    private static CommandOperation Put(
        string name, string path, AnswerKind answer, JsonTypeInfo? body, string summary,
        CommandParser parse) =>
        new(name, "PUT", path, Caller.Anyone, summary, answer, body, parse);

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
        body.Credit, body.AsDescribed, body.Service, body.DispatchSpeed, body.DeliverySpeed) ?? default;

    private static StoreApplication ApplicationOf(StoreId id, StoreBody body) =>
        new(id, body.Owner, body.Market, body.Tier, body.Name, body.DepositFen);

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
