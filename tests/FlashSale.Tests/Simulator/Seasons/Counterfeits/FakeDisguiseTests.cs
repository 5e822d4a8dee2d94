using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons.Counterfeits;

/// <summary>Fakes that look like fakes, and fakes that do not (rules TRU-1, TRU-2).</summary>
public sealed class FakeDisguiseTests
{
    private static readonly SignHabits Signs = new();

    [Fact]
    public void Who_copies_text_and_pictures_looks_as_the_genuine_goods_do()
    {
        var look = new GoodsLook(seed: 1, Signs);

        foreach (var listing in Enumerable.Range(0, 100))
        {
            var genuine = look.Of(listing, ListingTruth.Genuine, isCopied: false, day: 3);
            var plain = look.Of(listing, ListingTruth.CloseFake, isCopied: false, day: 3);
            var copied = look.Of(listing, ListingTruth.CloseFake, isCopied: true, day: 3);
            Assert.Equal(genuine.Look + Signs.LookGap, plain.Look, 9);
            Assert.Equal(genuine.Look, copied.Look, 9);
            Assert.Equal(plain.PriceRatio, copied.PriceRatio);
        }
    }

    [Fact]
    public void Professionals_hide_more_often_and_who_hides_sells_no_cheap_fakes()
    {
        var season = Season.Create(SmallSeason.Scenario with
        {
            Season = SmallSeason.Scenario.Season with { Stores = 2_000, BuyersPerStore = 1 },
            Sellers = new SellerHabits { Types = [0.25, 0.25, 0.25, 0.25] },
        });
        var habits = new FakeSellerHabits { OpportunistsHideShare = 0.2, ProfessionalsHideShare = 0.6 };
        var disguise = new FakeDisguise(season.Stage, habits);

        Assert.Equal(1, ShareOf(SellerType.Careless));
        Assert.Equal(0.2, ShareOf(SellerType.Opportunist), 0.06);
        Assert.Equal(0.6, ShareOf(SellerType.Professional), 0.06);
        Assert.DoesNotContain(
            Enumerable.Range(0, 2_000), store => disguise.IsGood(store) && disguise.IsCheap(store));

        double ShareOf(SellerType type) => Enumerable.Range(0, 2_000)
            .Where(store => season.Stage.Stores.OwnerAt(season.Stage.Stores[store].Owner).Type == type)
            .Average(store => disguise.IsGood(store) ? 1.0 : 0);
    }
}
