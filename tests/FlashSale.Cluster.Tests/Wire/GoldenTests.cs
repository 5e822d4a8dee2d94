namespace FlashSale.Cluster.Tests;

/// <summary>
/// Grain state of the previous version is read: bytes that a version has stored stay readable for ever.
/// </summary>
/// <remarks>
/// One file holds one value in hexadecimal digits. A member may be added with a new id and a new file beside
/// the old one; a file is never changed, or rows that are stored out there are lost.
/// </remarks>
public sealed class GoldenTests
{
    [Fact]
    public void Stored_cart_lines_are_read() => IsRead("cart-lines", WireSamples.CartLines);

    [Fact]
    public void Stored_orders_are_read() => IsRead("order", WireSamples.Order);

    [Fact]
    public void Stored_orders_that_were_paid_by_two_payments_are_read() =>
        IsRead("order-two-payments", WireSamples.OrderOfTwoPayments);

    [Fact]
    public void Stored_lines_of_orders_are_read() => IsRead("order-lines", WireSamples.OrderLines);

    [Fact]
    public void Stored_money_of_an_order_is_read() => IsRead("order-escrow", WireSamples.Order.Escrow);

    [Fact]
    public void Stored_ratings_are_read() => IsRead("rating", WireSamples.Order.Rating);

    [Fact]
    public void Stored_stores_are_read() => IsRead("store", WireSamples.Store);

    [Fact]
    public void Stored_listings_are_read()
    {
        IsRead("listing-festival", WireSamples.FestivalListing);
        IsRead("listing-presale", WireSamples.PresaleListing);
    }

    [Fact]
    public void Stored_ids_are_read()
    {
        IsRead("store-id", new StoreId(9));
        IsRead("order-id", WireSamples.Order.Id);
        IsRead("account-id", new AccountId(AccountKind.StoreDeposit, 9));
    }

    [Fact]
    public void Stored_money_and_coupons_are_read()
    {
        IsRead("money", Money.FromFen(-123_456_789_012));
        IsRead("coupon", new Coupon(Money.FromYuan(50), Money.FromYuan(300)));
    }

    [Fact]
    public void Stored_transfers_are_read() => IsRead("transfer", new Transfer(
        13, MovementKind.Compensation, new StoreId(9), new BuyerId(7), Money.FromFen(14)));

    [Fact]
    public void Stored_credit_is_read()
    {
        IsRead("credit", Credit.Of(-3, 4, 5, 6));
        IsRead("pair-credit", new PairCredit(new BuyerId(7), new StoreId(9), 24_226, 1, 2));
        IsRead("listing-credit", new ListingCredit(new BuyerId(7), new ListingId(5), 8, 10));
    }

    [Fact]
    public void Stored_sums_of_ratings_are_read()
    {
        IsRead("rating-sums", WireSamples.Ratings);
        IsRead("rating-day", new RatingDay(17_846, 10, 11, 22, 33, 44));
    }

    [Fact]
    public void Stored_switches_are_read() => IsRead("switch-flips", WireSamples.Flips);

    [Fact]
    public void A_value_that_was_stored_with_its_name_is_read_by_this_name() =>
        IsRead<object>("named-order", WireSamples.Order);

    private static void IsRead<T>(string name, T value)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", name + ".hex");
        var bytes = Convert.ToHexString(WireFormat.Serializer.SerializeToArray(value));
        Assert.True(File.Exists(path), $"Write {bytes} to Wire/Golden/{name}.hex.");
        var stored = Convert.FromHexString(File.ReadAllText(path).Trim());
        Assert.Equal(value, WireFormat.Serializer.Deserialize<T>(stored));
    }
}
