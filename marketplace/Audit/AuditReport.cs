namespace FlashSale.Marketplace;

/// <summary>What an audit found: one line per invariant.</summary>
/// <param name="Checks">The checks, in a fixed order.</param>
public sealed record AuditReport(IReadOnlyList<AuditCheck> Checks)
{
    /// <summary>Whether every check passed.</summary>
    public bool Passed => Checks.All(check => check.Passed);
}

/// <summary>One invariant, counted again from scratch.</summary>
/// <param name="Name">What must hold, in kebab-case.</param>
/// <param name="Rule">The rules that it follows from.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Checked">How many things were looked at.</param>
/// <param name="Detail">
/// What was counted; of a failure, the first thing that is wrong and how many are.
/// </param>
public sealed record AuditCheck(string Name, string Rule, bool Passed, long Checked, string Detail);
