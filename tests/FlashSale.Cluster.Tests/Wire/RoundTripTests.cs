using FlashSale.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Cluster.Tests;

public sealed class RoundTripTests
{
    private static readonly DateTimeOffset Noon = WireSamples.Order.PlacedAt.AddHours(12).AddTicks(1);

    [Fact]
    public void Any_amount_arrives() => ArriveAll(AnyValue.Money);

    [Fact]
    public void Any_id_arrives()
    {
        ArriveAll(AnyValue.OrderId);
        ArriveAll(AnyValue.Number.Select(number => new BuyerId(number)));
        ArriveAll(AnyValue.Number.Select(number => new SellerId(number)));
        ArriveAll(AnyValue.Number.Select(number => new StoreId(number)));
        ArriveAll(AnyValue.Number.Select(number => new ListingId(-number)));
        ArriveAll(Gen.Choose(0, 255).Select(number => new CategoryId((byte)number)));
        ArriveAll(
            from kind in Gen.Choose(1, 8)
            from owner in AnyValue.Number
            select new AccountId((AccountKind)kind, owner));
    }

    [Fact]
    public void Any_cart_line_arrives() => ArriveAll(AnyValue.CartLine);

    [Fact]
    public void The_lines_of_a_checkout_arrive_also_when_they_are_a_part_of_an_array() =>
        AnyHistory.Holds(AnyValue.CartLine, lines =>
        {
            var part = lines.ToArray().AsMemory(lines.Count / 2);
            Assert.Equal(part.ToArray(), WireFormat.Sent<ReadOnlyMemory<CartLine>>(part).ToArray());
        });

    [Fact]
    public void Any_line_of_an_order_arrives() => ArriveAll(AnyValue.OrderLine);

    [Fact]
    public void An_order_arrives_wherever_it_is_in_its_life() => AnyHistory.Holds(OrderCourse.Any, course =>
        Assert.All(new[]
        {
            WireSamples.Terms,
            WireSamples.Terms with { Deposit = Money.Zero },
            WireSamples.Terms with { HasNoVerdicts = true },
        }, terms =>
        {
            var order = OrderCourse.After(terms, course);
            Assert.Equal(order, WireFormat.Sent(order));
        }));

    [Fact]
    public void Any_rating_arrives() => ArriveAll(AnyValue.Rating);

    [Fact]
    public void No_rating_arrives_as_none() => Arrives(default(Rating));

    [Fact]
    public void Sums_of_any_ratings_arrive() => AnyHistory.Holds(AnyValue.Rating, ratings =>
    {
        var sums = default(RatingSums);
        var credit = default(Credit);
        foreach (var rating in ratings)
        {
            sums.Add(rating);
            credit.Add(rating.Credit, CreditDecision.Counts);
        }

        Arrives(sums);
        Arrives(credit);
    });

    [Fact]
    public void Listings_of_any_terms_arrive() => AnyHistory.Holds(AnyValue.Terms, all =>
        Assert.All(all, terms =>
        {
            Assert.Null(terms.Problem());
            Arrives(new Listing(terms));
        }), histories: 30);

    [Fact]
    public void A_row_that_is_no_store_or_no_listing_arrives_as_none()
    {
        Arrives(default(Store));
        Arrives(default(Listing));
    }

    [Fact]
    public void What_grains_ask_each_other_arrives()
    {
        Arrives(new Coupon(Money.FromFen(1), Money.FromFen(2)));
        Arrives(new Transfer(1, MovementKind.Loan, new StoreId(2), new BuyerId(3), Money.FromFen(4)));
    }

    [Fact]
    public void What_the_market_answers_arrives()
    {
        Arrives(Answer.Of(new CheckoutAnswer(CheckoutResult.Throttled, 1, Money.FromFen(2), 3, Noon)));
        Arrives(Answer.Of(CheckoutAnswer.Refused(CheckoutResult.SoldOut, 4)));
        Arrives(Answer.Of(new PayAnswer(PayResult.PaidInPart, Money.FromFen(5))));
        Arrives(Answer.Of(RateResult.TooLate));
    }

