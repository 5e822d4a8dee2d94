using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

/// <summary>Ways to spoil one row or one total of a market, and the check that must see it.</summary>
internal static class Corruptions
{
    private static readonly OrderId Paid = Checkout(1).Order(0);

    private static readonly OrderId Placed = Checkout(2).Order(0);

    private static readonly OrderId Split = Checkout(6).Order(0);

    /// <summary>What is spoiled, by which check it is seen, and how.</summary>
    public static IReadOnlyDictionary<string, (string Check, Action<MarketState> Spoil)> All { get; } =
        new Dictionary<string, (string Check, Action<MarketState> Spoil)>
        {
            ["a unit too many"] = ("stock-adds-up", m => Bucket(m).Add(1)),
            ["a unit too few"] = ("stock-adds-up", m => Bucket(m).TakeOut(1)),
            ["a unit sold to nobody"] = ("stock-adds-up", m => SellOne(ref Bucket(m))),
            ["a sold unit for sale again"] = ("stock-adds-up", m => Bucket(m).PutBack(1)),
            ["units put in"] = ("stock-adds-up", m => m.Listings.History(FirstListing).PutIn++),
            ["a unit held for nobody"] = ("holds-have-live-orders", m => Bucket(m).Reserve(1)),
            ["a hold that is gone"] = ("holds-have-live-orders", m => Bucket(m).Release(1)),
            ["a refusal while there was stock"] =
                ("nobody-undersold", m => m.Listings.History(FirstListing).Refuse(1, left: 1)),
            ["a lower limit"] =
                ("buyer-limits-hold", m => m.Listings[FirstListing] = new Listing(Limited(1))),
            ["a line that was returned"] = ("order-money-adds-up", m => Line(m, Paid).Return(1)),
            ["a line of other units"] = ("stock-adds-up", m => Line(m, Paid) = LineOf(units: 2, yuan: 100)),
            ["a line of another price"] =
                ("orders-have-lines", m => Line(m, Paid) = LineOf(units: 1, yuan: 99)),
            ["an order paid twice"] =
                ("order-money-adds-up", m => Live(m, Paid).Pay(Money.FromYuan(100), PaymentChannel.Bank)),
            ["an order paid before it is"] =
                ("order-money-adds-up", m => Live(m, Placed).Pay(Money.FromFen(1), PaymentChannel.Bank)),
            ["an order settled without money"] = ("order-money-adds-up", Confirm),
            ["an order in the place of another"] =
                ("orders-exist-once", m => Live(m, Placed) = Live(m, Paid)),
            ["an id that leads elsewhere"] = ("orders-exist-once", m => Lead(m, Placed)),
            ["an id without an order"] = ("orders-exist-once", m => Lead(m, Checkout(99).Order(0))),
            ["an ended order without lines"] =
                ("orders-have-lines", m => m.Orders.EndedAt(0) = new EndedOrder(Live(m, Paid), 0, 0)),
            ["an ended order with more money"] =
                ("escrow-equals-orders", m => m.Orders.EndedAt(1).NoteLatePayment(
                    Money.FromFen(1), m.Orders.EndedAt(1).Channel)),
            ["an order that forgot who paid its deposit"] = ("refunds-reach-their-payers", ForgetDeposit),
            ["a refund to another channel"] = ("refunds-reach-their-payers", m => m.Accounts.MustMove(
                new Movement(
                    MovementKind.Loan, BankOf(PaymentChannel.Bank), BankOf(PaymentChannel.Credit),
                    Money.FromFen(1)))),
            ["a policy with a number out of its range"] = ("policies-follow-each-other", m =>
                ((DatedPolicy[])m.Policies.Policies)[0] = new DatedPolicy(
                    DateTimeOffset.MinValue,
                    new Policy { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromDays(-1) } })),
            ["a balance that nobody put in"] = ("refunds-reach-their-payers", m => m.Accounts.MustMove(
                new Movement(
                    MovementKind.Loan, AccountId.Lender, new AccountId(AccountKind.Buyer),
                    Money.FromFen(1)))),
            ["money in escrow for no order"] = ("escrow-equals-orders", PayForNothing),
            ["payments forgotten"] = ("escrow-equals-orders", m => Forget(m, MovementKind.Payment)),
            ["releases forgotten"] = ("escrow-equals-orders", m => Forget(m, MovementKind.Release)),
            ["refunds forgotten"] = ("escrow-equals-orders", m => Forget(m, MovementKind.Refund)),
            ["money from nowhere"] = ("money-is-conserved", m => Single(m)[BankRow] = default),
            ["an account below zero"] = ("no-account-overdrawn", Overdraw),
            ["a deposit that was not paid"] =
                ("deposits-agree", m => m.Stores[FirstStore].PaySecurity(Money.FromFen(1))),
            ["a store that there is not"] =
                ("sellers-have-their-stores", m => m.Sellers.Add(new SellerId(9), new StoreId(7))),
            ["a store of another seller"] =
                ("sellers-have-their-stores", m => Kept<IDictionary>(m.Sellers, "_storesOf").Clear()),
            ["a store hidden for no case"] =
                ("penalties-have-cases", m => m.Stores[FirstStore].Hold(StoreMeasure.Hidden, default)),
            ["a point for a store"] = ("reputation-equals-recount", m => Point(m, "_stores", row: 0)),
            ["a point for a buyer"] = ("reputation-equals-recount", m => Point(m, "_buyers", row: 7)),
            ["a rating in a category"] = ("reputation-equals-recount", RateCategory),
            ["an act that is gone"] = (
                "trail-has-no-gaps", m => Kept<List<TrailEntry>>(m.Trail, "_entries").RemoveAt(0)),
            ["an act that nobody signed"] = ("trail-has-no-gaps", Unsign),
            ["a verdict lost"] = ("verdicts-have-orders", m => Verdict(m, 0) = Verdict(m, 1)),
            ["a verdict on what nobody got"] = ("verdicts-have-orders", m => Verdict(m, 0) = OnPaid(m)),
        };

    private const int BankRow = (int)PaymentChannel.QuickPay;

    /// <summary>A market with orders in many states, alive and ended, and ratings.</summary>
    public static Market Lived()
    {
        var market = Market(Limited(9), kind: MarketKind.Consumer);
        market.Order(OrderStatus.Rated);
        market.AdvanceTo(Noon.AddDays(30)); // it ends
        PayByTwo(market);
        market.Order(OrderStatus.Paid, number: 1);
        market.Order(OrderStatus.Placed, number: 2);
        market.Order(OrderStatus.Placed, number: 3);
        market.StepOrder(Checkout(3).Order(0), OrderStep.Cancel);
        market.RateBuyer(market.Order(OrderStatus.Rated, number: 4), CreditRating.Good);
        market.Refund(market.Order(OrderStatus.Paid, number: 5, units: 2), 0, 1);
        market.Do(new StepStore(FirstStore, StoreStep.Suspend, By: Ops));
        market.Do(new StepStore(FirstStore, StoreStep.Reinstate, By: Ops));
        return market;
    }

    // ¥30 by bank, ¥70 on credit.
    private static void PayByTwo(Market market)
    {
        var presale = new Presale(Money.FromYuan(30), Noon.AddDays(31), Noon.AddDays(40));
        market.Publish(new ListingId(1), Terms() with { Presale = presale });
        market.Place(Split.Checkout, Fixtures.Line(listing: 1));
        market.Pay(Split.Checkout, PaymentChannel.Bank);
        market.AdvanceTo(presale.BalanceFrom);
        Assert.Equal(PayResult.Paid, market.PayBalance(Split.Checkout, PaymentChannel.Credit).Result);
    }

    private static void Unsign(MarketState market)
    {
        var acts = Kept<List<TrailEntry>>(market.Trail, "_entries");
        acts[0] = acts[0] with { Trace = acts[0].Trace with { By = default } };
    }

    private static void ForgetDeposit(MarketState market) =>
        Live(market, Split) = Order.Of(Live(market, Split).Facts with { DepositChannel = 0 });

    private static AccountId BankOf(PaymentChannel channel) => AccountId.Payer(channel, default);

    private static ListingTerms Limited(int unitsPerBuyer) => Terms(stock: 20, unitsPerBuyer: unitsPerBuyer);

    private static ref Stock Bucket(MarketState market) => ref market.Listings.Stock(FirstListing)[0];

    private static ref Order Live(MarketState market, OrderId id) =>
        ref market.Orders.Live(market.Orders.Find(id).Row);

    private static ref OrderLine Line(MarketState market, OrderId id) =>
        ref market.Orders.Lines(market.Orders.Find(id).Row)[0];

    private static OrderLine LineOf(int units, int yuan) => new(
        FirstListing, units, Money.FromYuan(100), Money.FromYuan(yuan), 0, HoldMode.AtOrder);

    private static ref FlashSale.Engine.Verdict Verdict(MarketState market, int row) =>
        ref Unsafe.AsRef(in market.Reputation.VerdictAt(row));

    private static FlashSale.Engine.Verdict OnPaid(MarketState market)
    {
        var good = new SideRating(RatedSide.Store, CreditRating.Good, default);
        MarketEvent.OfRating(
            good, Live(market, Paid), [Line(market, Paid)], market.Now, isByTime: false, out var rated);
        return new(rated, Live(market, Paid).Escrow.Paid, default);
    }

    private static void SellOne(ref Stock stock)
    {
        stock.Reserve(1);
        stock.Commit(1);
    }

    private static void Confirm(MarketState market)
    {
        Live(market, Paid).Take(OrderStep.Ship, market.Now);
        Live(market, Paid).Take(OrderStep.Confirm, market.Now);
    }

    private static void Lead(MarketState market, OrderId id) => Kept<LongIndex>(market.Orders, "_index")
        .Set(id.Packed, OrderPlace.OfLive(market.Orders.Find(Paid).Row));

    private static void PayForNothing(MarketState market) => market.Accounts.MustMove(
        new Movement(MovementKind.BuyerTopUp, AccountId.Bank, AccountId.Escrow, Money.FromFen(1)));

    // The bank may overdraw; here its movement takes the money from the platform's row.
    private static void Overdraw(MarketState market)
    {
        var rows = Single(market);
        var row = Enumerable.Range(0, rows.Length).First(at => at != BankRow && rows[at].Balance.IsPositive);
        var more = rows[row].Balance + Money.FromYuan(1_000);
        var movement = new Movement(MovementKind.Loan, AccountId.Bank, AccountId.Bank, more);
        Account.Move(movement, ref rows[row], ref rows[BankRow]);
    }

    private static void Point(MarketState market, string table, int row) =>
        Kept<Table<Credit>>(market.Reputation, table)[row].Add(CreditRating.Good, CreditDecision.Counts);

    private static void RateCategory(MarketState market) =>
        Kept<StoreRating[]>(market.Reputation, "_categories")[0].Add(
            Stars(), market.Now, market.Policy.Reputation);

    private static Account[] Single(MarketState market) => Kept<Account[]>(market.Accounts, "_single");

    private static void Forget(MarketState market, MovementKind kind) =>
        Kept<MovementTotal[]>(market.Accounts, "_totals")[(int)kind] = default;

    private static T Kept<T>(object book, string field) => (T)book.GetType()
        .GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(book)!;
}
