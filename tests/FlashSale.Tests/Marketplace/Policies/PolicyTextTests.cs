using System.Text.Json;

namespace FlashSale.Tests.Policies;

public sealed class PolicyTextTests
{
    [Fact]
    public void A_policy_of_before_is_read_without_what_changed_nothing()
    {
        var text = PolicyText.Write(new Policy());
        var before = text.Insert(text.Length - 1, ",\"escrow\":{\"freezeAtComplaints\":5}");

        Assert.Equal(text, PolicyText.Write(PolicyText.Read(before)));
    }

    // A field that gets another name makes journals, snapshots and rows unreadable: read the old name, too.
    [Fact]
    public void A_policy_that_was_stored_on_30_November_2026_is_read_number_for_number()
    {
        Assert.Equal(
            PolicyText.Write(Uncertified with { Trust = new TrustPolicy() }),
            PolicyText.Write(PolicyText.Read(Stored("policy"))));
        var usual = new TrustPolicy();
        var before = Unwatched with
        {
            TalkWithin = usual.TalkWithin,
            DecideWithin = usual.DecideWithin,
            ReviewsPerDay = usual.ReviewsPerDay,
            JurySize = usual.JurySize,
        };
        Assert.Equal(
            PolicyText.Write(Uncertified with { Trust = before }),
            PolicyText.Write(PolicyText.Read(Stored("policy-trust"))));
        Assert.Equal(
            PolicyText.Write(Uncertified with { Trust = Unwatched }),
            PolicyText.Write(PolicyText.Read(Stored("policy-appeals"))));
        Assert.Equal(
            PolicyText.Write(Uncertified with { Trust = Unpaid }),
            PolicyText.Write(PolicyText.Read(Stored("policy-watch"))));
        Assert.Equal(
            PolicyText.Write(Uncertified with { Trust = OtherTrust with { TakeDownFromBasisPoints = 0 } }),
            PolicyText.Write(PolicyText.Read(Stored("policy-bans"))));
    }

    // Of the first version with certificates.
    [Fact]
    public void Numbers_of_certificates_that_were_stored_are_read() => Assert.Equal(
        PolicyText.Write(new Policy { Certification = OtherCertification }),
        PolicyText.Write(PolicyText.Read(
            "{\"certification\":{\"newStoresMust\":true,\"idNumberWithin\":\"02:00:00\","
            + "\"remittanceWithin\":\"2.00:00:00\",\"photoWithin\":\"3.00:00:00\","
            + "\"onSiteWithin\":\"4.00:00:00\","
            + "\"onSiteRegions\":[5],\"retriesMax\":6,\"summonedWithin\":\"7.00:00:00\","
            + "\"secondClassFromBasisPoints\":8}}")));