    [Fact]
    public void What_readers_see_arrives()
    {
        var (credit, ratings) = (Credit.Of(1, 2, 3, 4), WireSamples.Ratings);
        var (listing, totals) = (WireSamples.PresaleListing, new StockTotals(20, 9, 8, 3, 4));
        var store = new StoreView(
            new StoreId(9), "店", WireSamples.Store, credit, ratings, Money.FromFen(5));
        var seller = new SellerView(new SellerId(3), [store], HasMore: true);
        Arrives(store);
        Assert.Equal([store], WireFormat.Sent(seller).Stores);
        Assert.Equal(seller, WireFormat.Sent(seller) with { Stores = seller.Stores });
        Arrives(new ListingView(new ListingId(5), "衣", listing, Money.FromFen(6), totals));
        Arrives(new ListingView(
            new ListingId(5), "衣", listing, Money.FromFen(6), totals,
            ListingAttributes.Parse("颜色:红")!.Value));
        var view = WireFormat.Sent(WireSamples.OrderView);
        Assert.Equal(WireSamples.OrderView.Lines, view.Lines);
        Assert.Equal(WireSamples.OrderView, view with { Lines = WireSamples.OrderView.Lines });
        Assert.Null(WireFormat.Sent<OrderView?>(null));
        var file = new CaseFileView(
            new SellerId(3), [WireSamples.Case], [new StorePoints(new StoreId(1), 2, 3, StoreMeasure.Hidden)],
            [new ListingComplaints(new ListingId(4), 5)], 6, IsFlagged: true, IsBarred: false);
        var seen = WireFormat.Sent(file);
        Assert.Equal(file.Cases, seen.Cases);
        Assert.Equal(file.Stores, seen.Stores);
        Assert.Equal(file.Listings, seen.Listings);
        Assert.Equal(file, seen with { Cases = file.Cases, Stores = file.Stores, Listings = file.Listings });
    }

    [Fact, Trait("cluster", "LST-1")]
    public void Damaged_attributes_of_a_message_are_refused_with_what_they_are_of()
    {
        var red = ListingAttributes.Parse("colour:red")!.Value;
        IsRefused("The view of listing l5", new ListingView(
            new ListingId(5), "衣", WireSamples.PresaleListing, Money.FromFen(6), default, red));
        IsRefused("A search", new SearchQuery { Attributes = red });

        static void IsRefused<T>(string place, T value)
        {
            var bytes = WireFormat.Serializer.SerializeToArray(value);
            bytes[bytes.AsSpan().IndexOf("colour:red"u8) + "colour".Length] = (byte)'=';
            var refusal = Assert.Throws<InvalidDataException>(
                () => WireFormat.Serializer.Deserialize<T>(bytes));
            Assert.StartsWith($"{place}: «colour=red»", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_an_audit_found_arrives()
    {
        AuditCheck[] checks = [new("money-kept", "ESC-2", true, 5, "five"), new("none", "", false, 0, "")];

        Assert.Equal(checks, WireFormat.Sent(new AuditReport([.. checks])).Checks);
    }

    [Fact]
    public void What_grains_keep_arrives()
    {
        Arrives(WireSamples.Store);
        Arrives(new PairCredit(new BuyerId(1), new StoreId(2), ushort.MaxValue, 255, 4));
        Arrives(new ListingCredit(new BuyerId(1), new ListingId(2), 3, 4));
        Arrives(new RatingDay(1, 2, 3, 4, 5, 6));
        Assert.Equal(WireSamples.Flips, WireFormat.Sent(WireSamples.Flips));
        Arrives(WireSamples.Case);
        Arrives(WireSamples.Case with { HasTakenDown = true });
        Arrives(WireSamples.AppealedCase);
        Arrives(WireSamples.Complaint);
        Arrives(new CaseId(new SellerId(1), 2));
        Assert.Equal(
            WireSamples.Certification.Facts, WireFormat.Sent(WireSamples.Certification).Facts);
        Assert.True(WireFormat.Sent(default(Certification)).IsEmpty);
        Arrives(new IdentityLinks(IdentityListing.White, IsLinkBarred: true));
        Arrives(new IdentityId(long.MaxValue));
        Arrives(WireSamples.Publication);
        Arrives(WireSamples.Publication with { ProvisionalAt = null });
        Arrives(new CatalogueBrand(true, Money.FromFen(300)));
        Arrives(new ReviewPool(1, 2, true));
        Arrives(WireSamples.Act);
        Arrives(WireSamples.WatchDay);
        Arrives(WireSamples.Alert);
        Arrives(new TurnoverDay(Money.FromFen(7), new StoreId(9), 17_846));
        Arrives(new StoreHold(new StoreId(1), 2));
        Arrives(WireSamples.TrailAct);
        Arrives(default(Signature));
        Arrives(new Signature("op-7", ""));
    }

    [Fact]
    public void An_answer_that_could_not_be_given_arrives_as_what_it_is()
    {
        var busy = WireFormat.Sent<Exception>(new MarketBusyException(TimeSpan.FromMilliseconds(250)));
        var halted = WireFormat.Sent<Exception>(
            new MarketHaltedException("the disk is full", new IOException("no space")));

        Assert.Equal(TimeSpan.FromMilliseconds(250), Assert.IsType<MarketBusyException>(busy).RetryAfter);
        Assert.Equal("the disk is full", Assert.IsType<MarketHaltedException>(halted).Message);
    }

    private static void Arrives<T>(T value) => Assert.Equal(value, WireFormat.Sent(value));

    private static void ArriveAll<T>(Gen<T> any) => AnyHistory.Holds(any, values =>
    {
        T[] array = [.. values];
        Assert.Equal(array, WireFormat.Sent(array));
        Assert.All(array, Arrives);
    }, histories: 50);
}
