using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Cluster.Tests;

/// <summary>Any value of the market's types, limits and all.</summary>
internal static class AnyValue
{
    private static readonly DateTimeOffset Midnight = new(2018, 11, 11, 0, 0, 0, ChinaTime.Offset);

    /// <summary>Any number that an id, a count or a unit may be.</summary>
    public static Gen<int> Number { get; } = Gen.OneOf(
        Gen.Elements(0, 1, 127, 128, int.MaxValue), Gen.Choose(0, 300), Gen.Choose(0, int.MaxValue));

    /// <summary>Any amount of money.</summary>
    public static Gen<Money> Money { get; } = Gen.OneOf(
        Gen.Elements(0, 1, -1, long.MaxValue, long.MinValue),
        Number.Select(fen => (long)fen),
        Number.Select(fen => -1_000L * fen)).Select(FlashSale.Marketplace.Money.FromFen);

    /// <summary>Any price that a listing may have.</summary>
    public static Gen<Money> Price { get; } =
        Gen.Choose(1, (int)Limits.PriceYuanMax * 100).Select(fen => FlashSale.Marketplace.Money.FromFen(fen));

    /// <summary>Any text, also outside of Latin letters.</summary>
    public static Gen<string> Text { get; } =
        Gen.Elements("", "a", "羽绒服", "🧧 11.11", new string('x', Limits.NameLengthMax));

    /// <summary>Any moment around a festival, to the tick.</summary>
    public static Gen<DateTimeOffset> Moment { get; } =
        from seconds in Gen.Choose(-30_000_000, 30_000_000)
        from ticks in Gen.Choose(0, 9_999_999)
        select Midnight.AddSeconds(seconds).AddTicks(ticks);

    /// <summary>Any order's id.</summary>
    public static Gen<OrderId> OrderId { get; } =
        from buyer in Number
        from number in Gen.Choose(0, CheckoutId.NumberMax)
        from part in Gen.Choose(0, Limits.LinesPerCartMax - 1)
        select new CheckoutId(new BuyerId(buyer), number).Order(part);

    /// <summary>Any line of a cart, also one without sense.</summary>
    public static Gen<CartLine> CartLine { get; } =
        from listing in Number
        from units in Gen.Choose(-1, 10_000)
        from price in Money
        select new CartLine(new ListingId(listing), units, price);

    /// <summary>Any line of an order.</summary>
    public static Gen<OrderLine> OrderLine { get; } =
        from listing in Number
        from units in Gen.Choose(1, Limits.UnitsPerLineMax)
        from returned in Gen.Choose(0, units)
        from price in Price
        from percent in Gen.Choose(0, 100)
        from bucket in Gen.Choose(0, Limits.BucketsMax - 1)
        from hold in Gen.Elements(HoldMode.AtOrder, HoldMode.AtPayment)
        let toPay = (price * units).ShareRoundedDown(percent * 100)
        select FlashSale.Marketplace.OrderLine.Of(new(
            new ListingId(listing), units, returned, price, toPay, bucket, hold));

    /// <summary>Any rating.</summary>
    public static Gen<Rating> Rating { get; } =
        from credit in Gen.Elements(CreditRating.Good, CreditRating.Medium, CreditRating.Poor)
        from points in Gen.Choose(1, FlashSale.Marketplace.Rating.PointsMax).ArrayOf(4)
        select FlashSale.Marketplace.Rating.Of(credit, points[0], points[1], points[2], points[3])!.Value;

    /// <summary>Any terms that a listing can be published with.</summary>
    public static Gen<ListingTerms> Terms { get; } =
        from store in Number
        from title in Text
        from price in Price.Where(price => price.Fen > 1)
        from fen in Gen.Choose(1, (int)price.Fen - 1)
        let lower = FlashSale.Marketplace.Money.FromFen(fen)
        from start in Moment
        from minutes in Gen.Choose(1, 100_000)
        from kind in Gen.Choose(0, 2)
        from small in Gen.Choose(0, Limits.BucketsMax - 1)
        from stock in Gen.Choose(0, Limits.StockMax)
        select new ListingTerms
        {
            Store = new StoreId(store),
            Title = title,
            Category = new CategoryId((byte)small),
            Brand = store / 2,
            Price = price,
            Festival = kind == 1 ? new FestivalPrice(lower, start, start.AddMinutes(minutes)) : null,
            Presale = kind == 2 ? new Presale(lower, start, start.AddMinutes(minutes)) : null,
            UnitsPerBuyer = small,
            Hold = kind == 2 || small % 2 == 0 ? HoldMode.AtOrder : HoldMode.AtPayment,
            Stock = stock,
            Buckets = small + 1,
        };
}
