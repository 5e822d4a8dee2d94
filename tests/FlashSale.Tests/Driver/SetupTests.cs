using FlashSale.Driver;
using FlashSale.Simulator;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

// A market is made ready for a load over the API alone, and asked for its audit afterwards.
public sealed class SetupTests
{
    private static readonly Scenario Small = Scenario.FromFacts(new FestivalFacts
    {
        Year = 2016,
        GmvYuan = 120.7e9,
        AverageOrderYuan = 183.7,
        PeakOrdersPerSecond = 175_000,
    }) with
    { Scale = 0.000_01 };

    [Fact]
    public async Task An_empty_market_is_filled_once_and_stocked_for_the_load()
    {
        await using var host = await ApiHost.Start();
        using var desk = new ApiDesk(AddressOf(host));
        var setup = new MarketSetup(desk, Small);

        var listings = await setup.Prepare(orders: 1_000_000, CancellationToken.None);
        var again = await setup.Prepare(orders: 0, CancellationToken.None);

        Assert.Equal(OpeningMarket.Of(Small).ListingCount, listings.Count);
        Assert.Equal(listings, again);
        var most = listings.MaxBy(one => one.Weight);
        var stock = (await host.Engine.Marketplace.FindListing(most.Id))!.Stock;
        Assert.True(stock.ForSale > 1_000_000 * most.Weight / listings.Sum(one => one.Weight));
        Assert.True((await desk.AuditAfterwards(CancellationToken.None))!.Passed);
    }

    [Fact]
    public async Task Its_stores_give_the_coupons_of_the_scenario() // CRT-2
    {
        var campaign = new CouponCampaign { StoreShare = 0.5, FromYuan = 100, OffYuan = 30 };
        var scenario = Small with { Catalogue = Small.Catalogue with { Coupons = [campaign] } };
        await using var host = await ApiHost.Start();
        using var desk = new ApiDesk(AddressOf(host));

        await new MarketSetup(desk, scenario).Prepare(orders: 0, CancellationToken.None);

        var given = OpeningMarket.Of(scenario).Coupons().ToDictionary(one => one.Id, one => one.Coupon);
        Assert.InRange(given.Count, 50, 150);
        Assert.Equal(
            Enumerable.Range(0, 200).Select(store => given.GetValueOrDefault(new StoreId(store))),
            await host.Engine.Ask(market => Enumerable.Range(0, 200)
                .Select(store => market.View.CouponOf(new StoreId(store))).ToList()));
    }

    [Fact]
    public async Task A_market_that_is_gone_has_failed_its_audit()
    {
        using var desk = new ApiDesk(ApiAddress.Parse("http://127.0.0.1:1")!);

        var audit = await desk.AuditAfterwards(CancellationToken.None);

        Assert.Contains("cannot reach", Assert.Single(audit!.Checks).Finding, StringComparison.Ordinal);
        Assert.False(audit.Passed);
    }

    private static ApiAddress AddressOf(ApiHost host) =>
        ApiAddress.Parse(host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))!;
}
