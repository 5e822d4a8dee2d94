using FlashSale.Simulator;
using FlashSale.Tests.Conventions;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Scenarios;

/// <summary>Every key of a scenario is a fact, an intervention or another world, and is treated so.</summary>
public sealed class KeyRoleTests
{
    private static readonly Scenario Template =
        ScenarioReader.Read(Repository.Text("scenarios/template.yaml"), "template.yaml").Value!;

    [Fact]
    public void Every_key_has_a_role() => Assert.All(
        KeyRoles.Leaves(Template), leaf => Assert.NotNull(KeyRoles.Of(KeyRoles.KeyOf(leaf.Path))));

    [Fact]
    public void A_key_without_a_row_has_no_role() => Assert.Null(KeyRoles.Of("festivals"));

    [Fact]
    public void The_reference_says_of_each_key_what_the_program_does() => Assert.Equal(
        KeyRoles.Table.Select(row => $"| `{row.Key}` | {Words.Of(row.Role).Replace('-', ' ')} |"),
        Documents.Rows("docs/reference/scenario.md", "## What a key does"));

    [Fact]
    public void What_is_calibrated_holds_the_facts_and_none_of_the_interventions()
    {
        var changed = KeyRoles.Leaves(Template.Base()).Except(KeyRoles.Leaves(Template)).ToList();
        var kept = KeyRoles.Leaves(Template).Except(KeyRoles.Leaves(Template.Base())).ToList();

        Assert.All(changed.Concat(kept), leaf =>
            Assert.Equal(KeyRole.Intervention, KeyRoles.Of(KeyRoles.KeyOf(leaf.Path))));
        Assert.Contains(kept, leaf => leaf.Path.StartsWith("policy[", StringComparison.Ordinal));
        Assert.Equal(KeyRoles.HashOfBase(Template), KeyRoles.HashOfBase(Template.Base()));
    }

    [Fact]
    public void An_intervention_of_any_kind_leaves_people_prices_and_wants_alone()
    {
        var scenario = Simulator.Festivals.Small();
        var facts = scenario.Festival;
        var catalogue = scenario.Catalogue;
        var arm = scenario with
        {
            Festival = facts with { PeakOrdersPerSecond = 1, PeakPaymentsPerSecond = 2 },
            Catalogue = catalogue with
            {
                FestivalDiscount = 0.9,
                FestivalPriceShare = 0.9,
                StockCover = 0,
                Coupons = [new CouponCampaign { StoreShare = 1, FromYuan = 9, OffYuan = 9 }],
                Categories = [.. catalogue.Categories.Select(Other)],
                HotListings =
                [
                    .. catalogue.HotListings.Select(hot =>
                        hot with { Stock = 0, Buckets = 1, UnitsPerBuyer = 1 }),
                ],
            },
            Behaviour = Template.Behaviour with { Paying = new PaymentHabits { NeverShare = 0.9 } },
            Policy = Template.Policy,
            Changes = Template.Changes,
            Shocks = Template.Shocks,
            Switches = Template.Switches,
            Capacity = new Capacity { PackedPerDay = 9 },
        };
        var (held, other) = (CalibratedWorld.Of(scenario), CalibratedWorld.Of(arm));

        Assert.Equal(held.Hash, other.Hash);
        Assert.Equal(held.Buyers.Count, other.Buyers.Count);
        Assert.Equal(held.Demand.Checkouts, other.Demand.Checkouts);
        Assert.Equal(held.Prices.LevelYuan, other.Prices.LevelYuan);
        Assert.Equal(held.Wants.Units(7), other.Wants.Units(7));
    }

    [Fact]
    public void A_peak_that_was_not_the_festivals_own_acts_and_the_published_one_does_not()
    {
        var year = Demand.Festivals.Shipped(2016);
        var arm = year with { Festival = year.Festival with { PeakPaymentsPerSecond = 96_000 } };

        Assert.Empty(KeyRoles.InterventionsOf(year));
        Assert.Equal(
            [new RunParameter("festival.peakPaymentsPerSecond", "96000")], KeyRoles.InterventionsOf(arm));
    }

    [Fact]
    public void What_acted_is_told_as_a_file_writes_it()
    {
        const string file = "scenarios/snowstorm-2008.yaml";
        var acted = KeyRoles.InterventionsOf(ScenarioReader.Read(Repository.Text(file), file).Value!);

        Assert.Contains(new RunParameter("channels[0].delay", "500ms"), acted);
        Assert.Contains(new RunParameter("shocks[0].until", "7d"), acted);
        Assert.DoesNotContain(acted, one => one.Value.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_moves_the_calibration()
    {
        var scenario = Simulator.Festivals.Small();
        var more = scenario with { Festival = scenario.Festival with { GmvYuan = 2 * 213.5e9 } };
        var other = scenario with { Demand = new DemandBehaviour { PresaleShareMax = 0.2 } };
        var held = CalibratedWorld.Of(scenario);

        Assert.Equal(2.0, CalibratedWorld.Of(more).Demand.Checkouts / (double)held.Demand.Checkouts, 3);
        Assert.Equal(0.2, CalibratedWorld.Of(other).Demand.PresaleShare, 6);
        Assert.NotEqual(held.Hash, KeyRoles.HashOfBase(more));
        Assert.NotEqual(held.Hash, KeyRoles.HashOfBase(other));
    }

    private static GoodsCategory Other(GoodsCategory category) =>
        category with { ReturnRate = 1, Commission = 0, Elasticity = 1 };
}
