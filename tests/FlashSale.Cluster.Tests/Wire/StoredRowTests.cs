using static FlashSale.Cluster.Tests.GoldenRow;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// Rows that the version of 21 November 2026 has stored are read: each file of Golden/rows is one of them.
/// </summary>
/// <remarks>
/// What was added since has its usual value in what is read. Files are never changed: a version whose rows
/// differ gets files of its own beside them.
/// </remarks>
public sealed class StoredRowTests
{
    private static readonly DateTimeOffset Moment =
        DateTimeOffset.FromUnixTimeMilliseconds(1_541_865_600_123);

    [Fact]
    public void Carts_and_checkouts_are_read()
    {
        IsRead("cart", new CartState { Lines = WireSamples.CartLines, EndedBelow = 17 });
        IsRead("checkout", new CheckoutRow
        {
            Orders =
            [
                new OrderRow
                {
                    Order = WireSamples.Order,
                    Lines = WireSamples.OrderLines,
                    HasEnded = true,
                    First = WireSamples.PresaleListing,
                    Seller = new SellerId(11),
                    IsLimited = [true, false],
                },
            ],
        });
        IsRead("buyer-units", new BuyerUnits(3));
        IsRead("verdicts", new VerdictState
        {
            Pairs = [new PairCredit(new BuyerId(7), new StoreId(9), 24_226, 1, 2)],
            Listings = [new ListingCredit(new BuyerId(7), new ListingId(5), 8, 10)],
        });
    }

    [Fact]
    public void Listings_and_their_stock_are_read()
    {
        IsRead("listing", new ListingState
        {
            Listing = WireSamples.FestivalListing,
            Title = "羽绒服 winter",
            Fingerprint = 0xFEDC_BA98_7654_3210,
            PutIn = 1_000,
            Stock = new StockState { PutIn = 900, Taken = 800, Refusals = 7 },
            Lent = [100, 200],
            Given = [3, 4],
        });
        IsRead("listing-attributes", new ListingState { Title = "羽绒服", Attributes = "colour:red" });
        IsRead("stock-bucket", new BucketState
        {
            Stock = new StockState { PutIn = 90, Taken = 80, Refusals = 6 },
            Lent = 100,
            Given = 10,
        });
        IsRead("hold", new HoldState { Held = 2, Returned = 1 });
    }

