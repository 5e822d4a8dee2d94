using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Ids;

// Rule ORD-4: a repeated request is told from another one under the same id.
public sealed class FingerprintTests
{
    private static readonly CartLine Two = new(new ListingId(1), 2, Money.FromYuan(3));

    private static readonly CartLine One = new(new ListingId(2), 1, Money.FromYuan(3));

    private static readonly ListingTerms Kettle = new()
    {
        Store = new StoreId(1),
        Title = "A kettle",
        Category = new CategoryId(0),
        Price = Money.FromYuan(100),
        Stock = 10,
    };

    [Fact]
    public void The_same_lines_have_the_same_fingerprint_on_every_machine_and_in_every_version() =>
        Assert.Equal(0x6313FCD84DDAA4E0UL, Fingerprint.Of([Two, One]));

    [Fact]
    public void Any_other_lines_have_another_fingerprint()
    {
        CartLine[][] checkouts =
        [
            [Two, One],
            [One, Two],
            [Two],
            [One],
            [],
            [new(new ListingId(2), 1, Money.FromYuan(4))],
            [new(new ListingId(2), 2, Money.FromYuan(3))],
            [new(new ListingId(1), 1, Money.FromYuan(3))],
        ];

        Assert.Equal(checkouts.Length, checkouts.Select(lines => Fingerprint.Of(lines)).Distinct().Count());
    }

    [Fact]
    public void Any_other_terms_have_another_fingerprint()
    {
        var festival = new FestivalPrice(Money.FromYuan(20), Midnight, Midnight.AddDays(1));
        var presale = new Presale(Money.FromYuan(20), Midnight, Midnight.AddDays(1));
        ListingTerms[] terms =
        [
            Kettle,
            Kettle with { Store = new StoreId(2) },
            Kettle with { Title = "A  kettle" },
            Kettle with { Category = new CategoryId(1) },
            Kettle with { Brand = 1 },
            Kettle with { Attributes = ListingAttributes.Parse("colour:red")!.Value },
            Kettle with { Attributes = ListingAttributes.Parse("colour:blue")!.Value },
            Kettle with { Price = Money.FromYuan(101) },
            Kettle with { UnitsPerBuyer = 1 },
            Kettle with { Hold = HoldMode.AtPayment },
            Kettle with { Stock = 11 },
            Kettle with { Buckets = 2 },
            Kettle with { Festival = festival },
            Kettle with { Festival = festival with { From = festival.From.AddMilliseconds(1) } },
            Kettle with { Presale = presale },
            Kettle with { Presale = presale with { BalanceUntil = presale.BalanceUntil.AddMilliseconds(1) } },
        ];

        Assert.Equal(terms.Length, terms.Select(Fingerprint.Of).Distinct().Count());
        Assert.Equal(Fingerprint.Of(Kettle), Fingerprint.Of(Kettle with { }));
    }
}
