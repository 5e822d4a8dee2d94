using FsCheck;
using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Reputation;

// Rule REP-2
public sealed class CreditLedgerTests
{
    private static readonly ReputationPolicy Numbers = Rules.Reputation;

    private static readonly Gen<Verdict> AnyVerdict =
        from kind in Gen.Choose(0, 19)
        from buyer in Gen.Choose(0, 3)
        from listing in Gen.Choose(0, 39)
        from fen in Gen.Choose(90, 300)
        from seconds in Gen.Choose(0, 100_000)
        select new Verdict(
            kind % 3 == 0 ? RatedSide.Buyer : RatedSide.Store,
            kind < 15 ? CreditRating.Good : kind < 18 ? CreditRating.Poor : CreditRating.Medium,
            buyer,
            listing,
            Money.FromFen(fen),
            TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Two_friends_cannot_trade_more_than_six_points_a_month()
    {
        var ledger = new CreditLedger();
        var counted = Enumerable.Range(0, 10)
            .Count(listing => Buy(ledger, listing, Midnight) == CreditDecision.Counts);
        var december = new DateTimeOffset(2018, 12, 1, 0, 0, 0, ChinaTime.Offset);

        Assert.Equal(6, counted);
        Assert.Equal(CreditDecision.PairCapReached, Buy(ledger, 10, december.AddSeconds(-1)));
        Assert.Equal(CreditDecision.Counts, Buy(ledger, 10, december));
    }

    [Fact]
    public void What_the_store_got_leaves_what_the_buyer_gets_untouched()
    {
        var ledger = new CreditLedger();
        Buy(ledger, listing: 1, Midnight);

        Assert.Equal(CreditDecision.ListingCountedAlready, Buy(ledger, listing: 1, Midnight));
        Assert.Equal(CreditDecision.Counts, Buy(ledger, listing: 1, Midnight, RatedSide.Buyer));
    }

    [Fact]
    public void Any_history_gives_the_decisions_of_a_recount() => AnyHistory.Holds(AnyVerdict, history =>
    {
        var (ledger, recount, now) = (new CreditLedger(partitionBits: 2), new CreditRecount(), Midnight);
        foreach (var verdict in history)
        {
            now += verdict.After;
            Assert.Equal(recount.Record(verdict, now), Record(ledger, verdict, now));
        }
    });

    [Fact]
    public void A_ledger_that_is_cleaned_or_built_again_decides_as_before() =>
        AnyHistory.Holds(AnyVerdict, history =>
        {
            var (kept, changing, now) = (new CreditLedger(0), new CreditLedger(2), Midnight);
            foreach (var verdict in history)
            {
                now += verdict.After;
                Assert.Equal(Record(kept, verdict, now), Record(changing, verdict, now));
                if (verdict.Listing % 10 == 0)
                {
                    changing.DropExpired(verdict.Buyer, now, Numbers);
                }
                else if (verdict.Listing % 10 == 1)
                {
                    changing = BuildAgain(BuildAgain(changing, verdict.Buyer, now), 2, now);
                }
            }

            var (left, right) = (BuildAgain(kept, 0, now), BuildAgain(changing, 0, now));
            Assert.Equal(left.PairsOf(0, now, Numbers), right.PairsOf(0, now, Numbers));
            Assert.Equal(left.ListingsOf(0, now, Numbers), right.ListingsOf(0, now, Numbers));
        });

    [Fact]
    public void Expired_rows_make_room_for_new_ones()
    {
        var (ledger, largest) = (new CreditLedger(partitionBits: 0), 0L);
        for (var buyer = 0; buyer < 24_000; buyer++)
        {
            Record(ledger, One(buyer, listing: 1), Midnight.AddMonths(buyer / 1_000));
            largest = Math.Max(largest, ledger.Count);
        }

        Assert.InRange(largest, 2_000, 6_000);
        ledger.DropExpired(0, Midnight.AddMonths(30), Numbers);
        Assert.Equal((0, 0), (ledger.Count, ledger.Bytes));
    }

    private static Verdict One(int buyer, int listing, RatedSide side = RatedSide.Store) =>
        new(side, CreditRating.Good, buyer, listing, Money.FromYuan(10), TimeSpan.Zero);

    private static CreditDecision Buy(
        CreditLedger ledger, int listing, DateTimeOffset now, RatedSide side = RatedSide.Store) =>
        Record(ledger, One(buyer: 1, listing, side), now);

    private static CreditDecision Record(CreditLedger ledger, Verdict verdict, DateTimeOffset now) =>
        ledger.Record(
            verdict.Side, verdict.Rating, new BuyerId(verdict.Buyer), new StoreId(verdict.Store),
            new ListingId(verdict.Listing), verdict.Paid, now, Numbers);

    private static CreditLedger BuildAgain(CreditLedger ledger, int partitionBits, DateTimeOffset now)
    {
        var again = new CreditLedger(partitionBits);
        for (var partition = 0; partition < ledger.Partitions; partition++)
        {
            var pairs = ledger.PairsOf(partition, now, Numbers);
            again.Restore(pairs, ledger.ListingsOf(partition, now, Numbers), now, Numbers);
        }

        return again;
    }
}
