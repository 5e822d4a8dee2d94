using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Policies;

// GOV-1: rules change over time, at once or at a moment, and what was promised stays.
public sealed class PolicyTimelineTests
{
    private static readonly Policy Usual = new();

    [Fact]
    public void A_change_at_once_is_in_force_from_the_next_second_on()
    {
        var after = Changed(PolicyTimeline.Of(Usual), Paying(minutes: 5), from: null, Noon);

        Assert.Same(Usual, after.At(Noon.AddMilliseconds(999)));
        Assert.Equal(TimeSpan.FromMinutes(5), after.At(Noon.AddSeconds(1)).Inventory.PayWithin);
    }

    [Fact]
    public void Planned_changes_come_into_force_by_themselves_in_the_order_of_their_moments()
    {
        var after = PolicyTimeline.Of(Usual);
        foreach (var hours in new[] { 3, 1, 2 }) // in steps
        {
            after = Changed(after, Paying(minutes: hours), Noon.AddHours(hours), Noon);
        }

        Assert.Equal(
            [30.0, 1, 2, 3],
            Enumerable.Range(0, 4).Select(at =>
                after.At(Noon.AddHours(at)).Inventory.PayWithin.TotalMinutes));
        Assert.Same(Usual, after.At(Noon.AddHours(1).AddMilliseconds(-1)));
        Assert.Equal(2, after.PlannedAfter(Noon.AddHours(1)).Count());
    }

    [Fact]
    public void A_promise_is_that_of_the_policy_of_its_moment_however_often_the_policy_has_changed_since()
    {
        var after = PolicyTimeline.Of(Usual);
        for (var day = 1; day <= 40; day++)
        {
            after = Changed(after, Paying(minutes: day), from: null, Noon.AddDays(day));
        }

        Assert.Equal(
            [30.0, .. Enumerable.Range(1, 40).Select(day => (double)day)],
            Enumerable.Range(0, 41).Select(day =>
                after.PromisesAt(Noon.AddDays(day).AddSeconds(1)).PayWithin.TotalMinutes));
        Assert.Single(after.Policies.Skip(1)); // whole ones are not kept
        Assert.Null(after.Problem());
    }

