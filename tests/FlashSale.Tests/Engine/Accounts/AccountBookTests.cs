using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class AccountBookTests
{
    [Fact, Trait("engine", "ESC-2")]
    public void Every_account_has_a_place_of_its_own()
    {
        var (book, amount) = (new AccountBook(new MarketSize()), 0);
        AccountId[] accounts =
        [
            .. Enum.GetValues<AccountKind>().SelectMany(kind => AccountTable.OwnerOf(kind) switch
            {
                AccountOwner.Market => [0],
                AccountOwner.Channel => Enumerable.Range(0, (int)PaymentChannel.Credit + 1),
                _ => (int[])[0, 7],
            }, (kind, owner) => new AccountId(kind, owner)),
        ];

        Assert.All(accounts[1..], account => book.MustMove(
            new Movement(MovementKind.Loan, accounts[0], account, Money.FromFen(++amount))));

        Assert.Equal(
            Enumerable.Range(1, amount), accounts[1..].Select(account => (int)book.Balance(account).Fen));
        Assert.Equal(Money.FromFen(-amount * (amount + 1) / 2), book.Balance(accounts[0]));
        Assert.Equal(Money.Zero, Enum.GetValues<AccountKind>().Aggregate(
            Money.Zero, (sum, kind) => sum + book.Sum(kind)));
    }

    [Theory]
    [InlineData("acct", MovementKind.DepositForfeited)]
    [InlineData("acc2", MovementKind.FrozenPaidOut)]
    [InlineData("acc3", MovementKind.Promotion)]
    [InlineData("acc4", MovementKind.LostSales)]
    public void A_book_is_written_as_before_kinds_that_it_does_not_have_and_read_again( // ESC-2
        string mark, MovementKind latest)
    {
        var (book, stream) = (new AccountBook(new MarketSize()), new MemoryStream());
        book.MustMove(new Movement(latest, AccountId.Bank, AccountId.Escrow, Money.FromFen(7)));
        book.Save(new StateWriter(stream));

        var again = new AccountBook(new MarketSize());
        stream.Position = 0;
        again.Load(new StateReader(stream));

        Assert.Equal(mark, System.Text.Encoding.ASCII.GetString(stream.ToArray(), 0, mark.Length));
        Assert.Equal(new MovementTotal(1, Money.FromFen(7)), again.Total(latest));
        Assert.Equal(Money.FromFen(7), again.Balance(AccountId.Escrow));
    }
}
