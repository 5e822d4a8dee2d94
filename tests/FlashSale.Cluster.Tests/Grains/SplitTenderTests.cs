using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

// Rules ESC-3, ESC-5, ORD-3: money goes back to the payer that it came from.
[Trait("cluster", "ESC-3"), Trait("cluster", "ESC-5"), Trait("cluster", "ORD-3")]
public sealed class SplitTenderTests
{
    private static readonly BuyerId Buyer = new(50);

    /// <summary>The stories by their names.</summary>
    public static TheoryData<string> Stories => [.. SplitTender.Stories.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Each_part_of_an_order_s_money_goes_back_to_its_own_payer(string story)
    {
        await using var market = await TestMarket.Start();

        await new SplitTender(market.Port, market.SetTime).Tell(story);
    }

    [Fact, Trait("cluster", "ESC-5")]
    public async Task Money_that_is_told_to_have_come_by_another_channel_fails_the_audit()
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Paid(market);
        await Shop.AuditPasses(market.Port);

        await rows.Spoil<CheckoutRow>(
            new RowKey(RowKind.Checkout, Buyer.Value), row => row.Orders[0].Order = Order.Of(
                row.Orders[0].Order.Facts with { DepositChannel = 0 }));

        Assert.Equal(["refunds-reach-their-payers"], await FailedChecks(market));
    }

    [Fact, Trait("cluster", "ESC-5")]
    public async Task Money_that_went_back_by_another_channel_fails_the_audit()
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Paid(market);
        await Shop.AuditPasses(market.Port);

        await rows.Spoil<AccountState>(new RowKey(RowKind.Account, Buyer.Value), account =>
        {
            account.Balances[AccountState.SlotOf(AccountId.Payer(PaymentChannel.Bank, Buyer))] += 5;
            account.Balances[AccountState.SlotOf(AccountId.Payer(PaymentChannel.Balance, Buyer))] -= 5;
        });

        Assert.Equal(["refunds-reach-their-payers"], await FailedChecks(market));
    }

    [Fact, Trait("cluster", "ESC-5")]
    public async Task Money_that_went_to_another_buyer_fails_the_audit()
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Paid(market);
        var other = new Transfer(2, MovementKind.BuyerTopUp, default, new BuyerId(8), Money.FromYuan(9));
        Assert.Equal(TransferResult.Moved, await market.Port.Move(other));
        await Shop.AuditPasses(market.Port);

        await Give(rows, Buyer, fen: -5);
        await Give(rows, new BuyerId(8), fen: 5);

        Assert.Equal(["refunds-reach-their-payers"], await FailedChecks(market));
    }

    private static Task Give(MemoryRowStore rows, BuyerId buyer, long fen) => rows.Spoil<AccountState>(
        new RowKey(RowKind.Account, buyer.Value),
        account => account.Balances[AccountState.SlotOf(new AccountId(AccountKind.Buyer))] += fen);

    // ¥20 from the balance, ¥80 by bank.
    private static async Task Paid(TestMarket market)
    {
        var (port, id, from) = (market.Port, new CheckoutId(Buyer, 0), market.Clock.Now.AddMinutes(1));
        var presale = new Presale(Money.FromYuan(20), from, from.AddDays(1));
        await Shop.Open(port, terms: Fixtures.Terms() with { Presale = presale });
        await port.Move(new Transfer(1, MovementKind.BuyerTopUp, default, Buyer, Money.FromYuan(200)));
        Assert.Equal(CheckoutResult.Placed, (await Shop.Order(port, id)).Result);
        Assert.Equal(PayResult.DepositPaid, (await port.Pay(id, PaymentChannel.Balance)).Result);
        await market.SetTime(from);
        Assert.Equal(PayResult.Paid, (await port.PayBalance(id, PaymentChannel.Bank)).Result);
    }

    private static async Task<string[]> FailedChecks(TestMarket market) =>
        [.. (await market.Port.Audit()).Checks.Where(check => !check.Passed).Select(check => check.Name)];
}
