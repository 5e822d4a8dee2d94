namespace FlashSale.Dashboard;

/// <summary>
/// The policy in force, since when if it was ever changed, and those that are planned (rule GOV-1).
/// </summary>
internal sealed record PolicyDocument(
    Policy Policy, DateTimeOffset? Since, IReadOnlyList<PlannedPolicyDocument> Planned)
{
    public static PolicyDocument Of(PolicyTimeline policies, DateTimeOffset now) => new(
        policies.At(now), policies.SinceAt(now),
        [.. policies.PlannedAfter(now).Select(one => new PlannedPolicyDocument(one.From, one.Policy))]);
}

/// <summary>A policy and the moment from which it is in force.</summary>
internal sealed record PlannedPolicyDocument(DateTimeOffset From, Policy Policy);
