namespace FlashSale.Marketplace;

/// <summary>Whether the policies of a market are ones that changes lead to (rule GOV-1).</summary>
public static class PolicyAudit
{
    /// <summary>What was found.</summary>
    /// <param name="policies">The policies, as the market keeps them.</param>
    /// <param name="follows">
    /// Another view of the same ones, by which somebody decides; null if there is only one.
    /// </param>
    public static AuditCheck Of(PolicyTimeline policies, PolicyTimeline? follows = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var findings = new AuditFindings("policies-follow-each-other", "GOV-1");
        findings.Expect(policies.Problem() is null, $"{policies.Problem()}");
        findings.Expect(
            follows?.IsSameAs(policies) != false,
            $"a silo decides by other policies than those that are kept");
        return findings.Close($"{policies.Policies.Count} in force or planned");
    }
}
