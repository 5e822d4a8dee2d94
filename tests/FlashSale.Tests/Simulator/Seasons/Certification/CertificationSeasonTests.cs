using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>New sellers must be certified before they sell (rules IDN-1 to IDN-4; MODELS M1).</summary>
public sealed class CertificationSeasonTests
{
    private const int SaveDay = 33;

    private static readonly SeasonScenario Asked = SmallSeason.Scenario with
    {
        Name = "asked",
        Season = SmallSeason.Scenario.Season with { Days = 80, Stores = 100 },
        Sellers = new SellerHabits { Types = [0.6, 0.1, 0.2, 0.1], OpeningsPerDay = 0.03 },
        Counterfeits = new CounterfeitHabits
        {
            Enforcement = new EnforcementHabits { TestsPerStoreYear = 3 },
        },
        Certification = new CertificationHabits { OnSite = PlaceChecks.Flagged },
    };

    private static readonly Season Played = SmallSeason.Run(Asked);
    private static readonly SeasonResult Result = Played.Finish(SmallSeason.Stamp);

    // Nobody hides fakes: more are found, and come back.
    private static CounterfeitHabits Unhidden => Asked.Counterfeits! with
    {
        Sellers = new FakeSellerHabits { OpportunistsHideShare = 0, ProfessionalsHideShare = 0 },
    };

    private static CertifiedSellers Sellers => Played.Parts.Certification!.Sellers;

    private static SeasonResult ResultOf(Func<CertificationHabits, CertificationHabits> change) =>
        SmallSeason.ResultOf(Asked with { Certification = change(Asked.Certification!) });

    [Fact]
    [Trait("simulator", "IDN-1")]
    [Trait("simulator", "IDN-2")]
    [Trait("simulator", "IDN-4")]
    public void Sellers_apply_are_checked_give_up_are_kept_out_and_barred()
    {
        var all = SeasonRow.Of(Result.Days);
        Assert.All(
            [
                CertificationMeasures.StoresAsked, CertificationMeasures.Applications,
                CertificationMeasures.Certificates, CertificationMeasures.CertificationCost,
                CertificationMeasures.IdentitiesBought, CertificationMeasures.CheatsKeptOut,
                CertificationMeasures.HonestGaveUp, CertificationMeasures.OwnersBarred,
                CertificationMeasures.DeliveredYoung,
                CertificationMeasures.DeliveredOld, CertificationMeasures.CheatedOld,
            ],
            measure => Assert.True(all[measure] > 0, $"{measure.Column} is 0"));
        Assert.True(Result.Summary.Audit.Passed, string.Join("; ",
            Result.Summary.Audit.Checks.Where(check => !check.Passed).Select(check => check.Finding)));
    }

    [Fact]
    [Trait("simulator", "IDN-3")]
    public void Who_is_asked_sells_nothing_before_the_certificate_and_the_market_says_so()
    {
        var waiting = 0;
        for (var store = Asked.Season.Stores; store < Sellers.Count; store++)
        {
            var known = Played.Market.Store(new StoreId(store))!.Value;
            var certificate = Played.Market.Certification(new StoreId(store)).Certificate;
            Assert.Equal(Sellers[store].CertifiedMs > 0, certificate != CertificateClass.None);
            if (certificate == CertificateClass.None)
            {
                waiting++;
                Assert.NotEqual(StoreStatus.Open, known.Status);
                Assert.Null(Played.Market.Listing(new ListingId(store * Asked.Season.ListingsPerStore)));
            }
        }

        Assert.True(waiting > 10);
    }

    // A professional who comes back needs a new name each time; an opportunist has but one. Here opportunists
    // have nothing to lose, and the first fake closes a store.
    [Fact]
    [Trait("simulator", "IDN-4")]
    public void Nobody_is_certified_under_a_barred_identity()
    {
        var season = Season.Create(Asked with
        {
            Certification = new CertificationHabits
            {
                Sellers = new ApplicantHabits { LossFactor = 0, ReturnsShare = 1, WorthYuan = 100_000 },
            },
            Counterfeits = Unhidden,
            Policy =
            [
                new PolicySetting("trust.warningsFirst", "0"), new PolicySetting("trust.minorPoints", "48"),
            ],
        });
        var (sellers, listed, tried, back) = (
            season.Parts.Certification!.Sellers, new Dictionary<int, int>(), 0, 0);
        for (var day = 0; day < Asked.Season.WarmUpDays + Asked.Season.Days; day++)
        {
            season.RunUntil(day); // the day before is over
            for (var store = 0; store < sellers.Count; store++)
            {
                var owner = season.Market.Store(new StoreId(store))!.Value.Owner.Value;
                var person = sellers.Persons.PersonOf(owner);
                var isLater = sellers[store].CertifiedMs > 0 && listed.TryGetValue(person, out var since)
                    && sellers[store].CertifiedMs >= since * SeasonDay.Ms;
                Assert.False(isLater && sellers.TypeOf(store) == SellerType.Opportunist);
                back += isLater && person != owner ? 1 : 0;
                if (sellers.Persons.IsListed(owner))
                {
                    tried += listed.TryAdd(person, day) ? 0 : person != owner ? 1 : 0;
                }
            }
        }

        season.RunToEnd();
        Assert.True(tried > 0);
        Assert.True(back > 0);
        Assert.True(season.Finish(SmallSeason.Stamp).Days.Sum(
            day => day[CertificationMeasures.ApplicationsBarred]) > 0);
    }

