using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// IDN-1 to IDN-4 on an engine.
public sealed class CertificationTests
{
    private static readonly Policy Must =
        new() { Certification = new CertificationPolicy { NewStoresMust = true } };

    [Fact, Trait("engine", "IDN-1"), Trait("engine", "IDN-3")]
    public void A_new_store_that_must_be_certified_sells_when_it_is()
    {
        var market = new Market(Must);
        market.AdvanceTo(Noon);
        market.Open(FirstStore);
        Assert.Equal(SuspensionCause.Certificate, StoreOf(market).SuspendedFor);
        Assert.Equal(ListingResult.StoreNotOpen, market.Publish(FirstListing, Terms()));
        Assert.Equal(StoreResult.NotCertified, market.StepStore(FirstStore, StoreStep.Reinstate));

        market.Certified(FirstStore);

        Assert.Equal(StoreStatus.Open, StoreOf(market).Status);
        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, Terms()));
        market.AssertSound();
    }

    [Fact, Trait("engine", "IDN-3")]
    public void A_summoned_store_is_hidden_after_its_time_until_it_is_certified()
    {
        var market = Market();
        Assert.Equal(CertificationResult.Done, market.Do(new SummonStore(FirstStore, By: Ops)));
        market.AdvanceTo(Noon.AddDays(30).AddMilliseconds(-1));
        Assert.Equal(StoreStatus.Open, StoreOf(market).Status);

        market.AdvanceTo(Noon.AddDays(30));

        Assert.Equal(StoreStatus.Suspended, StoreOf(market).Status);
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);
        market.Certified(FirstStore);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout()).Result);
        Assert.Equal(CertificationResult.WrongStatus, market.Do(new SummonStore(FirstStore, By: Ops)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "IDN-3")]
    public void A_store_that_was_certified_in_time_notices_nothing()
    {
        var market = Market();
        market.Do(new SummonStore(FirstStore));
        market.Certified(FirstStore);

        market.AdvanceTo(Noon.AddDays(60));

        Assert.Equal(StoreStatus.Open, StoreOf(market).Status);
        market.AssertSound();
    }

    [Fact, Trait("engine", "IDN-3"), Trait("engine", "STO-1"), Trait("engine", "STO-3")]
    public void A_certificate_lifts_no_other_suspension()
    {
        var market = Market();
        market.Do(new SummonStore(FirstStore));
        market.AdvanceTo(Noon.AddDays(30));
        market.StepStore(FirstStore, StoreStep.Suspend);

        market.Certified(FirstStore);

        Assert.Equal(SuspensionCause.Platform, StoreOf(market).SuspendedFor);
        Assert.Equal(StoreResult.Done, market.StepStore(FirstStore, StoreStep.Reinstate));
    }

    [Fact, Trait("engine", "IDN-3"), Trait("engine", "STO-3")]
    public void A_store_below_its_deposit_that_is_certified_late_waits_for_its_deposit()
    {
        var market = Market();
        market.Do(new SummonStore(FirstStore));
        market.AdvanceTo(Noon.AddDays(29));
        market.Move(new Transfer(
            1, MovementKind.ViolationFee, FirstStore, default, Money.FromYuan(990_000)));
        market.AdvanceTo(Noon.AddDays(50));
        Assert.Equal(SuspensionCause.Certificate, StoreOf(market).SuspendedFor);

        market.Certified(FirstStore);

        Assert.Equal(SuspensionCause.Deposit, StoreOf(market).SuspendedFor);
        market.AssertSound();
    }

    [Fact, Trait("engine", "IDN-4")]
    public void A_barred_identity_is_refused_for_another_store_too_by_what_is_seen_of_it()
    {
        var market = Market();
        market.Open(new StoreId(1));
        market.Open(new StoreId(2));
        Assert.Equal(CertificationResult.Done, market.Do(Application(FirstStore, "one", "bank", "phone")));
        Assert.Equal(CertificationResult.NoReason, market.Do(new ListIdentity(
            IdentityId.OfDocument("one"), IdentityListing.Black, By: new Signature("op-7", ""))));
        Bar(market, "one");

        Assert.Equal(CertificationResult.Barred, market.Do(Application(new StoreId(1), "one", "x", "y")));
        Assert.Equal(CertificationResult.Barred, market.Do(Application(new StoreId(1), "two", "bank", "y")));
        Assert.Equal(CertificationResult.Barred, market.Do(Application(new StoreId(1), "two", "x", "phone")));
        Assert.Equal(CertificationResult.Done, market.Do(Application(new StoreId(1), "two", "x", "y")));

        market.Do(new ListIdentity(IdentityId.OfDocument("one"), IdentityListing.None, By: Ops));
        Assert.Equal(CertificationResult.Done, market.Do(Application(new StoreId(2), "two", "bank", "y")));
        Assert.Equal(["list-identity black", "list-identity none"], market.View.TrailBefore(null).Reverse()
            .Select(act => $"{Words.Of(act.What)} {act.Trace.Detail}")); // IDN-5
        market.AssertSound();
    }

    [Fact, Trait("engine", "IDN-2")]
    public void Only_a_trusted_identity_needs_nobody_at_its_place_where_others_do()
    {
        var market = Market(policy: new Policy
        {
            Certification = new CertificationPolicy { OnSiteRegions = [3] },
        });
        foreach (var store in Enumerable.Range(1, 3))
        {
            market.Open(new StoreId(store));
        }

        market.Do(new ListIdentity(IdentityId.OfDocument("kept"), IdentityListing.White, By: Ops));
        market.Do(Application(new StoreId(1), "one", "a", "b") with { Region = new RegionId(3) });
        market.Do(Application(new StoreId(2), "kept", "c", "d") with { Region = new RegionId(3) });
        market.Do(Application(new StoreId(3), "three", "e", "f") with { Region = new RegionId(4) });

        Assert.Equal(
            [true, false, false],
            Enumerable.Range(1, 3).Select(store => market.View.Certification(new StoreId(store)).NeedsPlace));
    }

    [Fact, Trait("engine", "IDN-3")]
    public void The_second_certificate_opens_when_so_many_consumer_stores_have_the_first()
    {
        var market = Market(); // a brand store does not count
        for (var store = 1; store <= 4; store++)
        {
            market.Open(new StoreId(store), MarketKind.Consumer);
        }

        market.Certified(new StoreId(1));
        market.Certified(new StoreId(2));
        var second = Application(new StoreId(1), "1", "1", "1") with { Asked = CertificateClass.B };
        Assert.Equal(CertificationResult.ShareNotReached, market.Do(second));
        market.Certified(new StoreId(3));
        Assert.Equal(CertificationResult.Done, market.Do(second));
        market.AssertSound();
    }

    [Fact]
    public void Certificates_and_lists_are_in_a_snapshot_and_nothing_of_them_is_without_any()
    {
        var (market, none) = (Market(), Market());
        market.Do(new SummonStore(FirstStore));
        market.Do(Application(FirstStore, "one", "a", "b"));
        market.Do(new HandIn(FirstStore, ApplicationStatus.IdNumber));
        Bar(market, "two");
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;

        var again = FlashSale.Engine.Market.Load(new StateReader(stream), market.Policy);

        Assert.Equal(market.StateHash(), again.StateHash());
        Assert.Equal(market.View.Certification(FirstStore).Facts, again.View.Certification(FirstStore).Facts);
        again.Open(new StoreId(1));
        Assert.Equal(CertificationResult.Barred, again.Do(Application(new StoreId(1), "two", "x", "y")));
        Assert.True(none.State.Certifications.IsEmpty && none.State.Identities.IsEmpty);
    }

    [Fact]
    public void Open_applications_are_found_page_by_page()
    {
        var market = Market();
        for (var store = 1; store <= 5; store++)
        {
            market.Open(new StoreId(store));
            market.Do(Application(new StoreId(store), $"{store}", $"{store}", $"{store}"));
        }

        market.Do(new WithdrawApplication(new StoreId(2)));
        var page = MarketPages.Applications(market.View, default, max: 2);
        Assert.Equal([1, 3], page.Stores.Select(store => store.Id.Value));
        var rest = MarketPages.Applications(market.View, page.Next!.Value, max: 9);
        Assert.Equal([4, 5], rest.Stores.Select(store => store.Id.Value));
    }

    private static Store StoreOf(Market market) => market.View.Store(FirstStore)!.Value;

    private static ApplyForCertificate Application(
        StoreId store, string who, string account, string device) =>
        Certificates.Application(store, who, account, device);

    private static void Bar(Market market, string who) => Assert.Equal(
        CertificationResult.Done,
        market.Do(new ListIdentity(IdentityId.OfDocument(who), IdentityListing.Black, By: Ops)));
}
