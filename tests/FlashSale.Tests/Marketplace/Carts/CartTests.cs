namespace FlashSale.Tests.Carts;

// Rule CRT-1
public sealed class CartTests
{
    [Fact]
    public void A_cart_has_one_line_a_listing()
    {
        CartLine[] lines = [Line(4), Line(2), Line(9)];

        Assert.Equal(1, Cart.Find(lines, new ListingId(2)));
        Assert.Equal(-1, Cart.Find(lines, new ListingId(3)));
    }

    [Fact]
    public void The_last_line_takes_the_place_of_one_that_is_removed()
    {
        CartLine[] lines = [Line(4), Line(2), Line(9)];

        Assert.Equal(2, Cart.RemoveAt(lines, 0));
        Assert.Equal([Line(9), Line(2), default], lines);
        Assert.Equal(1, Cart.RemoveAt(lines.AsSpan(0, 2), 1));
        Assert.Equal([Line(9), default, default], lines);
    }

    [Theory]
    [InlineData(0, 1, 1, true)]
    [InlineData(int.MaxValue, Limits.UnitsPerLineMax, Limits.PriceYuanMax * 100, true)]
    [InlineData(-1, 1, 1, false)]
    [InlineData(0, 0, 1, false)]
    [InlineData(0, -1, 1, false)]
    [InlineData(0, Limits.UnitsPerLineMax + 1, 1, false)]
    [InlineData(0, 1, 0, false)]
    [InlineData(0, 1, -1, false)]
    [InlineData(0, 1, (Limits.PriceYuanMax * 100) + 1, false)]
    public void A_line_names_a_listing_a_number_of_units_and_a_price(
        int listing, int units, long fen, bool isSound) =>
        Assert.Equal(isSound, new CartLine(new ListingId(listing), units, Money.FromFen(fen)).IsSound);

    [Fact]
    public void A_line_gives_back_what_it_was_made_of()
    {
        var line = new CartLine(new ListingId(5), 3, Money.FromFen(199));

        Assert.Equal((new ListingId(5), 3, Money.FromFen(199)), (line.Listing, line.Units, line.PriceSeen));
    }

    private static CartLine Line(int listing) => new(new ListingId(listing), 1, Money.FromYuan(1));
}