    [Fact, Trait("cluster", "LST-1")]
    public void Damaged_attributes_of_a_row_are_refused_with_their_listing()
    {
        var row = new ListingState { Listing = WireSamples.FestivalListing, Attributes = "colour=red" };

        var refusal = Assert.Throws<InvalidDataException>(
            () => row.ViewOf(new ListingId(7), Moment, default));

        Assert.StartsWith(
            "The row of listing l7: «colour=red»", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_and_movements_are_read()
    {
        IsRead("account", new AccountState
        {
            Balances = new() { [8] = 123, [17] = -4_567 },
            Totals = new() { [MovementKind.Payment] = new MovedSum(5, 60_001) },
            Open =
            [
                new OpenMove
                {
                    Order = new MoveOrder(
                        MovementId.Of(77, MovementKind.Release), 7, (1L << 32) + 9,
                        new MoneyLeg(
                            MovementKind.Release, AccountId.Escrow,
                            new AccountId(AccountKind.StoreDeposit, 9), Money.FromFen(50_000)),
                        new MoneyLeg(
                            MovementKind.Commission, AccountId.Escrow, new AccountId(AccountKind.Bank, 2),
                            Money.FromFen(2_500))),
                    Stage = MoveStage.Sent,
                },
            ],
        });
        IsRead("movement-halves", new HalvesState { What = [1, 258] });
        IsRead("transfer", new TransferState(0x0123_4567_89AB_CDEF));
    }

    [Fact]
    public void Stores_and_reputations_are_read()
    {
        IsRead("store", new StoreState
        {
            Store = WireSamples.Store,
            Name = "旗舰店",
            Coupon = new Coupon(Money.FromYuan(50), Money.FromYuan(300)),
            TermsVersion = 4,
            Pending = new Transfer(
                13, MovementKind.Compensation, new StoreId(9), new BuyerId(7), Money.FromFen(14)),
        });
        IsRead("store-signed", new StoreState // the first version with a trail
        {
            Name = "旗舰店",
            Pending = new Transfer(
                13, MovementKind.ViolationFee, new StoreId(9), new BuyerId(7), Money.FromFen(14)),
            PendingBy = new Signature("op-7", "假货"),
        });
        IsRead("store-untold", new StoreState { Name = "旗舰店", TermsVersion = 4, HasToTell = true });
        IsRead("store-certified", new StoreState // the first version with certificates
        {
            Name = "旗舰店",
            Store = WireSamples.Store,
            Certification = WireSamples.Certification,
        });
        IsRead("listed-identity", new ListedIdentity(IdentityListing.Black));
        IsRead("linked-identities", new LinkedIdentities([17, long.MaxValue]));
        IsRead("identity-acts", new IdentityActs([new KeyedRequest(new RequestId(7), 9)]));
        IsRead("store-listing", new StoreListing());
        IsRead("seller-store", new SellerStore()); // of the version of 30 November 2026
        IsRead("store-name", new StoreNameState(new StoreId(9)));
        IsRead("reputation", new ReputationState
        {
            Marks = new BatchMarks { Last = [1, 2, 3, 4, 5, 6, 7, 8] },
            Credit = Credit.Of(-3, 4, 5, 6),
            Days = [new RatingDay(17_846, 10, 11, 22, 33, 44)],
        });
    }

    [Fact]
    public void Events_and_what_counts_them_are_read()
    {
        IsRead("order-event", new OrderEvent
        {
            Kind = MarketEventKind.StoreRated,
            Order = WireSamples.Order.Id,
            Store = new StoreId(9),
            At = Moment,
            Amount = Money.FromFen(60_001),
            Credit = CreditRating.Good,
            Decision = CreditDecision.Counts,
            Rating = WireSamples.Order.Rating,
            Seller = new SellerId(11),
        });
        IsRead("event-feed", new FeedState { Number = 12, Keys = [(7, 1_024), (8, 2_048)] });
        IsRead("sales", new SalesState
        {
            Marks = new BatchMarks { Last = [8, 7, 6, 5, 4, 3, 2, 1] },
            Counts = [1, 2, 3, 4, 5, 6, 7],
            AmountsFen = [10, 20, 30, 40, 50, 60, 70],
        });
    }

    // Of the version of 30 November 2026, the first one with such rows.
    [Fact]
    public void States_that_Orleans_keeps_are_read() =>
        IsRead("grain-state", new GrainStateRow("seller/seller-sales/B", [1, 2, 3]));

    [Fact]
    public void The_festival_is_read() => IsRead("festival", new FestivalState(
        41, Moment, WireSamples.Flips,
        [new PhaseStart("rush", Moment), new PhaseStart("day", Moment)]));

    // Of the version of 30 November 2026, the first one whose policy can change.
    [Fact]
    public void The_policies_of_a_festival_are_read() =>
        IsRead("festival-policies", new FestivalState(42, null, [], [])
        {
            Policies = WireSamples.Policies,
            Requests = [new KeyedRequest(new RequestId(7), 9)],
        });

    // Of the first version with a trail.
    [Fact]
    public void Acts_of_operators_are_read()
    {
        IsRead("trail-entry", WireSamples.TrailAct);
        IsRead("festival-untold", new FestivalState(43, null, [], []) { Untold = WireSamples.TrailAct });
    }

    [Fact]
    public void An_old_count_of_sales_goes_on_with_kinds_of_events_that_it_did_not_know()
    {
        var sales = Read<SalesState>("sales");
        Assert.Equal(Money.FromFen(10), sales.BreakDown().Sales(sales.Figures).Paid);
        sales.Add(new EventBatch(0, 9,
        [
            new OrderEvent
            {
                Kind = MarketEventKind.DepositPaid,
                Order = WireSamples.Order.Id,
                Store = new StoreId(9),
                At = Moment,
                Amount = Money.FromFen(5),
                Guarded = Money.FromFen(5),
                Seller = new SellerId(11),
            },
        ]));

        Assert.Equal(1, sales.Figures.Totals.CountOf(MarketEventKind.DepositPaid));
        Assert.Equal(Money.FromFen(70), sales.Figures.Totals.AmountOf(MarketEventKind.Closed));
        Assert.Equal(9, sales.Marks.Last[0]);
        var whole = sales.BreakDown().Sales(sales.Figures);
        Assert.Equal((Money.FromFen(15), Money.FromFen(5)), (whole.Paid, whole.Escrow));
    }

    // Of the version of 30 November 2026, the first one with studies.
    [Fact]
    public void Studies_are_read() => IsRead("study", new StudyRow
    {
        Id = "ab12",
        Posted = new PostedStudy("pay-window", "c0de", "name: it", "seed: 1", TimeSpan.FromSeconds(9)),
        Stopped = "machines",
        SeenAt = Moment,
    });

    [Fact]
    public void Orders_of_studies_are_read() => IsRead("study-order", new StudyOrderRow("order"));

    [Fact]
    public void Runs_of_studies_are_read() => IsRead("study-run", new StudyRunRow
    {
        Key = "ab12",
        Seed = 3,
        Stage = RunStage.Ended,
        Silo = "silo-1",
        Losses = 2,
        IsAlone = true,
        End = Ended,
        EndNumber = 4,
    });

    [Fact]
    public void Runs_are_read() => IsRead("run", new RunKept
    {
        Silo = "silo-1",
        End = Ended,
        Summary = [1, 2, 3],
        TimelineBytes = 5,
        KeptAt = Moment,
    });

    [Fact]
    public void Timelines_of_runs_are_read() => IsRead("run-timeline", new TimelinePart("ab12", [1, 2, 3]));

    [Fact]
    public void Open_studies_are_read() => IsRead("open-studies", new OpenStudies { Ids = ["ab12", "cd34"] });

    private static EndedRun Ended => new("ab12", "outcome", "5a7e", true, true, false, 2.5, 1_000);
}
