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
}
