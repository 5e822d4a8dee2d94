using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Escrow;

public sealed class AccountTests
{
    private static readonly AccountId[] Accounts =
    [
        AccountId.Bank, AccountId.Escrow, AccountId.Platform, AccountId.Lender, AccountId.Of(new StoreId(1)),
        new(AccountKind.StoreFrozen, 1), new(AccountKind.StoreDeposit, 1), new(AccountKind.Buyer, 1),
    ];

    private static readonly Gen<(int From, int To, int Fen)> AnyMovement =
        from one in Gen.Choose(0, 7)
        from other in Gen.Choose(1, 7)
        from fen in Gen.Choose(0, 300)
        select (one, (one + other) % 8, fen);

    [Fact]
    public void A_movement_debits_one_account_and_credits_another_by_the_same_fen() // ESC-2
    {
        var (bank, escrow) = (default(Account), default(Account));
        var payment = Movement(AccountId.Bank, AccountId.Escrow, 250);

        Assert.Equal(MoveResult.Moved, Account.Move(payment, ref bank, ref escrow));
        Assert.Equal((-250, 250), (bank.Balance.Fen, escrow.Balance.Fen));
    }

    [Fact]
    public void Nobody_but_the_bank_and_the_lender_spends_what_they_do_not_have() // ESC-2, ESC-6
    {
        foreach (var from in Accounts)
        {
            var (one, other) = (default(Account), default(Account));
            var mayOverdraw = from.Kind is AccountKind.Bank or AccountKind.Lender;

            var result = Account.Move(Movement(from, AccountId.Escrow, 1), ref one, ref other);

            Assert.Equal(mayOverdraw ? MoveResult.Moved : MoveResult.InsufficientFunds, result);
            Assert.Equal(mayOverdraw ? 1 : 0, other.Balance.Fen);
            Assert.Equal(-other.Balance.Fen, one.Balance.Fen);
        }
    }

    [Fact]
    public void All_that_an_account_holds_can_be_moved_and_not_a_fen_more() // ESC-2
    {
        var (bank, escrow) = (default(Account), default(Account));
        Account.Move(Movement(AccountId.Bank, AccountId.Escrow, 250), ref bank, ref escrow);

        Assert.Equal(
            MoveResult.InsufficientFunds,
            Account.Move(Movement(AccountId.Escrow, AccountId.Bank, 251), ref escrow, ref bank));
        Assert.Equal(
            MoveResult.Moved,
            Account.Move(Movement(AccountId.Escrow, AccountId.Bank, 250), ref escrow, ref bank));
        Assert.Equal(Money.Zero, escrow.Balance);
    }

    [Fact]
    public void A_negative_amount_is_a_mistake() // ESC-2
    {
        var (bank, escrow) = (default(Account), default(Account));

        Assert.Throws<ArgumentOutOfRangeException>(
            () => Account.Move(Movement(AccountId.Bank, AccountId.Escrow, -1), ref bank, ref escrow));
    }

    [Fact]
    public void No_history_of_movements_makes_or_loses_a_fen() => AnyHistory.Holds(AnyMovement, history =>
    {
        var rows = new Account[Accounts.Length]; // ESC-2
        foreach (var (from, to, fen) in history)
        {
            Account.Move(Movement(Accounts[from], Accounts[to], fen), ref rows[from], ref rows[to]);
        }

        Assert.Equal(0, rows.Sum(row => row.Balance.Fen));
        Assert.All(rows.Zip(Accounts), account => Assert.True(
            account.Second.MayOverdraw || !account.First.Balance.IsNegative, $"{account.Second}"));
    });

    [Fact]
    public void Each_channel_pays_from_its_own_account() // ESC-5
    {
        var payers = Enum.GetValues<PaymentChannel>()
            .Select(channel => AccountId.Payer(channel, new BuyerId(7))).ToArray();

        Assert.Equal(4, payers.Distinct().Count());
        Assert.Equal(new AccountId(AccountKind.Buyer, 7), payers[0]);
        Assert.All(payers[1..], payer => Assert.Equal(AccountKind.Bank, payer.Kind));
    }

    private static Movement Movement(AccountId from, AccountId to, long fen) =>
        new(MovementKind.Payment, from, to, Money.FromFen(fen));
}
