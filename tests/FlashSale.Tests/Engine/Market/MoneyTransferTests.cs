using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class MoneyTransferTests
{
    private static readonly AccountId Buyer = new(AccountKind.Buyer, FirstBuyer.Value);

    private static readonly AccountId Deposit = new(AccountKind.StoreDeposit, FirstStore.Value);

    [Fact, Trait("engine", "ESC-6"), Trait("engine", "ORD-4")]
    public void A_transfer_moves_money_once_however_often_it_is_sent()
    {
        var market = Market();

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.BuyerTopUp, 10));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.BuyerTopUp, 10));
        Assert.Equal(TransferResult.IdReused, Move(market, MovementKind.BuyerTopUp, 11));
        Assert.Equal(TransferResult.IdReused, Move(market, MovementKind.Loan, 10));
        Assert.Equal(Money.FromYuan(10), market.View.Balance(Buyer));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ESC-6")]
    public void A_refused_transfer_may_be_sent_again_under_its_id()
    {
        var market = Market();

        Assert.Equal(TransferResult.InsufficientFunds, Move(market, MovementKind.Withdrawal, 95));
        market.Order(OrderStatus.Confirmed);
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Withdrawal, 95));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Of(FirstStore)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ESC-4")]
    public void Frozen_earnings_are_seen_and_cannot_be_withdrawn()
    {
        var market = Market();
        market.Order(OrderStatus.Confirmed);

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Freeze, 95, id: 0));
        Assert.Equal(
            Money.FromYuan(95), market.View.Balance(new AccountId(AccountKind.StoreFrozen, 0)));
        Assert.Equal(TransferResult.InsufficientFunds, Move(market, MovementKind.Withdrawal, 1, id: 1));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Unfreeze, 95, id: 2));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Withdrawal, 95, id: 3));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ESC-6")]
    public void A_loan_comes_from_the_lender_and_goes_back_there()
    {
        var market = Market();

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Loan, 11_000, id: 0));
        Assert.Equal(Money.FromYuan(-11_000), market.View.Balance(AccountId.Lender));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.LoanRepayment, 11_000, id: 1));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Lender));
        market.AssertSound();
    }

    [Fact, Trait("engine", "STO-5")]
    public void The_annual_fee_is_paid_from_earnings_and_comes_back_and_consumer_stores_owe_none()
    {
        var market = Market();
        market.Order(OrderStatus.Confirmed);
        var earned = market.View.Balance(AccountId.Of(FirstStore));
        var platform = market.View.Balance(AccountId.Platform);

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.AnnualFee, 60, id: 0));
        Assert.Equal(TransferResult.InsufficientFunds, Move(market, MovementKind.AnnualFee, 60, id: 1));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.AnnualFeeReturned, 30, id: 2));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Promotion, 10, id: 3));
        Assert.Equal(earned - Money.FromYuan(40), market.View.Balance(AccountId.Of(FirstStore)));
        Assert.Equal(platform + Money.FromYuan(40), market.View.Balance(AccountId.Platform));
        market.AssertSound();

        var tea = new StoreApplication(
            new StoreId(1), new SellerId(1), MarketKind.Consumer, DepositTier.Low, "Tea",
            Money.FromYuan(1_000));
        market.OpenStore(tea);
        Assert.Equal(TransferResult.WrongStatus, market.Move(new Transfer(
            4, MovementKind.AnnualFee, tea.Id, default, Money.FromFen(1))));
    }

    [Fact, Trait("engine", "STO-3")]
    public void A_store_below_its_deposit_has_fifteen_days_and_sells_again_when_it_pays()
    {
        var market = Market();
        Move(market, MovementKind.ViolationFee, 960_000, id: 0);
        Assert.Equal(Money.FromYuan(960_000), market.View.Balance(AccountId.Platform));

        market.AdvanceTo(Noon.AddDays(15));
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout()).Result);
        market.AdvanceTo(Noon.AddDays(15).AddMilliseconds(1));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout(1)).Result);
        Assert.Equal(StoreStatus.Suspended, market.View.Store(FirstStore)!.Value.Status);

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.DepositPaid, 10_000, id: 1));
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(1)).Result);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ESC-6"), Trait("engine", "ORD-4")]
    public void Money_of_every_kind_is_moved_once_or_refused()
    {
        var market = Fair.Market();

        var answers = MoneyStory.History.PlayOn(market).OfType<TransferResult>().Skip(Fair.Buyers - 1);

        Assert.Equal(MoneyStory.Answers.SelectMany(move => new[] { move.Answer, move.Answer }), answers);
        Assert.Equal(
            Enum.GetValues<MovementKind>().Where(kind => !MovementTable.Of(kind).IsOfOrder),
            MoneyStory.Answers.Where(move => move.Answer == TransferResult.Moved)
                .Select(move => move.Kind).Distinct().Order());
        market.AssertSound();
    }

    [Fact, Trait("engine", "STO-3")]
    public void Compensation_is_paid_to_the_buyer_from_the_deposit_and_never_more_than_it_holds()
    {
        var market = Market();

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.Compensation, 500, id: 0));
        Assert.Equal(Money.FromYuan(500), market.View.Balance(Buyer));
        Assert.Equal(
            TransferResult.InsufficientFunds, Move(market, MovementKind.Compensation, 1_000_000, id: 1));
        Assert.Equal(Money.FromYuan(999_500), market.View.Balance(Deposit));
        market.AssertSound();
    }

    [Fact, Trait("engine", "STO-3")]
    public void A_closed_store_gets_its_whole_deposit_back_and_pays_no_more()
    {
        var market = Market();
        Assert.Equal(TransferResult.WrongStatus, Move(market, MovementKind.DepositReturned, 1_000_000));
        market.StepStore(FirstStore, StoreStep.Close);

        Assert.Equal(TransferResult.WrongStatus, Move(market, MovementKind.DepositReturned, 999_999));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.DepositReturned, 1_000_000));
        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.DepositReturned, 1_000_000));
        Assert.Equal(TransferResult.WrongStatus, Move(market, MovementKind.DepositPaid, 1, id: 1));
        Assert.Equal(Money.Zero, market.View.Balance(Deposit));
        market.AssertSound();
    }

    [Fact, Trait("engine", "STO-1"), Trait("engine", "STO-3")]
    public void A_store_that_opens_with_too_little_opens_when_it_has_paid_the_rest()
    {
        var market = new Market(new Policy());
        var application = new StoreApplication(
            FirstStore, new SellerId(1), MarketKind.Consumer, DepositTier.Low, "Tea", Money.FromYuan(999));

        Assert.Equal(OpenStoreResult.Opened, market.OpenStore(application));
        Assert.Equal(OpenStoreResult.Opened, market.OpenStore(application));
        Assert.Equal(StoreStatus.Applying, market.View.Store(FirstStore)!.Value.Status);
        Assert.Equal(ListingResult.StoreNotOpen, market.Publish(FirstListing, Terms()));
        Assert.Equal(StoreResult.DepositShort, market.StepStore(FirstStore, StoreStep.Open));

        Assert.Equal(TransferResult.Moved, Move(market, MovementKind.DepositPaid, 1));
        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, Terms()));
        market.AssertSound();
    }

    [Fact, Trait("engine", "STO-4"), Trait("engine", "ORD-4")]
    public void Two_stores_share_neither_an_id_nor_a_name()
    {
        var market = Market();
        var tea = new StoreApplication(
            new StoreId(1), new SellerId(1), MarketKind.Consumer, DepositTier.Low, "Tea", Money.Zero);
        market.OpenStore(tea);

        Assert.Equal(OpenStoreResult.IdReused, market.OpenStore(tea with { Name = "Coffee" }));
        Assert.Equal(OpenStoreResult.NameTaken, market.OpenStore(tea with { Id = new StoreId(2) }));
        Assert.Equal(
            OpenStoreResult.NotAName, market.OpenStore(tea with { Id = new StoreId(2), Name = "\uD83C" }));
        Assert.Equal(
            OpenStoreResult.NotAName,
            market.OpenStore(tea with { Id = new StoreId(2), Name = "A" + new string(' ', 500) + "B" }));
    }

    private static TransferResult Move(Market market, MovementKind kind, long yuan, long id = 0) =>
        market.Move(new Transfer(id, kind, FirstStore, FirstBuyer, Money.FromYuan(yuan)));
}
