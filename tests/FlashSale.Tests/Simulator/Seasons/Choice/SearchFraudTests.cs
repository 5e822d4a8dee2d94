using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons.Choice;

/// <summary>Sellers who cheat in search, and what the index does about it.</summary>
public sealed class SearchFraudTests
{
    // Half of the sellers are professional cheats, so that a small season has some of each kind.
    private static readonly SeasonScenario Cheating = SmallSeason.Scenario with
    {
        Sellers = new SellerHabits { Types = [0.5, 0, 0, 0.5] },
        Choice = new() { Frauds = new() },
    };

    private static readonly Season Played = SmallSeason.Run(Cheating);
    private static readonly SeasonResult Result = Played.Finish(SmallSeason.Stamp);

    [Fact, Trait("simulator", "SRC-2")]
    public void Who_cheats_is_found_out_and_punished_since_July_2010_only()
    {
        var before = SmallSeason.ResultOf(Cheating with
        {
            Policy = [new PolicySetting("search.mode", "delisting")],
        });

        var (now, then) = (Result.Summary.Choice!.Frauds!, before.Summary.Choice!.Frauds!);
        Assert.InRange(now.StoresShare, 0.35, 0.65);
        Assert.Equal(now.StoresShare, then.StoresShare, 1);
        Assert.True(now.Found > 10, $"{now.Found} found");
        Assert.Equal(0, then.Found);
        Assert.True(
            now.FirstPageShare < then.FirstPageShare, $"{now.FirstPageShare} of {then.FirstPageShare}");
        Assert.True(now.Gain > 0 && now.Gain < then.Gain);
        Assert.Equal(
            now.Found, Result.Days.Skip(10).Sum(day => day[SeasonMeasures.FraudsFound]));
        Assert.True(Result.Summary.Audit.Passed);
    }

    [Fact, Trait("simulator", "SRC-2")]
    public void Copies_are_the_same_goods_and_nothing_else_is()
    {
        var (market, copies) = (Played.Market, 0);
        var titles = new Dictionary<string, (Money Price, int Store)>(StringComparer.Ordinal);
        for (var listing = 0; listing < market.Listings; listing++)
        {
            var one = market.ListingView(new ListingId(listing))!;
            if (titles.TryGetValue(one.Title, out var first))
            {
                Assert.Equal(first, (one.Listing.Price, one.Listing.Store.Value));
                copies++;
            }

            titles[one.Title] = (one.Listing.Price, one.Listing.Store.Value);
        }

        Assert.True(copies >= 3, $"{copies} copies");
    }

    [Fact, Trait("simulator", "SRC-2")]
    public void Words_that_buyers_like_bring_a_title_nearer_to_them_and_the_goods_not()
    {
        var stuffed = Enumerable.Range(0, Played.Market.Listings)
            .Select(listing => Played.Market.ListingTitle(new ListingId(listing)))
            .Where(title => title.Contains(" hot", StringComparison.Ordinal)).ToList();
        var tastes = new BuyerTastes(Cheating.Seed, Cheating.Choice!.Segments);

        var (gained, count) = (0.0, 0);
        foreach (var title in stuffed)
        {
            var plain = title[..title.IndexOf(" hot", StringComparison.Ordinal)];
            for (var segment = 0; segment < tastes.Count; segment++)
            {
                gained += tastes[segment].Near(TasteVector.OfTitle(title))
                    - tastes[segment].Near(TasteVector.OfTitle(plain));
                count++;
            }
        }

        Assert.NotEmpty(stuffed);
        Assert.True(gained / count > 0.02, $"{gained / count}");
    }

    [Fact, Trait("simulator", "SRC-2")]
    public void Without_cheats_nobody_is_found_out()
    {
        var honest = SmallSeason.ResultOf(Cheating with
        {
            Sellers = new SellerHabits { Types = [1, 0, 0, 0] },
        });

        Assert.Equal(0, honest.Summary.Choice!.Frauds!.StoresShare);
        Assert.Equal(0, honest.Summary.Choice.Frauds.Found);
        Assert.Equal(0, honest.Summary.Choice.Frauds.FirstPageShare);
    }
}