    [Fact]
    public void Fewer_young_stores_cheat_where_all_must_be_certified()
    {
        var none = ResultOf(habits => habits with { NewSellers = 0, OnSite = PlaceChecks.None });

        Assert.True(none.Summary.Certification!.CheatingYoung > 0.05);
        Assert.True(
            Result.Summary.Certification!.CheatingYoung < none.Summary.Certification.CheatingYoung / 2);
        Assert.Equal(0, none.Summary.Certification.CertifiedShare);
    }

    [Fact]
    public void Professionals_look_for_the_gap_where_not_all_are_asked()
    {
        var season = SmallSeason.Run(Asked with
        {
            Certification = Asked.Certification! with { NewSellers = 0.5 },
        });
        var sellers = season.Parts.Certification!.Sellers;
        var (asked, all) = (new int[2], new int[2]);
        for (var store = Asked.Season.Stores; store < sellers.Count; store++)
        {
            var isCheat = sellers.TypeOf(store) == SellerType.Professional ? 1 : 0;
            all[isCheat]++;
            asked[isCheat] += sellers[store].IsNew;
        }

        Assert.InRange(asked[0] / (double)all[0], 0.35, 0.65);
        Assert.InRange(asked[1] / (double)all[1], 0, 0.35); // an eighth is expected
    }

    [Fact]
    public void Places_that_are_looked_at_cost_more_and_take_longer()
    {
        var none = ResultOf(habits => habits with { OnSite = PlaceChecks.None }).Summary.Certification!;
        var flagged = Result.Summary.Certification!;
        var all = ResultOf(habits => habits with { OnSite = PlaceChecks.All }).Summary.Certification!;

        Assert.True(none.CertificateYuan < flagged.CertificateYuan);
        Assert.True(flagged.CertificateYuan < all.CertificateYuan);
        Assert.True(none.DaysP50 + 7 < all.DaysP50);
        Assert.True(none.HonestLost < all.HonestLost);
    }

    [Theory]
    [InlineData(PlaceChecks.None, 0.0735)] // 1 − 0.995 × 0.97 × 0.96
    [InlineData(PlaceChecks.All, 0.1476)] // and × 0.92
    public void As_many_honest_sellers_give_up_as_the_steps_say(PlaceChecks places, double expected)
    {
        var season = SmallSeason.ResultOf(Asked with
        {
            Season = Asked.Season with { OrdersPerStoreDay = 0.1, Stores = 300 },
            Sellers = new SellerHabits { Types = [1, 0, 0, 0], OpeningsPerDay = 0.05 },
            Certification = new CertificationHabits
            {
                OnSite = places,
                Sellers = new ApplicantHabits { Passes = [1, 1, 1, 1] },
            },
        });

        Assert.True(SeasonRow.Of(season.Days)[CertificationMeasures.StoresAsked] > 1_000);
        Assert.InRange(season.Summary.Certification!.HonestLost, expected - 0.03, expected + 0.03);
    }

    [Fact]
    public void A_season_stopped_saved_loaded_and_forked_ends_with_the_same_bytes()
    {
        var past = Season.Create(Asked);
        past.RunUntil(SaveDay);
        Assert.True(past.Step(1_234)); // in the middle of a day
        var fork = past.Fork();
        var stream = new MemoryStream();
        past.Save(new StateWriter(stream));
        stream.Position = 0;
        var loaded = Season.Load(new StateReader(stream), Asked);
        Assert.All([fork, loaded], season =>
        {
            season.RunToEnd();
            var result = season.Finish(SmallSeason.Stamp);
            Assert.Equal(SeasonJson.Write(Result.Summary), SeasonJson.Write(result.Summary));
            Assert.Equal(SmallSeason.DaysOf(Result), SmallSeason.DaysOf(result));
        });
    }

    [Fact]
    public void The_second_certificate_waits_until_enough_stores_have_the_first()
    {
        var early = ResultOf(habits => habits with { Checks = new() { SecondClassFrom = 0 } });
        var never = ResultOf(habits => habits with { Checks = new() { SecondClassFrom = 1 } });

        Assert.True(early.Summary.Certification!.SecondCertificates > 0);
        Assert.Equal(0, never.Summary.Certification!.SecondCertificates);
    }
}
