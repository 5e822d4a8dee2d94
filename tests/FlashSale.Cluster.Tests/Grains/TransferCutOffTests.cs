using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// The same as <see cref="CutOffTests"/> of money that is no order, of every kind, and of opening a store.
/// </summary>
/// <remarks>Rules ESC-2, ESC-4, ESC-6, ORD-4, STO-3.</remarks>
[Trait("cluster", "ESC-2"), Trait("cluster", "ESC-4"), Trait("cluster", "ESC-6")]
[Trait("cluster", "ORD-4"), Trait("cluster", "STO-3")]
public sealed class TransferCutOffTests
{
    private static readonly Money Deposit = Money.FromYuan(1_000); // what a consumer store owes (STO-3)
    private static readonly Money Some = Money.FromYuan(3);

    /// <summary>All kinds that can be asked for.</summary>
    public static TheoryData<MovementKind> Kinds =>
        [.. Enum.GetValues<MovementKind>().Where(kind => !MovementTable.Of(kind).IsOfOrder)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_transfer(MovementKind kind) => EachCutOff.Of(new CutOffStory
    {
        StepsMin = 1,
        MustBeCut = kind == MovementKind.BuyerTopUp ? [] : ["call IEscrowAccountGrain.Move"],
        Prepare = (market, order) => Prepare(market.Port, order, kind),
        Act = async (port, order) =>
        {
            var amount = kind == MovementKind.DepositReturned ? Deposit : Some;
            Assert.Equal(TransferResult.Moved, await Move(port, order, kind, amount, nth: 2));
        },
        Picture = Picture,
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_000, 0)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000, 999)]
    public Task A_store_that_opens(long yuanOwed, long yuanPaid) => EachCutOff.Of(new CutOffStory
    {
        Policy = new Policy { Stores = new StorePolicy { ConsumerDeposit = Money.FromYuan(yuanOwed) } },
        StepsMin = 1,
        Prepare = (_, _) => Task.CompletedTask,
        Act = async (port, order) => Assert.Equal(
            OpenStoreResult.Opened,
            await port.OpenStore(Application(order) with { Deposit = Money.FromYuan(yuanPaid) })),
        Picture = Picture,
    });

    // A store that has earned and a part of it frozen; it is closed where its security goes back.
    private static async Task Prepare(IMarketplace port, OrderId order, MovementKind kind)
    {
        var store = kind is MovementKind.AnnualFee or MovementKind.AnnualFeeReturned
            ? Fixtures.Application(StoreOf(order), MarketKind.Brand) // the only ones that pay fees (STO-5)
            : Application(order);
        Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(store));
        Assert.Equal(TransferResult.Moved, await Move(port, order, MovementKind.Loan, Some * 4, nth: 0));
        Assert.Equal(TransferResult.Moved, await Move(port, order, MovementKind.Freeze, Some, nth: 1));
        if (kind == MovementKind.AnnualFeeReturned)
        {
            Assert.Equal(TransferResult.Moved, await Move(port, order, MovementKind.AnnualFee, Some, nth: 3));
        }

        if (kind == MovementKind.DepositReturned)
        {
            Assert.Equal(StoreResult.Done, await port.StepStore(StoreOf(order), StoreStep.Close));
        }
    }

    private static ValueTask<TransferResult> Move(
        IMarketplace port, OrderId order, MovementKind kind, Money amount, int nth) => port.Move(
        new Transfer((order.Buyer.Value * 4) + nth, kind, StoreOf(order), order.Buyer, amount),
        Fixtures.Ops);

    private static StoreId StoreOf(OrderId order) => new(order.Buyer.Value);

    private static StoreApplication Application(OrderId order) =>
        Fixtures.Application(StoreOf(order), MarketKind.Consumer) with { Deposit = Deposit };

    private static async Task<string> Picture(IMarketplace port, OrderId order)
    {
        var (view, store) = (await port.FindStore(StoreOf(order)), StoreOf(order).Value);
        var of = view?.Store ?? default;
        var text = new List<string> { $"{of.Status}, owes {of.SecurityRequired} has {of.SecurityPaid}" };
        foreach (var kind in Enum.GetValues<AccountKind>())
        {
            var owner = AccountTable.OwnerOf(kind);
            if (owner is AccountOwner.Store or AccountOwner.Buyer)
            {
                var balance = await port.FindBalance(new AccountId(kind, store));
                text.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {balance}"));
            }
        }

        return string.Join(", ", text);
    }
}
