using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Listings;

// Rules LST-1, LST-3, INV-1, INV-3, INV-4
public sealed class ListingTermsTests
{
    private static readonly ListingTerms Kettle = new()
    {
        Store = new StoreId(0),
        Title = "A kettle",
        Category = new CategoryId(0),
        Price = Money.FromYuan(100),
        Stock = 10,
    };

    private static readonly FestivalPrice Cheap =
        new(Money.FromYuan(80), Midnight, Midnight.AddDays(1));

    private static readonly Presale Early =
        new(Money.FromYuan(20), Midnight, Midnight.AddDays(1));

    /// <summary>Names of terms that are just not allowed; before the colon, what is said of them.</summary>
    public static TheoryData<string> NotAllowed => [.. Bad.Keys];

    private static Dictionary<string, ListingTerms> Bad { get; } = new()
    {
        ["title: too long"] = Kettle with { Title = new string('x', Limits.NameLengthMax + 1) },
        ["title: half a letter"] = Kettle with { Title = "kettle \uD83E" },
        ["category: too high"] = Kettle with { Category = new CategoryId(Limits.CategoriesMax) },
        ["brand: negative"] = Kettle with { Brand = -1 },
        ["price: none"] = Kettle with { Price = Money.Zero },
        ["price: negative"] = Kettle with { Price = Money.FromFen(-1) },
        ["price: too high"] = Kettle with { Price = Money.FromFen((Limits.PriceYuanMax * 100) + 1) },
        ["festival price: none"] = Kettle with { Festival = Cheap with { Price = Money.Zero } },
        ["festival price: above"] = Kettle with { Festival = Cheap with { Price = Money.FromFen(10_001) } },
        ["festival window: empty"] = Kettle with { Festival = Cheap with { Until = Cheap.From } },
        ["festival window: within one millisecond"] = Kettle with
        {
            Festival = Cheap with { Until = Cheap.From.AddTicks(TimeSpan.TicksPerMillisecond - 1) },
        },
        ["presale deposit: none"] = Kettle with { Presale = Early with { Deposit = Money.Zero } },
        ["presale deposit: all"] = Kettle with { Presale = Early with { Deposit = Kettle.Price } },
        ["balance window: empty"] = Kettle with { Presale = Early with { BalanceUntil = Early.BalanceFrom } },
        ["a listing has a festival price or a presale: not both"] =
            Kettle with { Presale = Early, Festival = Cheap },
        ["a presale holds its units when the order is placed: not later"] =
            Kettle with { Presale = Early, Hold = HoldMode.AtPayment },
        ["units per buyer: negative"] = Kettle with { UnitsPerBuyer = -1 },
        ["units per buyer: too many"] = Kettle with { UnitsPerBuyer = Limits.UnitsPerLineMax + 1 },
        ["hold: no such mode"] = Kettle with { Hold = 0 },
        ["stock: negative"] = Kettle with { Stock = -1 },
        ["stock: too much"] = Kettle with { Stock = Limits.StockMax + 1 },
        ["buckets: none"] = Kettle with { Buckets = 0 },
        ["buckets: too many"] = Kettle with { Buckets = Limits.BucketsMax + 1 },
    };

    [Theory]
    [MemberData(nameof(NotAllowed))]
    public void Terms_outside_their_limits_are_refused_in_words(string name) =>
        Assert.StartsWith(name.Split(':')[0], Bad[name].Problem(), StringComparison.Ordinal);

    [Fact]
    public void Terms_at_their_limits_are_allowed()
    {
        ListingTerms[] allowed =
        [
            Kettle,
            Kettle with { Title = new string('x', Limits.NameLengthMax), Stock = 0 },
            Kettle with { Title = "kettle 🫖", Brand = int.MaxValue, Stock = Limits.StockMax },
            Kettle with { Category = new CategoryId(Limits.CategoriesMax - 1), Buckets = Limits.BucketsMax },
            Kettle with { Price = Money.FromFen(1), UnitsPerBuyer = Limits.UnitsPerLineMax },
            Kettle with { Price = Money.FromYuan(Limits.PriceYuanMax), Hold = HoldMode.AtPayment },
            Kettle with { Festival = Cheap with { Price = Kettle.Price } },
            Kettle with { Festival = Cheap with { From = DateTimeOffset.MinValue, Until = Midnight } },
            Kettle with { Presale = Early with { Deposit = Money.FromFen(1) } },
            Kettle with { Presale = Early with { Deposit = Money.FromFen(9_999) } },
        ];

        Assert.All(allowed, terms => Assert.Null(terms.Problem()));
    }
}
