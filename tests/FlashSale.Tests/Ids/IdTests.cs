namespace FlashSale.Tests.Ids;

public sealed class IdTests
{
    [Fact]
    public void An_order_id_is_read_back_from_its_text_and_from_its_bits()
    {
        var id = new CheckoutId(new BuyerId(17), 3).Order(5);

        Assert.Equal("b17-3.5", id.ToString());
        Assert.Equal(id, OrderId.Parse("b17-3.5"));
        Assert.Equal(id, OrderId.FromPacked(id.Packed));
        Assert.Equal((new BuyerId(17), 3, 5), (id.Buyer, id.Checkout.Number, id.Part));
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("b1-2")]
    [InlineData("b-1-2.0")]
    [InlineData("b1-2.120")]
    [InlineData("b1-16777216.0")]
    [InlineData("b2147483648-1.0")]
    [InlineData("x1-2.0")]
    [InlineData("b1.2-0")]
    public void A_text_that_is_no_order_id_is_refused(string text) => Assert.Null(OrderId.Parse(text));

    [Fact]
    public void Bits_that_are_no_order_id_are_refused()
    {
        Assert.Null(OrderId.FromPacked(-1));
        Assert.Null(OrderId.FromPacked(0xFF));
    }
}
