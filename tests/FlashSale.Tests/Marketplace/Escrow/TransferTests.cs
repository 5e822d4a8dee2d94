using static FlashSale.Marketplace.AccountKind;
using static FlashSale.Marketplace.MovementKind;

namespace FlashSale.Tests.Escrow;

public sealed class TransferTests
{
    [Theory]
    [InlineData(BuyerTopUp, Bank, Buyer)] // ESC-5
    [InlineData(DepositPaid, Bank, StoreDeposit)] // ESC-6
    [InlineData(DepositReturned, StoreDeposit, Bank)]
    [InlineData(ViolationFee, StoreDeposit, Platform)]
    [InlineData(Compensation, StoreDeposit, Buyer)]
    [InlineData(Freeze, AccountKind.Store, StoreFrozen)] // ESC-4: seen, not withdrawable
    [InlineData(Unfreeze, StoreFrozen, AccountKind.Store)]
    [InlineData(Withdrawal, AccountKind.Store, Bank)]
    [InlineData(Loan, Lender, AccountKind.Store)]
    [InlineData(LoanRepayment, AccountKind.Store, Lender)]
    [InlineData(AnnualFee, AccountKind.Store, Platform)] // STO-5
    [InlineData(AnnualFeeReturned, Platform, AccountKind.Store)]
    [InlineData(Promotion, AccountKind.Store, Platform)]
    [InlineData(LostSales, Bank, AccountKind.Store)] // TRU-8
    public void A_transfer_moves_money_between_the_accounts_of_its_kind(
        MovementKind kind, AccountKind from, AccountKind to)
    {
        var movement = Of(kind).ToMovement();

        Assert.True(Of(kind).IsSound);
        Assert.Equal((from, to, Money.FromYuan(1)), (movement.From.Kind, movement.To.Kind, movement.Amount));
        Assert.All(new[] { movement.From, movement.To }, account => Assert.Equal(
            account.Kind switch { Buyer => 7, AccountKind.Store or StoreFrozen or StoreDeposit => 3, _ => 0 },
            account.Owner));
    }

    [Theory]
    [InlineData(Payment)]
    [InlineData(Release)]
    [InlineData(Commission)]
    [InlineData(MovementKind.Refund)]
    [InlineData(Return)]
    [InlineData(CommissionReturn)]
    [InlineData(DepositForfeited)]
    [InlineData((MovementKind)0)]
    [InlineData((MovementKind)99)]
    public void What_orders_move_cannot_be_asked_for(MovementKind kind) => // ESC-1
        Assert.False(Of(kind).IsSound);

    [Fact]
    public void A_transfer_with_other_contents_has_another_mark_on_every_host() // ORD-4
    {
        var transfer = Of(Compensation);
        Transfer[] others =
        [
            transfer with { Kind = Withdrawal },
            transfer with { Store = new StoreId(4) },
            transfer with { Buyer = new BuyerId(8) },
            transfer with { Amount = Money.FromFen(101) },
        ];

        Assert.Equal(transfer.Fingerprint, (transfer with { Id = 99 }).Fingerprint);
        Assert.All(others, other => Assert.NotEqual(
            Transfer.MarkOf(transfer.Fingerprint), Transfer.MarkOf(other.Fingerprint)));
        Assert.Equal(
            Of(Withdrawal).Fingerprint, (Of(Withdrawal) with { Buyer = new BuyerId(8) }).Fingerprint);
    }

    [Fact]
    public void A_transfer_has_an_id_and_an_amount_within_limits() // ESC-6
    {
        var most = Money.FromYuan(Limits.AmountYuanMax);

        Assert.True((Of(BuyerTopUp) with { Amount = most, Id = long.MaxValue }).IsSound);
        Assert.False((Of(BuyerTopUp) with { Amount = most + Money.FromFen(1) }).IsSound);
        Assert.False((Of(BuyerTopUp) with { Amount = Money.Zero }).IsSound);
        Assert.False((Of(BuyerTopUp) with { Amount = Money.FromFen(-1) }).IsSound);
        Assert.False((Of(BuyerTopUp) with { Id = -1 }).IsSound);
    }

    private static Transfer Of(MovementKind kind) =>
        new(0, kind, new StoreId(3), new BuyerId(7), Money.FromYuan(1));
}