    [Fact]
    public void Changes_that_promise_the_same_leave_nothing_to_remember()
    {
        var after = PolicyTimeline.Of(Usual);
        for (var day = 1; day <= 3; day++)
        {
            var commission = new StorePolicy { ConsumerCommissionBasisPoints = day };
            after = Changed(after, Usual with { Stores = commission }, from: null, Noon.AddDays(day));
        }

        Assert.Equal(1, after.Past.Length);
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_only_what_is_over_is_forgotten()
    {
        var (after, now, changes) = (PolicyTimeline.Of(Usual), Noon, 0);
        while (after.Change(Paying(1 + (changes % 2)), null, now, out var next) == PolicyResult.Changed)
        {
            (after, now, changes) = (next, now.AddSeconds(1), changes + 1);
            Assert.True(changes < 2 * PolicyTimeline.RememberedMax, "there is no bound");
        }

        Assert.Equal(PolicyTimeline.RememberedMax, after.Past.Length);
        Assert.Equal(
            PolicyResult.TooManyChanges, after.Change(Paying(9), null, Noon.AddDays(15), out _));
        Assert.Equal(
            PolicyResult.Changed, after.Change(Paying(9), null, Noon.AddDays(15).AddSeconds(2), out _));
    }

    [Fact]
    public void As_many_changes_are_planned_as_may_be()
    {
        var after = PolicyTimeline.Of(Usual);
        for (var at = 1; at <= PolicyTimeline.PlannedMax; at++)
        {
            after = Changed(after, Paying(at), Noon.AddHours(at), Noon);
        }

        Assert.Equal(PolicyResult.TooManyChanges, after.Change(Paying(1), Noon.AddHours(20), Noon, out _));
        Assert.Equal(
            PolicyResult.Changed, after.Change(Paying(1), Noon.AddHours(20), Noon.AddHours(1), out _));
    }

    [Fact]
    public void A_policy_that_cannot_follow_is_refused_and_changes_nothing()
    {
        var before = PolicyTimeline.Of(Usual);
        var fewer = Usual with { Categories = [.. Usual.Categories.Take(3)] };
        (PolicyResult, Policy?, DateTimeOffset?)[] refused =
        [
            (PolicyResult.BadPolicy, null, null),
            (PolicyResult.BadPolicy, Paying(minutes: 0), null),
            (PolicyResult.FixedNumbers, fewer, null),
            (PolicyResult.FixedNumbers, Usual with { Reputation = new() { StoreRatingDays = 9 } }, null),
            (PolicyResult.InThePast, Paying(1), Noon),
            (PolicyResult.TooFarAhead, Paying(1), Noon.AddDays(367)),
            (PolicyResult.TooFarAhead, Paying(1), DateTimeOffset.MaxValue),
        ];

        foreach (var (expected, policy, from) in refused)
        {
            Assert.Equal(expected, before.Change(policy, from, Noon, out var after));
            Assert.Same(before, after);
        }
    }

    [Fact]
    public void The_same_wish_again_is_answered_as_the_first_and_changes_nothing()
    {
        var planned = Changed(PolicyTimeline.Of(Usual), Paying(1), Noon.AddHours(1), Noon);
        Assert.Equal(PolicyResult.Changed, planned.Change(Paying(1), Noon.AddHours(1), Noon, out var again));
        Assert.Same(planned, again);
        Assert.Equal(PolicyResult.SameMoment, planned.Change(Paying(2), Noon.AddHours(1), Noon, out _));

        var inForce = Noon.AddHours(2);
        Assert.Equal(PolicyResult.Changed, planned.Change(Paying(1), null, inForce, out again));
        Assert.Same(planned, again);
    }

    [Fact]
    public void A_planned_change_is_withdrawn_and_others_come_as_they_were_planned()
    {
        var planned = Changed(PolicyTimeline.Of(Usual), Paying(1), Noon.AddHours(1), Noon);
        planned = Changed(planned, Paying(2), Noon.AddHours(2), Noon);

        Assert.Equal(PolicyResult.Changed, planned.Withdraw(Noon.AddHours(1), Noon, out var after));
        Assert.Same(Usual, after.At(Noon.AddHours(1)));
        Assert.Equal(2, after.At(Noon.AddHours(2)).Inventory.PayWithin.TotalMinutes);
        Assert.Equal(PolicyResult.Changed, after.Withdraw(Noon.AddHours(2), Noon, out after));
        Assert.True(after.IsConstant);
    }

    [Fact]
    public void What_is_in_force_or_was_never_planned_is_not_withdrawn()
    {
        var planned = Changed(PolicyTimeline.Of(Usual), Paying(1), Noon.AddHours(1), Noon);

        Assert.Equal(
            PolicyResult.InThePast, planned.Withdraw(Noon.AddHours(1), Noon.AddHours(1), out var after));
        Assert.Same(planned, after);
        Assert.Equal(PolicyResult.NotPlanned, planned.Withdraw(Noon.AddHours(2), Noon, out after));
        Assert.Same(planned, after);
        Assert.Equal(PolicyResult.InThePast, planned.Withdraw(DateTimeOffset.MinValue, Noon, out _));
        Assert.Equal(PolicyResult.NotPlanned, planned.Withdraw(DateTimeOffset.MaxValue, Noon, out _));
    }

    private static Policy Paying(int minutes) => Usual with
    {
        Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(minutes) },
    };

    private static PolicyTimeline Changed(
        PolicyTimeline before, Policy policy, DateTimeOffset? from, DateTimeOffset now)
    {
        Assert.Equal(PolicyResult.Changed, before.Change(policy, from, now, out var after));
        return after;
    }
}
