using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlashSale.Benchmarks;

/// <summary>The market that is measured: its stores, its listings, and who orders what.</summary>
/// <remarks>
/// 1,000 brand stores with 10 listings each and a million buyers. Order number n is of one unit; its buyer
/// and its listing are spread over all of them, so that neighbouring orders share no row.
/// </remarks>
internal static class Shop
{
    public const int Stores = 1_000;
    public const int Listings = 10_000;

    private const int BuyerBits = 20;
    private const int BuyerStride = 0x7_79B1; // odd, so that neighbours are far apart and none is left out

    /// <summary>When the market opens: midnight of 11 November 2020 in China.</summary>
    public static readonly DateTimeOffset Midnight = new(2020, 11, 10, 16, 0, 0, TimeSpan.Zero);

    private static readonly Money Price = Money.FromYuan(99);

    /// <summary>
    /// The rule book's numbers, but with an admission limit that does not bind (rule CAP-1): its default is
    /// the very rate that is measured.
    /// </summary>
    public static Policy Policy { get; } = new()
    {
        Admission = new() { RequestsPerSecond = AdmissionPolicy.RequestsPerSecondMax },
    };

    /// <summary>The steps that open the shop.</summary>
    public static IEnumerable<Step> Opening =>
        Enumerable.Range(0, Stores).Select(store => new Step(StepKind.OpenStore, store))
            .Concat(Enumerable.Range(0, Listings).Select(listing => new Step(StepKind.Publish, listing)));

    /// <summary>A market with the shop open.</summary>
    public static Market Open()
    {
        var market = new Market(Policy);
        market.AdvanceTo(Midnight);
        foreach (var step in Opening)
        {
            Invariant.Holds(step.CarryOut(market), "the shop opens");
        }

        return market;
    }

    /// <summary>A store that opens at once.</summary>
    public static StoreApplication Store(int number) => StoreApplication.Paid(
        new StoreId(number),
        new SellerId(number),
        MarketKind.Brand,
        string.Create(CultureInfo.InvariantCulture, $"Store {number}"),
        Policy.Stores);

    /// <summary>A listing with more stock than any measurement sells.</summary>
    public static ListingTerms Terms(int number) => new()
    {
        Store = new StoreId(number % Stores),
        Title = string.Create(CultureInfo.InvariantCulture, $"Listing {number}"),
        Category = new CategoryId((byte)(number % Policy.Categories.Count)),
        Price = Price,
        Stock = Limits.StockMax,
    };

    /// <summary>Money for a buyer.</summary>
    public static Transfer TopUp(int buyer) =>
        new(buyer, MovementKind.BuyerTopUp, default, new BuyerId(buyer), Price);

    /// <summary>The checkout of an order.</summary>
    public static CheckoutId Checkout(int order)
    {
        var buyer = unchecked(order * BuyerStride) & ((1 << BuyerBits) - 1);
        return new CheckoutId(new BuyerId(buyer), order >> BuyerBits);
    }

    /// <summary>What is ordered.</summary>
    /// <remarks>Written at once where it is used: a copy costs as much as a part of the checkout.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CartLine Line(int order)
    {
        var mixed = unchecked((uint)order * 0x9E37_79B1u);
        return new CartLine(new ListingId((int)((ulong)mixed * Listings >> 32)), 1, Price);
    }
}
