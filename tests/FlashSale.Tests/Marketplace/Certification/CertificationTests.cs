using static FlashSale.Marketplace.ApplicationStatus;

namespace FlashSale.Tests.Certifications;

// IDN-1, IDN-2, IDN-3: the checks of one store, one after the other.
public sealed class CertificationTests
{
    private static readonly DateTimeOffset Noon = new(2013, 7, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly CertificationPolicy Policy = new();
    private static readonly IdentityId Identity = IdentityId.OfDocument("110101199003070017");

    [Fact]
    public void A_store_is_certified_when_it_has_passed_all_checks_each_after_its_delay()
    {
        var store = Applied();
        var now = Noon;
        foreach (var (check, hours) in new[] { (IdNumber, 1), (Remittance, 24), (Photo, 24) })
        {
            Assert.Equal(CertificationResult.Done, store.HandIn(check, now, Policy));
            Assert.Equal(now.AddHours(hours), store.ReadyAt);
            Assert.Equal(CertificationResult.TooEarly, store.Decide(
                check, CheckVerdict.Pass, now.AddHours(hours).AddMilliseconds(-1), Policy));
            now = now.AddHours(hours);
            Assert.Equal(CertificationResult.Done, store.Decide(check, CheckVerdict.Pass, now, Policy));
        }

        Assert.Equal((Certified, CertificateClass.A), (store.Status, store.Certificate));
        // Again.
        Assert.Equal(CertificationResult.Done, store.Decide(IdNumber, CheckVerdict.Pass, now, Policy));
        Assert.Equal(CertificationResult.WrongStatus, store.Decide(OnSite, CheckVerdict.Pass, now, Policy));
    }

    [Fact]
    public void Where_counterfeits_concentrate_somebody_looks_at_the_place() // IDN-2
    {
        var store = Applied(needsPlace: true);
        PassTo(ref store, Photo);
        Assert.Equal((OnSite, CertificateClass.None), (store.Status, store.Certificate));

        Assert.Equal(CertificationResult.Done, store.HandIn(OnSite, Noon, Policy));
        Assert.Equal(Noon.AddDays(7), store.ReadyAt);
        store.Decide(OnSite, CheckVerdict.Pass, Noon.AddDays(7), Policy);
        Assert.Equal((Certified, CertificateClass.A), (store.Status, store.Certificate));
    }

    [Fact]
    public void A_seller_hands_in_again_three_times_and_then_the_application_is_refused()
    {
        var store = Applied();
        for (var time = 0; time <= Policy.RetriesMax; time++)
        {
            Assert.True(ApplicationLifecycle.IsOpen(store.Status));
            Assert.Equal(CertificationResult.Done, store.HandIn(IdNumber, Noon, Policy));
            Assert.Equal(CertificationResult.Done, store.Decide(
                IdNumber, CheckVerdict.Fail, Noon.AddHours(1), Policy));
            Assert.Equal(CertificationResult.Done, store.Decide(
                IdNumber, CheckVerdict.Fail, Noon.AddHours(1), Policy)); // again
        }

        Assert.Equal(Refused, store.Status);
        Assert.Equal(CertificationResult.WrongStatus, store.HandIn(IdNumber, Noon, Policy));
        // Once more.
        Assert.Equal(CertificationResult.Done, store.Apply(Identity, CertificateClass.A, false, Noon));
    }

    [Fact]
    public void Whoever_decides_may_refuse_the_whole_at_any_check_and_need_not_wait()
    {
        var store = Applied();
        store.HandIn(IdNumber, Noon, Policy);

        Assert.Equal(CertificationResult.Done, store.Decide(IdNumber, CheckVerdict.Refuse, Noon, Policy));
        Assert.Equal(Refused, store.Status);
        Assert.Equal(
            CertificationResult.Done, store.Decide(IdNumber, CheckVerdict.Refuse, Noon, Policy)); // again
    }

    [Fact]
    public void The_second_certificate_is_for_those_who_have_the_first() // IDN-3
    {
        var store = default(Certification);
        Assert.Equal(CertificationResult.WrongStatus, store.Apply(Identity, CertificateClass.B, false, Noon));
        store = Applied();
        PassTo(ref store, Photo);

        Assert.Equal(CertificationResult.WrongStatus, store.Apply(Identity, CertificateClass.A, false, Noon));
        Assert.Equal(CertificationResult.Done, store.Apply(Identity, CertificateClass.B, false, Noon));
        Assert.Equal((Submitted, CertificateClass.A), (store.Status, store.Certificate));
        PassTo(ref store, Photo);
        Assert.Equal(CertificateClass.B, store.Certificate);
    }

    [Fact]
    public void A_summoned_store_misses_its_certificate_and_no_summons_gives_more_time() // IDN-3
    {
        var store = default(Certification);
        Assert.True(store.Summon(Noon));
        Assert.False(store.Summon(Noon.AddDays(1)));

        Assert.False(store.IsMissingAt(Noon.AddMilliseconds(-1)));
        Assert.True(store.IsMissingAt(Noon));
        store.Apply(Identity, CertificateClass.A, false, Noon);
        PassTo(ref store, Photo);
        Assert.False(store.IsMissingAt(Noon));
    }

    [Fact]
    public void An_application_that_was_given_up_may_be_made_again()
    {
        var store = Applied();
        store.HandIn(IdNumber, Noon, Policy);

        Assert.Equal(CertificationResult.Done, store.Withdraw());
        Assert.Equal(CertificationResult.Done, store.Withdraw()); // again
        Assert.Null(store.ReadyAt);
        Assert.Equal(CertificationResult.Done, store.Apply(Identity, CertificateClass.A, false, Noon));
    }

    [Fact]
    public void What_a_store_keeps_is_built_again_from_its_facts()
    {
        var store = Applied(needsPlace: true);
        store.Summon(Noon.AddDays(30));
        store.HandIn(IdNumber, Noon, Policy);
        store.Decide(IdNumber, CheckVerdict.Fail, Noon.AddHours(1), Policy);

        Assert.Equal(store.Facts, Certification.Of(store.Facts).Facts);
        Assert.Throws<ArgumentException>(() =>
            Certification.Of(store.Facts with { Certificate = CertificateClass.B, Status = Certified }));
    }

    [Fact]
    public void A_penalty_and_a_missing_certificate_end_each_by_itself() // IDN-3, TRU-6
    {
        var policies = PolicyTimeline.Of(new Policy
        {
            Stores = new StorePolicy { ConsumerDeposit = Money.Zero },
        });
        var certification = default(Certification);
        certification.Summon(Noon);
        var store = Store.Apply(
            new SellerId(1), MarketKind.Consumer, DepositTier.Low, policies.At(Noon).Stores);
        store.Take(StoreStep.Open);
        var before = store.Hold(StoreMeasure.Hidden, default);

        Assert.False(store.Certify(certification, Noon, policies));
        Assert.Equal(SuspensionCause.Penalty, store.SuspendedFor);
        store.Hold(StoreMeasure.None, before);
        Assert.True(store.Certify(certification, Noon, policies));
        Assert.Equal(SuspensionCause.Certificate, store.SuspendedFor);
        before = store.Hold(StoreMeasure.Suspended, default);
        certification = Applied();
        PassTo(ref certification, Photo);
        Assert.False(store.Certify(certification, Noon, policies));
        store.Hold(StoreMeasure.None, before);
        Assert.Equal(SuspensionCause.Certificate, store.SuspendedFor);
        Assert.True(store.Certify(certification, Noon, policies));
        Assert.Equal((StoreStatus.Open, default(SuspensionCause)), (store.Status, store.SuspendedFor));
    }

    [Fact]
    public void The_share_of_the_second_certificate_is_counted_of_consumer_stores_that_are_not_closed()
    {
        Assert.True(CertificationProcess.IsShareReached(7, 10, Policy));
        Assert.False(CertificationProcess.IsShareReached(6, 9, Policy));
        Assert.True(CertificationProcess.IsShareReached(0, 0, Policy));
        var consumer = Store.Apply(new SellerId(1), MarketKind.Consumer, DepositTier.Low, new StorePolicy());
        var brand = Store.Apply(new SellerId(1), MarketKind.Brand, DepositTier.Low, new StorePolicy());
        Assert.Equal((true, false), CertificationProcess.Share(consumer, default));
        Assert.False(CertificationProcess.Share(brand, default).Counts);
        Assert.False(CertificationProcess.Share(default, default).Counts);
    }

    [Theory]
    [InlineData("1101 0119-900307001x", "110101199003070 01X")]
    [InlineData("a", "A")]
    public void The_same_number_is_the_same_identity_however_it_is_written(string one, string other)
    {
        Assert.Equal(IdentityId.OfDocument(one), IdentityId.OfDocument(other));
        Assert.NotEqual(IdentityId.OfDocument(one), IdentityId.OfAccount(one));
        Assert.True(IdentityId.OfDevice(one).IsSound);
    }

    [Fact]
    public void A_hash_stays_what_it_is_for_it_is_stored()
    {
        Assert.Equal("i1936448054850598902", IdentityId.OfDocument("110101199003070017").ToString());
        Assert.Equal(Identity, IdentityId.Parse(Identity.ToString()));
        Assert.All(["", "i", "i0", "x1", "i-1", "1"], text => Assert.Null(IdentityId.Parse(text)));
    }

    private static Certification Applied(bool needsPlace = false)
    {
        var store = default(Certification);
        Assert.Equal(CertificationResult.Done, store.Apply(Identity, CertificateClass.A, needsPlace, Noon));
        return store;
    }

    private static void PassTo(ref Certification store, ApplicationStatus last)
    {
        for (var check = IdNumber; check <= last; check++)
        {
            Assert.Equal(CertificationResult.Done, store.HandIn(check, Noon, Policy));
            Assert.Equal(
                CertificationResult.Done, store.Decide(check, CheckVerdict.Pass, Noon.AddDays(9), Policy));
        }
    }
}