    [Fact]
    public void What_a_stored_policy_leaves_out_is_the_usual_and_a_client_may_leave_out_nothing()
    {
        var text = "{\"inventory\":{\"payWithin\":\"00:10:00\"}}";

        Assert.Equal(TimeSpan.FromMinutes(15), PolicyText.Read(text).Inventory.FestivalPayWithin);
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, PolicyText.Whole));
        Assert.Contains("festivalPayWithin", refusal.Message, StringComparison.Ordinal);
        var whole = PolicyText.Write(Other);
        Assert.Equal(whole, PolicyText.Write(JsonSerializer.Deserialize(whole, PolicyText.Whole)!));
    }

    [Fact] // SRC-1
    public void The_numbers_of_search_are_read_as_they_were_stored() => Assert.Equal(
        new SearchPolicy
        {
            Mode = SearchMode.Delisting,
            RelevanceWeight = 1,
            TasteWeight = 2,
            SalesWeight = 3,
            RatingWeight = 4,
            LevelWeight = 5,
            NewnessWeight = 6,
            PriceWeight = 7,
            RebuildEvery = TimeSpan.FromMinutes(8),
            SalesDays = 9,
            NewWithin = TimeSpan.FromDays(10),
            ListedWithin = TimeSpan.FromDays(11),
            ListingsMax = 12,
        },
        PolicyText.Read(
            """
            {"search":{"mode":"delisting","relevanceWeight":1,"tasteWeight":2,"salesWeight":3,
            "ratingWeight":4,"levelWeight":5,"newnessWeight":6,"priceWeight":7,"rebuildEvery":"00:08:00",
            "salesDays":9,"newWithin":"10.00:00:00","listedWithin":"11.00:00:00","listingsMax":12}}
            """).Search);

    [Fact] // STO-5
    public void The_numbers_of_the_annual_fee_are_read_as_they_were_stored() => Assert.Equal(
        new StorePolicy
        {
            AnnualFeeMax = Money.FromYuan(6_000),
            FeeHalfBackAtTimes = 2,
            FeeAllBackAtTimes = 3,
            FeeBackRatingMin = 4,
        },
        PolicyText.Read(
            """
            {"stores":{"annualFeeMax":600000,"feeHalfBackAtTimes":2,"feeAllBackAtTimes":3,
            "feeBackRatingMin":4}}
            """).Stores);

    [Theory]
    [InlineData("{\"surprise\":1}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_policy_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => PolicyText.Read(text));

    private static string Stored(string name) => File.ReadAllText(Path.Combine(
        AppContext.BaseDirectory, "Marketplace", "Policies", "Golden", name + ".json")).Trim();

    // Until then verdicts were given in all markets (REP-2).
    private static Policy Uncertified => Other with
    {
        Certification = new CertificationPolicy(),
        Screening = new ScreeningPolicy(),
        Reputation = OtherReputation with { VerdictsInConsumerMarket = true, VerdictsInBrandMarket = true },
    };

    // No number is the usual one.
    private static Policy Other => new()
    {
        Categories = [new Category("tea", 120), new Category("silk", 340)],
        Stores = OtherStores,
        Listings = new ListingPolicy { PresaleDepositBasisPoints = 777 },
        Inventory = OtherInventory,
        Carts = OtherCarts,
        Orders = OtherOrders,
        Reputation = OtherReputation,
        Logistics = OtherLogistics,
        Admission = OtherAdmission,
        Trust = OtherTrust,
        Certification = OtherCertification,
        Screening = ScreeningTextTests.Other,
    };

    private static StorePolicy OtherStores => new()
    {
        ConsumerDeposit = Money.FromYuan(1),
        BrandDepositLow = Money.FromYuan(2),
        BrandDepositMiddle = Money.FromYuan(3),
        BrandDepositHigh = Money.FromYuan(4),
        TopUpWithin = TimeSpan.FromDays(5),
        ConsumerCommissionBasisPoints = 6,
    };

    private static InventoryPolicy OtherInventory => new()
    {
        PayWithin = TimeSpan.FromMinutes(7),
        FestivalPayWithin = TimeSpan.FromSeconds(8.5),
    };

    private static CartPolicy OtherCarts => new()
    {
        LinesMax = 9,
        ReducesAcrossStores = false,
        ReductionStep = Money.FromYuan(10),
        ReductionPerStep = Money.FromFen(11),
    };

    private static OrderPolicy OtherOrders => new()
    {
        ConfirmWithin = TimeSpan.FromDays(12),
        FestivalConfirmWithin = TimeSpan.FromDays(13),
        ReturnWithin = TimeSpan.FromDays(14),
    };

    private static ReputationPolicy OtherReputation => new()
    {
        RateWithin = TimeSpan.FromDays(16),
        PairPointsPerMonthMax = 17,
        SameListingWithin = TimeSpan.FromDays(18),
        ScorelessUpTo = Money.FromYuan(19),
        LevelsFrom = [.. Enumerable.Range(20, CreditLevel.RankMax)],
        StoreRatingDays = 21,
        VerdictsInConsumerMarket = false,
        VerdictsInBrandMarket = true,
    };

    private static LogisticsPolicy OtherLogistics => new()
    {
        ShipWithin = TimeSpan.FromHours(22),
        FestivalShipWithin = TimeSpan.FromHours(23),
        DeliverWithin = TimeSpan.FromHours(24),
        QueueAheadMax = TimeSpan.FromDays(25),
    };

    // As versions knew it that banned nobody from promotions, and before them watched nobody.
    private static TrustPolicy Unpaid => OtherTrust with
    {
        PromotionBanFor = new TrustPolicy().PromotionBanFor,
        CompensateBasisPoints = new TrustPolicy().CompensateBasisPoints,
        TakeDownFromBasisPoints = new TrustPolicy().TakeDownFromBasisPoints,
    };

    private static TrustPolicy Unwatched
    {
        get
        {
            var usual = new TrustPolicy();
            return Unpaid with
            {
                Watches = usual.Watches,
                WatchDays = usual.WatchDays,
                WatchOrdersMin = usual.WatchOrdersMin,
                WatchComplaintWeight = usual.WatchComplaintWeight,
                WatchRefundWeight = usual.WatchRefundWeight,
                WatchRatingWeight = usual.WatchRatingWeight,
                WatchSpikeBasisPoints = usual.WatchSpikeBasisPoints,
                WatchSpikeTimes = usual.WatchSpikeTimes,
                WatchSpikeOrdersMin = usual.WatchSpikeOrdersMin,
                WatchAlertBasisPoints = usual.WatchAlertBasisPoints,
            };
        }
    }

    private static TrustPolicy OtherTrust => new()
    {
        IsOn = true,
        ComplainWithin = TimeSpan.FromDays(31),
        ComplaintsCountFor = TimeSpan.FromDays(32),
        ComplaintsToOpen = 33,
        ComplaintsToFreeze = 34,
        EvidenceBasisPointsMin = 35,
        WarningsFirst = 36,
        MinorPoints = 37,
        MajorPoints = 38,
        CloseFromPoints = 39,
        CloseAtRightsCases = 40,
        ViolationPoints = 41,
        RungPoints = 42,
        HideFor = TimeSpan.FromDays(43),
        HideLongerFor = TimeSpan.FromDays(44),
        SuspendFor = TimeSpan.FromDays(45),
        BrandFine = Money.FromYuan(46),
        RedFlagAt = 47,
        InspectsOtherStores = false,
        AppealWithin = TimeSpan.FromDays(48),
        TalkWithin = TimeSpan.FromDays(49),
        DecideWithin = TimeSpan.FromDays(50),
        ReviewsPerDay = 51,
        JurySize = 52,
        PromotionBanFor = TimeSpan.FromDays(62),
        CompensateBasisPoints = 63,
        Watches = true,
        WatchDays = 22,
        WatchOrdersMin = 54,
        WatchComplaintWeight = 55,
        WatchRefundWeight = 56,
        WatchRatingWeight = 57,
        WatchSpikeBasisPoints = 58,
        WatchSpikeTimes = 59,
        WatchSpikeOrdersMin = 60,
        WatchAlertBasisPoints = 61,
        TakeDownFromBasisPoints = 53,
    };

    private static CertificationPolicy OtherCertification => new()
    {
        NewStoresMust = true,
        IdNumberWithin = TimeSpan.FromHours(2),
        RemittanceWithin = TimeSpan.FromDays(2),
        PhotoWithin = TimeSpan.FromDays(3),
        OnSiteWithin = TimeSpan.FromDays(4),
        OnSiteRegions = [5],
        RetriesMax = 6,
        SummonedWithin = TimeSpan.FromDays(7),
        SecondClassFromBasisPoints = 8,
    };

    private static AdmissionPolicy OtherAdmission => new()
    {
        Behaviour = AdmissionBehaviour.WarmUp,
        RequestsPerSecond = 26,
        BurstWithin = TimeSpan.FromSeconds(27),
        WarmUpWithin = TimeSpan.FromSeconds(28),
        ColdFactor = 29,
        QueueWithin = TimeSpan.FromSeconds(30),
    };
}
