namespace FlashSale.Tests.Escrow;

public sealed class MovementTableTests
{
    public static TheoryData<MovementKind> Kinds => [.. Enum.GetValues<MovementKind>()];

    [Fact]
    public void Every_kind_of_movement_has_a_rule_and_nothing_else_has() // ESC-2
    {
        var known = Enumerable.Range(0, 256).Where(number =>
            MovementTable.Find((MovementKind)number) is not null);

        Assert.Equal(Enum.GetValues<MovementKind>().Select(kind => (int)kind), known);
    }

    [Fact]
    public void Every_kind_of_account_has_an_owner_and_nothing_else_has() // ESC-2
    {
        var known = Enumerable.Range(0, 256).Where(number => AccountTable.OwnerOf((AccountKind)number) != 0);

        Assert.Equal(Enum.GetValues<AccountKind>().Select(kind => (int)kind), known);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Money_of_an_order_comes_from_its_payer_or_escrow_or_goes_there(MovementKind kind) // ESC-1
    {
        var rule = MovementTable.Of(kind);

        Assert.Equal(
            rule.IsOfOrder,
            rule is { From: null or AccountKind.Escrow } or { To: null or AccountKind.Escrow });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_enters_or_leaves_the_security_of_a_store_changes_the_store(MovementKind kind) // STO-3
    {
        var rule = MovementTable.Of(kind);

        Assert.Equal(
            rule switch
            {
                { To: AccountKind.StoreDeposit } => SecurityEffect.Paid,
                { From: AccountKind.StoreDeposit, To: AccountKind.Bank } => SecurityEffect.Returned,
                { From: AccountKind.StoreDeposit } => SecurityEffect.Taken,
                _ => SecurityEffect.None,
            },
            rule.Security);
    }

    [Fact]
    public void Buyers_and_sellers_ask_for_their_own_money_and_the_platform_for_the_rest() // ESC-6
    {
        var own = Enum.GetValues<MovementKind>().Where(kind =>
            MovementTable.Of(kind).Caller == Caller.Anyone);

        Assert.Equal(
            [
                MovementKind.BuyerTopUp, MovementKind.DepositPaid, MovementKind.Withdrawal,
                MovementKind.LoanRepayment, MovementKind.Promotion,
            ],
            own);
    }
}
