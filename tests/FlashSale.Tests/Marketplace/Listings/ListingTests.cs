using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Listings;

public sealed class ListingTests
{
    private static readonly Presale Kettles =
        new(Money.FromYuan(20), Midnight.AddHours(1), Midnight.AddHours(24));

    [Fact]
    public void A_listing_carries_what_its_seller_said_of_it() // LST-1
    {
        var listing = new Listing(Terms() with
        {
            Store = new StoreId(3),
            Category = new CategoryId(5),
            Brand = 7,
            UnitsPerBuyer = 2,
            Hold = HoldMode.AtPayment,
        });

        Assert.True(listing.Exists);
        Assert.Equal(
            (new StoreId(3), new CategoryId(5), 7, 2, HoldMode.AtPayment, Money.FromYuan(100)),
            (listing.Store, listing.Category, listing.Brand, listing.UnitsPerBuyer, listing.Hold,
                listing.Price));
        Assert.False(default(Listing).Exists);
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(0, 80)]
    [InlineData(59_999, 80)]
    [InlineData(60_000, 100)]
    public void The_festival_price_holds_in_its_window_only(int msAfterMidnight, int yuan) // LST-3
    {
        var listing = new Listing(Festival(80));
        var now = Midnight.AddMilliseconds(msAfterMidnight);

        Assert.Equal(Money.FromYuan(yuan), listing.PriceAt(now));
        Assert.Equal(yuan == 80, listing.IsFestivalAt(now));
    }

    [Fact]
    public void A_listing_without_a_festival_price_costs_the_same_at_any_time() // LST-3
    {
        var listing = new Listing(Terms());

        Assert.Equal(Money.FromYuan(100), listing.PriceAt(Midnight));
        Assert.False(listing.IsFestivalAt(Midnight));
        Assert.Equal(Money.Zero, listing.Deposit);
    }

    [Fact]
    public void A_presale_asks_for_a_deposit_now_and_the_balance_in_its_window() // LST-3
    {
        var listing = new Listing(Terms() with { Presale = Kettles });

        Assert.True(listing.IsPresale);
        Assert.Equal(Money.FromYuan(20), listing.Deposit);
        Assert.Equal((Kettles.BalanceFrom, Kettles.BalanceUntil), listing.BalanceWindow);
        Assert.Equal(Money.FromYuan(100), listing.PriceAt(Midnight.AddHours(2)));
    }

    [Theory]
    [InlineData(8_000, true)] // the festival price is the lowest that the usual one may become
    [InlineData(7_999, false)]
    [InlineData(1_000_000_000, true)]
    [InlineData(1_000_000_001, false)]
    public void A_new_price_stays_above_the_festival_price_and_within_limits(long fen, bool isAllowed)
    {
        var listing = new Listing(Festival(80)); // LST-3

        Assert.Equal(isAllowed, listing.Reprice(Money.FromFen(fen)));
        Assert.Equal(isAllowed ? fen : 10_000, listing.Price.Fen);
        Assert.Equal(Money.FromYuan(80), listing.PriceAt(Midnight));
    }

    [Theory]
    [InlineData(2_001, true)]
    [InlineData(2_000, false)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void A_new_price_stays_above_the_deposit_of_a_presale(long fen, bool isAllowed) // LST-3
    {
        var listing = new Listing(Terms() with { Presale = Kettles });

        Assert.Equal(isAllowed, listing.Reprice(Money.FromFen(fen)));
        Assert.Equal(Money.FromYuan(20), listing.Deposit);
    }

    [Fact]
    public void A_listing_is_not_made_of_terms_that_are_not_allowed() => // LST-1
        Assert.Throws<System.Diagnostics.UnreachableException>(
            () => new Listing(Terms() with { Stock = -1 }));

    private static ListingTerms Terms() => new()
    {
        Store = new StoreId(0),
        Category = new CategoryId(0),
        Price = Money.FromYuan(100),
        Stock = 10,
    };

    private static ListingTerms Festival(int yuan) => Terms() with
    {
        Festival = new FestivalPrice(Money.FromYuan(yuan), Midnight, Midnight.AddMinutes(1)),
    };
}
