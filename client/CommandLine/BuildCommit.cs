using FlashSale.Driver;

namespace FlashSale.Client;

/// <summary>The commit that this program was built from.</summary>
internal static class BuildCommit
{
    /// <summary>
    /// «0123456789ab», «0123456789ab-changed» if the tree had changes, or «unknown» without git.
    /// </summary>
    public static string Id { get; } = AssemblyCommit.Of(typeof(BuildCommit).Assembly);
}
