using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Fakes, and what the platform does against them, over weeks of a season (MODELS M3).</summary>
public sealed class CounterfeitSeasonTests
{
    private const int ForkDay = 21;

    private static readonly SeasonScenario Fakes = SmallSeason.Scenario with
    {
        Name = "fakes",
        Season = SmallSeason.Scenario.Season with { Days = 60, Stores = 100 },
        Sellers = new SellerHabits { Types = [0.6, 0.1, 0.2, 0.1] },
        Policy =
        [
            new PolicySetting("trust.warningsFirst", "0"), new PolicySetting("trust.minorPoints", "24"),
        ],
        Counterfeits = new CounterfeitHabits
        {
            Sellers = new FakeSellerHabits { OpportunistsHideShare = 0, ProfessionalsHideShare = 0 },
            Buyers = new FakeBuyerHabits { ComplainsShare = 0.3 },
            Enforcement = new EnforcementHabits { TestsPerStoreYear = 3 },
            Makers = new MakerHabits { PerHundredStores = 2, RaidFromDays = 1, RaidToDays = 10 },
        },
    };

    private static readonly Season Played = SmallSeason.Run(Fakes);
    private static readonly SeasonResult Result = Played.Finish(SmallSeason.Stamp);

    // Rules TRU-1 to TRU-3, TRU-5, TRU-9, TRU-12, TRU-14, TRU-15, ESC-4
    [Fact]
    [Trait("simulator", "TRU-2")]
    [Trait("simulator", "TRU-3")]
    [Trait("simulator", "TRU-12")]
    [Trait("simulator", "TRU-14")]
    [Trait("simulator", "TRU-15")]
    public void Fakes_are_sold_noticed_complained_of_tested_punished_and_removed()
    {
        var all = SeasonRow.Of(Result.Days);
        Assert.All(
            [
                SeasonMeasures.FakeOrders, SeasonMeasures.FakesNoticed, SeasonMeasures.Complaints,
                SeasonMeasures.Removed, SeasonMeasures.RemovedUnsold, SeasonMeasures.TestPurchases,
                SeasonMeasures.TestsFoundFake, SeasonMeasures.Penalties, SeasonMeasures.ClosedForFakes,
                SeasonMeasures.Prevented, SeasonMeasures.EnforcementCost, SeasonMeasures.Converted,
                SeasonMeasures.Displaced, SeasonMeasures.Leads,
            ],
            measure => Assert.True(all[measure] > 0, $"{measure.Column} is 0"));
        Assert.True(Result.Days.Max(day => day[SeasonMeasures.Frozen]) > 0);
        Assert.True(all[SeasonMeasures.WrongPenalties] < all[SeasonMeasures.Penalties]);
    }

    // Frozen money, test purchases and closed stores are real: everything is counted again.
    [Fact]
    [Trait("simulator", "ESC-4")]
    public void Every_invariant_holds_with_frozen_money_and_test_purchases() =>
        Assert.True(Result.Summary.Audit.Passed, string.Join("; ",
            Result.Summary.Audit.Checks.Where(check => !check.Passed)
                .Select(check => $"{check.Name}: {check.Finding}")));

    [Fact]
    public void Test_purchases_are_real_orders_and_fakes_go_back_for_their_money()
    {
        var buyer = new BuyerId(Fakes.Season.Stores * Fakes.Season.BuyersPerStore);
        var orders = Enumerable.Range(0, (int)Result.Days.Sum(day => day[SeasonMeasures.TestPurchases]))
            .Select(number => Played.Market.Order(new CheckoutId(buyer, number).Order(0))!).ToList();

        Assert.All(orders, order => Assert.True(order.Escrow.Paid.IsPositive));
        Assert.Contains(orders, order => order.Escrow.Refunded == order.Escrow.Paid);
    }

    [Fact]
    [Trait("simulator", "TRU-9")]
    public void The_random_sample_finds_the_truth_and_test_purchases_do_not()
    {
        var shares = Result.Summary.Counterfeits!.Prevalence;

        Assert.True(shares.Drawn > 300);
        Assert.InRange(shares.Truth, shares.SampleLow, shares.SampleHigh);
        Assert.True(shares.Guided > shares.SampleHigh);
    }

    [Fact]
    public void A_policy_of_trust_changes_what_happens_from_its_day_on_and_nothing_before()
    {
        var arm = Fakes with
        {
            Name = "no-removals",
            Changes =
            [
                new PolicyChange
                {
                    At = TimeSpan.FromDays(ForkDay),
                    Policy = [new PolicySetting("trust.takeDownFromBasisPoints", "0")],
                },
            ],
        };
        var past = Season.Create(Fakes);
        past.RunUntil(ForkDay);
        var season = past.ForkInto(arm);
        season.RunToEnd();
        var other = season.Finish(SmallSeason.Stamp);

        Assert.All(Enumerable.Range(0, ForkDay), day =>
            Assert.Equal(Result.Days[day].Values, other.Days[day].Values));
        Assert.Equal(0, other.Days.Skip(ForkDay).Sum(day => day[SeasonMeasures.Removed]));
        Assert.True(Result.Days.Skip(ForkDay).Sum(day => day[SeasonMeasures.Removed]) > 0);
    }

