using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Escrow;

// Rules ESC-1, ESC-2, ESC-3
public sealed class OrderMovementsTests
{
    private static readonly BuyerId Buyer = new(7);

    private static readonly AccountId Store = AccountId.Of(new StoreId(4));

    private static readonly AccountId Bank = AccountId.Payer(PaymentChannel.Bank, Buyer);

    [Fact]
    public void A_settlement_shares_what_is_held_between_the_store_and_the_platform() => // ESC-1, STO-5
        Moves(
            OrderMovements.Settlement(Paid(fen: 999)),
            Of(MovementKind.Release, AccountId.Escrow, Store, 950),
            Of(MovementKind.Commission, AccountId.Escrow, AccountId.Platform, 49));

    [Fact]
    public void Of_a_settlement_without_commission_only_the_store_gets_something() => // STO-5
        Moves(
            OrderMovements.Settlement(Paid(fen: 1)), Of(MovementKind.Release, AccountId.Escrow, Store, 1));

    [Fact]
    public void A_payment_goes_into_escrow_and_a_deposit_that_is_lost_to_the_store() // ESC-1, LST-3
    {
        var (plan, payment) =
            (default(MovementPlan), OrderMovements.Payment(Buyer, PaymentChannel.Balance, Fen(5)));
        plan.Add(payment.Kind, payment.From, payment.To, payment.Amount);

        Moves(plan, Of(MovementKind.Payment, new AccountId(AccountKind.Buyer, 7), AccountId.Escrow, 5));
        Moves(
            OrderMovements.Forfeit(Paid(fen: 20)),
            Of(MovementKind.DepositForfeited, AccountId.Escrow, Store, 20));
    }

    [Fact]
    public void A_refund_before_settlement_comes_from_escrow() => // ORD-3
        Moves(
            OrderMovements.Refund(Paid(fen: 999), Fen(99)),
            Of(MovementKind.Refund, AccountId.Escrow, Bank, 99));

    [Fact]
    public void A_return_after_settlement_takes_from_each_what_it_got() => // ORD-3, ESC-3
        Moves(
            OrderMovements.Refund(Settled(fen: 999), Fen(999)),
            Of(MovementKind.Return, Store, Bank, 950),
            Of(MovementKind.CommissionReturn, AccountId.Platform, Bank, 49));

    [Fact]
    public void A_late_payment_goes_through_escrow_and_back_to_its_payer() // INV-2
    {
        var payer = AccountId.Payer(PaymentChannel.Balance, Buyer);
        var plan = OrderMovements.LatePayment(Buyer, PaymentChannel.Balance, Fen(5));

        Moves(
            plan,
            Of(MovementKind.Payment, payer, AccountId.Escrow, 5),
            Of(MovementKind.Refund, AccountId.Escrow, payer, 5));
        Assert.Equal((Fen(5), Money.Zero), (plan.NeededFor(0), plan.NeededFor(1)));
    }

    [Fact]
    public void What_two_movements_take_from_one_account_is_needed_together() // ESC-2
    {
        var plan = default(MovementPlan);
        plan.Add(MovementKind.Return, Store, Bank, Fen(3));
        plan.Add(MovementKind.Return, Store, Bank, Money.Zero);
        plan.Add(MovementKind.Return, Store, Bank, Fen(4));

        Assert.Equal((2, Fen(7)), (plan.Count, plan.NeededFor(1)));
    }

    private static void Moves(in MovementPlan plan, params Movement[] expected)
    {
        var moved = new Movement[plan.Count];
        for (var at = 0; at < moved.Length; at++)
        {
            moved[at] = plan[at];
        }

        Assert.Equal(expected, moved);
        Assert.All(moved, movement =>
        {
            var rule = MovementTable.Of(movement.Kind);
            Assert.True(rule.IsOfOrder && IsAt(movement.From, rule.From) && IsAt(movement.To, rule.To));
        });
    }

    private static bool IsAt(AccountId account, AccountKind? kind) => kind is { } known
        ? account.Kind == known
        : account.Kind is AccountKind.Buyer or AccountKind.Bank;

    private static Movement Of(MovementKind kind, AccountId from, AccountId to, long fen) =>
        new(kind, from, to, Fen(fen));

    private static Money Fen(long fen) => Money.FromFen(fen);

    private static Order Paid(long fen)
    {
        var terms = new OrderTerms(Fen(fen), Money.Zero, TimeSpan.FromMinutes(30), false, 500, 1, 12345);
        var order = new Order(OrderId.Parse("b7-3.1")!.Value, new StoreId(4), terms, Midnight);
        order.Pay(order.NextPayment, PaymentChannel.Bank);
        order.Take(OrderStep.Pay, Midnight);
        return order;
    }

    private static Order Settled(long fen)
    {
        var order = Paid(fen);
        order.Take(OrderStep.Ship, Midnight);
        order.Take(OrderStep.Confirm, Midnight);
        order.Release();
        return order;
    }
}
