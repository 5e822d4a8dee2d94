using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Rule GOV-1: a scenario may switch a policy at a moment, at once or step by step.</summary>
public sealed class PolicyChangeTests
{
    [Fact]
    public void A_change_at_once_holds_from_its_moment()
    {
        var (at, policy) = Assert.Single(PolicyChange.Timeline(new Policy(), [Shorter(steps: 1)]));

        Assert.Equal(TimeSpan.FromHours(2), at);
        Assert.Equal(TimeSpan.FromMinutes(10), policy.Inventory.PayWithin);
        Assert.Equal(new Policy().Orders, policy.Orders);
    }

    [Fact]
    public void A_change_step_by_step_moves_evenly()
    {
        var timeline = PolicyChange.Timeline(new Policy(), [Shorter(steps: 4)]);

        Assert.Equal([2.0, 3.0, 4.0, 5.0], timeline.Select(step => step.At.TotalHours));
        Assert.Equal([25.0, 20.0, 15.0, 10.0], timeline.Select(step =>
            step.Policy.Inventory.PayWithin.TotalMinutes));
    }

    [Fact]
    public void What_is_no_quantity_changes_with_the_last_step()
    {
        var change = Shorter(steps: 2) with { Policy = [new("carts.reducesAcrossStores", "false")] };

        Assert.Equal(
            [true, false],
            PolicyChange.Timeline(new Policy(), [change]).Select(step =>
                step.Policy.Carts.ReducesAcrossStores));
    }

    private static PolicyChange Shorter(int steps) => new()
    {
        At = TimeSpan.FromHours(2),
        Until = TimeSpan.FromHours(5),
        Steps = steps,
        Policy = [new("inventory.payWithin", "10min")],
    };
}
