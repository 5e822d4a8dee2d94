using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>Short random stories that lead to where single random commands hardly ever come.</summary>
internal static class Episodes
{
    /// <summary>A checkout, and some of the steps that may follow, in their order.</summary>
    public static Gen<Step[]> OrderOnItsWay { get; } =
        from checkout in AnyCommand.AnyCheckout
        from lines in AnyCommand.AnyLines
        from channel in AnyCommand.AnyChannel
        from rating in AnyCommand.AnyRating
        from length in Choose(1, 13)
        from mask in Choose(0, (1 << 12) - 1)
        from part in Frequency((3, Constant(0)), (1, Constant(1)))
        let order = checkout.Order(part)
        let way = new[]
        {
            Step.Checkout(checkout, lines), Step.Pay(checkout, channel), Step.Refund(order, 0, 1),
            Step.StepOrder(order, OrderStep.Ship), Step.OpenDispute(order),
            Step.StepOrder(order, OrderStep.Confirm), Step.ResolveDispute(order, (mask & 1) == 1),
            Step.StepOrder(order, OrderStep.Deliver), Step.StepOrder(order, OrderStep.Confirm),
            Step.Rate(order, rating), Step.Rate(order, rating), Step.RateBuyer(order, rating.Credit),
            Step.Refund(order, 0, 2),
        }
        select way.Take(length).Where((_, at) => IsTaken(at, mask)).ToArray();

    /// <summary>A deposit, a wait, and perhaps the balance.</summary>
    public static Gen<Step[]> Presale { get; } =
        from checkout in AnyCommand.AnyCheckout
        from units in Choose(1, 2)
        from channel in AnyCommand.AnyChannel
        from other in AnyCommand.AnyChannel
        from wait in AnyCommand.Time
        from length in Choose(1, 6)
        let line = Line(Fair.PresaleListing, units)
        let way = new[]
        {
            Step.Checkout(checkout, line), Step.Pay(checkout, channel), wait,
            Step.PayBalance(checkout, other), Step.StepOrder(checkout.Order(0), OrderStep.Ship),
            Step.StepOrder(checkout.Order(0), OrderStep.Confirm),
        }
        select way.Take(length).ToArray();

    /// <summary>
    /// A presale that is paid by two payments, and some of what may follow: refunds, a dispute, a transfer.
    /// </summary>
    public static Gen<Step[]> SplitPresale { get; } =
        from checkout in AnyCommand.AnyCheckout
        from units in Choose(1, 2)
        from channel in Elements(Enum.GetValues<PaymentChannel>())
        from other in Elements(Enum.GetValues<PaymentChannel>())
        from transfer in AnyCommand.AnyTransfer
        from length in Choose(4, 13)
        from mask in Choose(0, (1 << 12) - 1)
        let order = checkout.Order(0)
        let way = new[]
        {
            Step.Checkout(checkout, Line(Fair.PresaleListing, units)), Step.Pay(checkout, channel),
            Step.After(TimeSpan.FromHours(1)), Step.PayBalance(checkout, other), Step.Refund(order, 0, 1),
            Step.StepOrder(order, OrderStep.Ship), Step.OpenDispute(order),
            Step.ResolveDispute(order, (mask & 1) == 1), Step.StepOrder(order, OrderStep.Deliver),
            Step.StepOrder(order, OrderStep.Confirm), Step.Move(transfer), Step.Refund(order, 0, 1),
            Step.Refund(order, 0, 2),
        }
        select way.Take(length).Where((_, at) => at < 4 || IsTaken(at, mask)).ToArray();

    /// <summary>An order, and its buyer takes it back.</summary>
    public static Gen<Step[]> ChangeOfMind { get; } =
        from checkout in AnyCommand.AnyCheckout
        from listing in Choose(0, Fair.Listings - 1)
        select new[]
        {
            Step.Checkout(checkout, Line(listing, 1)),
            Step.StepOrder(checkout.Order(0), OrderStep.Cancel),
        };

    /// <summary>A seller hides and shows a store, and gives both the same name.</summary>
    public static Gen<Step[]> OneNameForTwo { get; } =
        from store in Choose(0, Fair.Stores - 1)
        let name = RequestId.Of(Requests.All[0])
        select new[]
        {
            Step.StepStore(new StoreId(store), StoreStep.Hide, name),
            Step.StepStore(new StoreId(store), StoreStep.Show, name),
            Step.StepStore(new StoreId(store), StoreStep.Show),
        };

    /// <summary>All buyers order what is held at payment only, and then all pay.</summary>
    public static Gen<Step[]> Rush { get; } =
        from number in Choose(0, Fair.CheckoutsPerBuyer - 1)
        from units in Choose(1, 2)
        from beside in Choose(0, Fair.Listings - 1)
        from channel in AnyCommand.AnyChannel
        let ids = Enumerable.Range(0, Fair.Buyers).Select(buyer => new CheckoutId(new BuyerId(buyer), number))
        let lines = beside is Fair.RushListing or Fair.PresaleListing
            ? new[] { Line(Fair.RushListing, units) }
            : [Line(beside, 1), Line(Fair.RushListing, units)]
        select ids.Select(id => Step.Checkout(id, lines))
            .Concat(ids.Select(id => Step.Pay(id, channel))).ToArray();

    /// <summary>
    /// One buyer orders more than is allowed of what is held at payment; the store may hide before.
    /// </summary>
    public static Gen<Step[]> Greed { get; } =
        from buyer in Choose(0, Fair.Buyers - 1)
        from units in Choose(4, 9)
        from hides in Choose(0, 3)
        from channel in AnyCommand.AnyChannel
        let ids = Enumerable.Range(0, Fair.CheckoutsPerBuyer)
            .Select(number => new CheckoutId(new BuyerId(buyer), number))
        let store = new StoreId(2)
        select ids.Select(id => Step.Checkout(id, Line(Fair.PennyListing, units)))
            .Concat(hides == 0 ? [Step.StepStore(store, StoreStep.Hide)] : [])
            .Concat(ids.Select(id => Step.Pay(id, channel)))
            .Append(Step.StepStore(store, StoreStep.Show)).ToArray();

    /// <summary>More lines than a cart may have.</summary>
    public static Gen<Step[]> FilledCart { get; } =
        from buyer in Choose(0, Fair.Buyers) // the last one is no buyer
        from count in Choose(2, 6)
        select Enumerable.Range(0, count)
            .Select(listing => Step.PutInCart(new BuyerId(buyer), Line(listing, 1))).ToArray();

    /// <summary>The goods come back when the store has withdrawn most of the money.</summary>
    public static Gen<Step[]> ReturnAfterWithdrawal { get; } =
        from checkout in AnyCommand.AnyCheckout
        from transfer in Choose(0, Fair.Transfers - 1)
        from kind in Elements(MovementKind.Withdrawal, MovementKind.Freeze)
        let order = checkout.Order(0)
        select new[]
        {
            Step.Checkout(checkout, Line(0, 1)), Step.Pay(checkout, PaymentChannel.Credit),
            Step.StepOrder(order, OrderStep.Ship), Step.StepOrder(order, OrderStep.Confirm),
            Step.Move(new Transfer(transfer, kind, new StoreId(0), default, Money.FromYuan(50))),
            Step.Refund(order, 0, 1),
        };

    // Three steps of four are taken.
    private static bool IsTaken(int at, int mask) =>
        at == 0 || (mask & (1 << (at % 12))) != 0 || (mask & (1 << ((at + 5) % 12))) != 0;

    private static CartLine Line(int listing, int units) =>
        new(new ListingId(listing), units, Money.FromYuan(1_000));
}
