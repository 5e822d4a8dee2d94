using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What stores earn, and who leaves for it (rules GRW-3, STO-5).</summary>
public sealed class SellerAccountTests
{
    private static readonly SeasonScenario WithAccounts = SmallSeason.Scenario with
    {
        Accounts = new AccountTerms(),
        Sellers = new SellerHabits { BrandShare = 0.4, OpeningsPerDay = 0.01 },
    };

    private static readonly SeasonResult Small = SmallSeason.ResultOf(WithAccounts);

    [Theory, Trait("simulator", "ESC-2"), Trait("simulator", "STO-5")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Accounts_agree_with_the_books_of_the_market_to_the_fen(int seed)
    {
        var result = SmallSeason.ResultOf(WithAccounts with
        {
            Seed = (ulong)seed,
            Season = WithAccounts.Season with { StartsOn = new DateOnly(2013, 12, 12) },
            Policy = [new PolicySetting("stores.feeBackRatingMin", "0"),
                new PolicySetting("stores.feeHalfBackAtTimes", "0")],
        });

        Assert.All(result.Summary.Audit.Checks, check => Assert.True(check.Passed,
            $"{check.Name}: {check.Finding}"));
        Assert.Equal(6, result.Summary.Audit.Checks.Count(check =>
            check.Name.StartsWith("accounts-", StringComparison.Ordinal)));
        var all = SeasonRow.Of(result.Days);
        Assert.True(all[SeasonMeasures.Promotion] > 0);
        Assert.True(all[SeasonMeasures.FeesBack] > 0, "half of the fee comes back in January");
        Assert.True(all[SeasonMeasures.AnnualFees] > 0);
    }

    [Fact, Trait("simulator", "STO-5")]
    public void The_annual_fee_is_real_money_and_half_of_what_was_paid_comes_back_when_the_year_is_over()
    {
        var season = SmallSeason.Run(WithAccounts with
        {
            Season = WithAccounts.Season with { StartsOn = new DateOnly(2013, 12, 12) },
            Policy = [new PolicySetting("stores.feeBackRatingMin", "0"),
                new PolicySetting("stores.feeHalfBackAtTimes", "0")],
        });
        var untilYear = SmallSeason.Run(WithAccounts with
        {
            Season = WithAccounts.Season with { StartsOn = new DateOnly(2013, 12, 12), Days = 10 },
        });

        var back = season.Market.Movements(MovementKind.AnnualFeeReturned);
        Assert.Equal(0, untilYear.Market.Movements(MovementKind.AnnualFeeReturned).Count);
        Assert.True(back.Count > 0);
        Assert.True(back.Amount * 2 <= season.Market.Movements(MovementKind.AnnualFee).Amount);
    }

    [Theory, Trait("simulator", "STO-5")]
    [InlineData(3_000_000)]
    [InlineData(600_001)]
    [InlineData(51)]
    public void Fifty_two_weeks_are_the_whole_fee(long fen)
    {
        foreach (var first in new[] { 0, 17, 51, 103 })
        {
            Assert.Equal(fen, Enumerable.Range(first, 52).Sum(week => FeeOffice.PartOf(fen, week)));
        }

        Assert.All(Enumerable.Range(0, 52), week =>
            Assert.InRange(FeeOffice.PartOf(fen, week), fen / 52, (fen / 52) + 1));
    }

    [Theory, Trait("simulator", "GRW-3")]
    [InlineData(false, false, 0.002, 0, 0)]
    [InlineData(true, false, 0.002, 0.03, 0)]
    [InlineData(false, true, 0.002, 0, 0.2)]
    [InlineData(true, true, 0.002, 0.03, 0.2)]
    public void A_store_closes_with_the_chances_of_its_week(
        bool isPoor, bool isBroke, double byChance, double forProfit, double forCash)
    {
        const int draws = 100_000;
        var reasons = Enumerable.Range(0, draws)
            .Select(draw => new ExitHazards().ReasonAt((draw + 0.5) / draws, isPoor, isBroke)).ToList();

        Assert.Equal(byChance, Share(ExitReason.Chance), 4);
        Assert.Equal(forProfit, Share(ExitReason.Profit), 4);
        Assert.Equal(forCash, Share(ExitReason.Cash), 4);

        double Share(ExitReason reason) => reasons.Count(one => one == reason) / (double)draws;
    }

    [Fact]
    public void Who_never_sells_enough_leaves_for_it_and_who_has_no_money_sooner()
    {
        var poor = Exits(new ExitHazards { Base = 0, Poor = 0.2, PoorYuan = 1_000_000, Broke = 0 });
        var broke = Exits(new ExitHazards { Base = 0, Poor = 0, Broke = 1 },
            new GrowthHabits { StartWeeks = 0 });
        var chance = Exits(new ExitHazards { Base = 0.5, Poor = 0, Broke = 0 });

        Assert.True(poor[SeasonMeasures.ExitsForProfit] > 0);
        Assert.Equal(poor[SeasonMeasures.Exits], poor[SeasonMeasures.ExitsForProfit]);
        Assert.True(broke[SeasonMeasures.ExitsForCash] > 0);
        Assert.Equal(broke[SeasonMeasures.Exits], broke[SeasonMeasures.ExitsForCash]);
        Assert.True(chance[SeasonMeasures.ExitsByChance] > poor[SeasonMeasures.Exits]);

        static SeasonRow Exits(ExitHazards exits, GrowthHabits? growth = null) =>
            SeasonRow.Of(SmallSeason.ResultOf(WithAccounts with
            {
                Accounts = new AccountTerms { Exits = exits, Growth = growth ?? new GrowthHabits() },
            }).Days);
    }

    [Fact]
    public void In_a_price_war_stores_ask_less_and_earn_less()
    {
        var war = SmallSeason.ResultOf(WithAccounts with
        {
            Accounts = new AccountTerms { Prices = new PriceTerms { Rule = PriceRule.PriceWar } },
        });

        var (own, low) = (Small.Summary.Accounts!.PriceLevel, war.Summary.Accounts!.PriceLevel);
        Assert.True(low < own - 0.1, $"{low} against {own}");
        Assert.True(
            SeasonRow.Of(war.Days)[SeasonMeasures.Profit] < SeasonRow.Of(Small.Days)[SeasonMeasures.Profit]);
    }

    [Fact]
    public void Stores_that_can_put_more_listings_on_sale_and_those_that_cannot_do_not()
    {
        Assert.Equal(0, Added(1_000));
        Assert.InRange(Added(0), 60, 60 * 5 * 5);

        static long Added(double weeks) => SeasonRow.Of(SmallSeason.ResultOf(WithAccounts with
        {
            Accounts = new AccountTerms { Growth = new GrowthHabits { ExpandAtWeeks = weeks } },
        }).Days)[SeasonMeasures.ListingsAdded];
    }

    [Fact]
    public void Where_incumbents_are_protected_newcomers_sell_less()
    {
        Assert.True(SalesOfNewcomers(0.8) < 0.6 * SalesOfNewcomers(0));

        static double SalesOfNewcomers(double protection)
        {
            var season = SmallSeason.Run(WithAccounts with
            {
                Sellers = new SellerHabits { OpeningsPerDay = 0.05 },
                Accounts = new AccountTerms
                {
                    Growth = new GrowthHabits { IncumbentsProtection = protection },
                },
            });
            var accounts = season.Parts.Accounts!;
            return Enumerable.Range(0, accounts.Weeks).Select(accounts.WeekAt)
                .Where(week => week.Store >= WithAccounts.Season.Stores).Sum(week => week.SalesFen / 100.0);
        }
    }

    [Fact]
    public void A_forecast_errs_the_same_way_for_as_long_as_it_looks_ahead()
    {
        var accounts = Season.Create(WithAccounts).Parts.Accounts!;

        foreach (var store in Enumerable.Range(0, 20))
        {
            var weeks = Enumerable.Range(0, 80)
                .Select(week => accounts.WeeksOrdered(store, week)).ToList();
            Assert.Equal(0, weeks.Zip(weeks.Skip(1)).Select((pair, week) => (pair, week: week + 1))
                .Count(one => !one.pair.First.Equals(one.pair.Second) && (one.week + store) % 8 != 0));
            Assert.InRange(weeks.Distinct().Count(), 8, 11);
            Assert.Equal(weeks[0] / 4, accounts.WeeksOfFirst(store, 0), 9); // two weeks of eight
        }
    }

    [Fact]
    public void Who_orders_keeps_what_the_next_week_costs()
    {
        var accounts = Season.Create(WithAccounts).Parts.Accounts!;

        foreach (var store in Enumerable.Range(0, 20))
        {
            ref readonly var account = ref accounts[store];
            var listing = store * new GrowthHabits().ListingsMax;
            var cost = accounts.Goods.CostOf(listing) * accounts.Affordable(store, listing, int.MaxValue);
            var free = account.CashFen - account.UsualCostFen; // of four weeks' costs three
            Assert.True(account.UsualCostFen > 0 && cost > 0);
            Assert.InRange(cost, free - accounts.Goods.CostOf(listing) - 1, free + 1);
        }
    }

    [Fact]
    public void A_listing_tells_what_it_sells_after_four_weeks()
    {
        var goods = new ListingGoods { CostFen = 1 };
        Assert.False(goods.HasBeenOnSaleFor(4, week: 100));

        goods.Come(5, week: 3);
        goods.Come(5, week: 6);

        Assert.False(goods.HasBeenOnSaleFor(4, week: 6));
        Assert.True(goods.HasBeenOnSaleFor(4, week: 7));
    }

    [Fact]
    public void What_came_first_is_sold_first_and_what_nobody_wants_is_written_off_until_it_is_sold()
    {
        var goods = new ListingGoods { CostFen = 1_000 };
        goods.Come(100, week: 0);
        goods.Come(40, week: 6);

        Assert.Equal(0, goods.Unsold(there: 130, week: 7, weeks: 8));
        Assert.Equal(90, goods.Unsold(there: 130, week: 8, weeks: 8));
        Assert.Equal(0, goods.Unsold(there: 35, week: 9, weeks: 8));
        Assert.Equal(4_500, goods.WriteOff(unsold: 90, share: 0.05));
        Assert.Equal(4_275, goods.WriteOff(unsold: 90, share: 0.05));
        Assert.Equal(-8_775, goods.WriteOff(unsold: 0, share: 0.05));
    }

    [Fact]
    public void Profit_of_the_last_weeks_is_known_as_far_as_there_were_weeks()
    {
        var account = default(SellerAccount);
        foreach (var week in Enumerable.Range(1, 20))
        {
            account.Note(week);
        }

        Assert.Equal((20, 1), account.ProfitOf(weeks: 1));
        Assert.Equal((20 + 19, 2), account.ProfitOf(weeks: 2));
        Assert.Equal((18 + 17 + 16 + 15, 4), account.ProfitOf(weeks: 4, weeksAgo: 2));
        Assert.Equal(WeekProfits.WeeksMax, account.ProfitOf(weeks: 100).Weeks);
        Assert.Equal((0, 0), default(SellerAccount).ProfitOf(weeks: 12));
    }

    [Theory]
    [InlineData("accounts:\n  growth: { listingsMax: 4 }", "accounts.growth.listingsMax", "begins with 5")]
    [InlineData("sellers: { stockWeeks: 3 }\naccounts:\n  costs: { markUp: 2 }", "sellers.stockWeeks",
        "changes nothing")]
    [InlineData("policy:\n  stores: { annualFeeMax: 6000 }", "", "no annual fee is charged")]
    [InlineData("accounts:\n  exits: { base: 0.5, poor: 0.5, broke: 0.1 }", "accounts.exits", "more than 1")]
    [InlineData("accounts:\n  stock: { dataProductShare: 0, forecastErrorWithProduct: 0.1 }",
        "accounts.stock.forecastErrorWithProduct", "no store has")]
    [InlineData("accounts:\n  prices: { rule: ruin }", "accounts.prices.rule", "not known")]
    public void What_is_wrong_with_accounts_is_said(string lines, string key, string wrong)
    {
        var (season, problems) = ScenarioReader.ReadSeason("kind: season\nname: test\n" + lines + "\n", "t");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Field == key
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void A_season_with_accounts_written_with_all_defaults_is_the_same()
    {
        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(WithAccounts), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(WithAccounts.Hash, again.Value!.Hash);
    }
}
