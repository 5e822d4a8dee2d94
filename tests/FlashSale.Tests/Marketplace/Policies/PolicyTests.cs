namespace FlashSale.Tests.Policies;

public sealed class PolicyTests
{
    [Fact]
    public void The_numbers_of_the_rule_book_can_be_used() => Assert.Empty(new Policy().Validate());

    [Fact] // INV-2, CRT-2, ORD-2, ORD-3, STO-3, STO-5
    public void The_defaults_are_the_rule_books()
    {
        var policy = new Policy();

        Assert.Equal(TimeSpan.FromMinutes(30), policy.Inventory.PayWithin);
        Assert.Equal(TimeSpan.FromMinutes(15), policy.Inventory.FestivalPayWithin);
        Assert.Equal(
            (Money.FromYuan(50), Money.FromYuan(300)),
            (policy.Carts.ReductionPerStep, policy.Carts.ReductionStep));
        Assert.Equal(TimeSpan.FromDays(10), policy.Orders.ConfirmWithin);
        Assert.Equal(TimeSpan.FromDays(15), policy.Orders.FestivalConfirmWithin);
        Assert.Equal(TimeSpan.FromDays(7), policy.Orders.ReturnWithin);
        Assert.Equal(Money.FromYuan(1_000), policy.Stores.SecurityOf(MarketKind.Consumer, DepositTier.High));
        Assert.Equal(Money.FromYuan(150_000), policy.Stores.SecurityOf(MarketKind.Brand, DepositTier.High));
        Assert.All(policy.Categories, category => Assert.InRange(category.CommissionBasisPoints, 50, 500));
        Assert.Equal(20, policy.Reputation.LevelsFrom.Count);
    }

    [Fact]
    public void A_problem_names_the_field_as_a_scenario_spells_it_and_what_is_allowed()
    {
        var policy = new Policy { Orders = new() { ConfirmWithin = TimeSpan.Zero } };

        var problem = Assert.Single(policy.Validate());
        Assert.Equal(
            new PolicyProblem("orders.confirmWithin", "00:00:00", "00:00:01 to 3650.00:00:00"), problem);
    }

    [Fact]
    public void Every_wrong_number_is_named_in_the_order_of_the_fields()
    {
        var policy = new Policy
        {
            Categories = [new("Shoes", 500), new("shoes", 10_001)],
            Stores = new() { ConsumerDeposit = Money.FromYuan(-1) },
            Carts = new() { LinesMax = 121, ReductionPerStep = Money.FromYuan(300) },
            Reputation = new() { LevelsFrom = [4, 4] },
            Admission = new() { RequestsPerSecond = 0, QueueWithin = TimeSpan.FromHours(1) },
        };

        Assert.Equal(
            [
                "categories[1].name", "categories[1].commissionBasisPoints", "stores.consumerDeposit",
                "carts.linesMax", "carts.reductionPerStep", "reputation.levelsFrom",
                "admission.requestsPerSecond",
                "admission.queueWithin",
            ],
            policy.Validate().Select(problem => problem.Field));
    }
}