    [Fact]
    public void More_test_purchases_leave_fewer_fakes_over_paired_seeds()
    {
        var (few, many) = (0L, 0L);
        for (var seed = 1UL; seed <= 4; seed++)
        {
            few += FakesWith(testsPerStoreYear: 0, seed);
            many += FakesWith(testsPerStoreYear: 12, seed);
        }

        Assert.True(many < few, $"{many} fake orders with tests, {few} without");
    }

    [Fact]
    public void A_clean_up_hits_fakes_and_by_mistake_others_and_evidence_spares_most_of_them()
    {
        var clean = Fakes with
        {
            Counterfeits = Fakes.Counterfeits! with
            {
                CleanUps = [new CleanUp { Day = "08-05", ErrorShare = 0.1 }],
            },
        };
        var atOnce = SeasonRow.Of(SmallSeason.ResultOf(clean).Days);
        var evidence = SeasonRow.Of(SmallSeason.ResultOf(clean with
        {
            Policy = [new PolicySetting("trust.evidenceBasisPointsMin", "6000")],
        }).Days);

        Assert.True(atOnce[SeasonMeasures.CleanedUp] > 30);
        Assert.True(atOnce[SeasonMeasures.WrongPenalties] > 20);
        Assert.True(2 * evidence[SeasonMeasures.WrongPenalties] < atOnce[SeasonMeasures.WrongPenalties]);
    }

    [Fact]
    public void A_season_without_the_section_has_nothing_of_it()
    {
        var without = SmallSeason.ResultOf(SmallSeason.Scenario);

        Assert.Null(without.Summary.Counterfeits);
        Assert.DoesNotContain("fake", SmallSeason.DaysOf(without), StringComparison.Ordinal);
        Assert.DoesNotContain("fake", SeasonJson.Write(without.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "counterfeits", ScenarioTree.Text(SmallSeason.Scenario), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_keeps_cases_and_penalties_and_the_truth_in_tables_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("fakes");
        try
        {
            Played.WriteDatabase(Path.Combine(folder.FullName, "season.sqlite"), Result);

            var penalties = SeasonResultTests.Database.Read(
                folder.FullName,
                "SELECT COUNT(*), SUM(was_fake) FROM penalty JOIN truth_penalty USING (penalty)");
            var cases = SeasonResultTests.Database.Read(
                folder.FullName,
                "SELECT COUNT(*), SUM(verdict = 'guilty') FROM \"case\"");
            var all = SeasonRow.Of(Result.Days);
            Assert.Equal(all[SeasonMeasures.Penalties], penalties[0]);
            Assert.Equal(all[SeasonMeasures.WrongPenalties], penalties[0] - penalties[1]);
            Assert.True(cases[0] >= cases[1] && cases[1] > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("policy:\n  trust:\n    warningsFirst: 0\n", "policy", "nobody complains")]
    [InlineData("counterfeits:\n  cleanUps:\n    - day: 05-05\n", "counterfeits.cleanUps", "no such day")]
    [InlineData("counterfeits:\n  cleanUps:\n    - day: 13-45\n", "counterfeits.cleanUps[0].day", "no day")]
    [InlineData("counterfeits:\n  sellers:\n    genuineMargn: 0\n", "counterfeits.sellers.genuineMargn",
        "not known")]
    [InlineData("counterfeits: {}\npolicy:\n  trust:\n    isOn: false\n", "policy.trust.isOn", "not known")]
    public void What_changes_nothing_is_refused_with_its_place(string lines, string key, string wrong)
    {
        var (season, problems) = ScenarioReader.ReadSeason("kind: season\nname: t\n" + lines, "t.yaml");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Field == key
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void A_season_with_all_keys_written_out_is_the_same()
    {
        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(Fakes), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(Fakes.Hash, again.Value!.Hash);
    }

    private static long FakesWith(double testsPerStoreYear, ulong seed)
    {
        var days = SmallSeason.ResultOf(Fakes with
        {
            Seed = seed,
            Counterfeits = Fakes.Counterfeits! with
            {
                Enforcement = new EnforcementHabits
                {
                    TestsPerStoreYear = testsPerStoreYear,
                    TestWaitDays = 365, // nobody decides on complaints alone
                },
            },
        }).Days;
        return days.Sum(day => day[SeasonMeasures.FakeOrders]);
    }
}
