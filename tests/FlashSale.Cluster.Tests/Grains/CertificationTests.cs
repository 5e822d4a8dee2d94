using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

// IDN-1 to IDN-4 on a cluster, and whatever fails in between.
public sealed class CertificationTests
{
    private static readonly Signature Ops = Fixtures.Ops;

    [Fact, Trait("cluster", "IDN-1"), Trait("cluster", "IDN-3")]
    public async Task A_summoned_store_sells_no_more_after_its_time_until_it_is_certified()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port);
        Assert.Equal(CertificationResult.Done, await market.Port.SummonStore(Shop.Store, by: Ops));
        await market.SetTime(History.Beginning.AddDays(30));
        var late = await Shop.Order(market.Port, Fixtures.Checkout());
        Assert.Equal(CheckoutResult.NotForSale, late.Result);

        await Certify(market, Shop.Store);

        var placed = await Shop.Order(market.Port, Fixtures.Checkout(number: 1));
        Assert.Equal(CheckoutResult.Placed, placed.Result);
        var view = await market.Port.FindStore(Shop.Store);
        Assert.Equal(CertificateClass.A, view!.Certification.Certificate);
        await Shop.AuditPasses(market.Port);
    }

    [Fact, Trait("cluster", "IDN-2"), Trait("cluster", "IDN-4")]
    public async Task A_barred_identity_is_refused_for_another_store_after_a_restart_too()
    {
        var rows = new MemoryRowStore();
        await using (var before = await TestMarket.Start(rows: rows))
        {
            await Shop.Open(before.Port, stores: 2);
            Assert.Equal(CertificationResult.Done, await Apply(before.Port, 0, "one", "bank", "phone"));
            Assert.Equal(CertificationResult.Done, await before.Port.ListIdentity(
                IdentityId.OfDocument("one"), IdentityListing.Black, by: Ops));
        }

        await using var market = await TestMarket.Start(rows: rows);

        Assert.Equal(CertificationResult.Barred, await Apply(market.Port, 1, "two", "bank", "other"));
        Assert.Equal(CertificationResult.Barred, await Apply(market.Port, 1, "one", "x", "y"));
        Assert.Equal(CertificationResult.Done, await market.Port.ListIdentity(
            IdentityId.OfDocument("one"), IdentityListing.None, by: Ops));
        Assert.Equal(CertificationResult.Done, await Apply(market.Port, 1, "two", "bank", "other"));
        var open = await market.Browser.FindApplications(default, 10);
        Assert.Equal([0, 1], open.Stores.Select(store => store.Id.Value));
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public Task An_application_that_is_cut_off_anywhere_is_there_or_is_not() => EachCutOff.Of(new CutOffStory
    {
        StepsMin = 4,
        MustBeCut = ["call IIdentityGrain.LinksOf", "call IIdentityGrain.Link", "write IdentityLink"],
        Prepare = async (market, order) => await market.Port.OpenStore(
            Fixtures.Application(new StoreId(order.Buyer.Value))),
        Act = async (port, order) => Assert.Equal(
            CertificationResult.Done,
            await Apply(port, order.Buyer.Value, $"{order}", $"{order}", $"{order}")),
        Picture = async (port, order) => Say(await port.FindStore(new StoreId(order.Buyer.Value))),
    });

    [Fact]
    public Task A_last_verdict_that_is_cut_off_certifies_or_does_not() => EachCutOff.Of(new CutOffStory
    {
        Policy = new Policy { Certification = new CertificationPolicy { NewStoresMust = true } },
        StepsMin = 1,
        Prepare = async (market, order) =>
        {
            var store = new StoreId(order.Buyer.Value);
            await market.Port.OpenStore(Fixtures.Application(store));
            await Certify(market, store, last: false);
        },
        Act = async (port, order) => Assert.Equal(CertificationResult.Done, await port.DecideCheck(
            new StoreId(order.Buyer.Value), ApplicationStatus.Photo, CheckVerdict.Pass, by: Ops)),
        Picture = async (port, order) => Say(await port.FindStore(new StoreId(order.Buyer.Value))),
    });

    private static string Say(StoreView? view) =>
        $"{view!.Store.Status} {view.Store.SuspendedFor} "
        + $"{view.Certification.Status} {view.Certification.Certificate}";

    private static ValueTask<CertificationResult> Apply(
        IMarketplace port, int store, string who, string account, string device) =>
        port.Apply(Certificates.Application(new StoreId(store), who, account, device));

    private static async Task Certify(TestMarket market, StoreId store, bool last = true)
    {
        var name = $"{store}";
        Assert.Equal(CertificationResult.Done, await Apply(market.Port, store.Value, name, name, name));
        foreach (var check in Certificates.Checks)
        {
            Assert.Equal(CertificationResult.Done, await market.Port.HandIn(store, check));
            await market.SetTime(market.Clock.Now.AddDays(1));
            if (last || check != ApplicationStatus.Photo)
            {
                Assert.Equal(CertificationResult.Done, await market.Port.DecideCheck(
                    store, check, CheckVerdict.Pass, by: Ops));
            }
        }
    }
}
