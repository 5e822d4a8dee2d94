using System.Reflection;

namespace FlashSale.Driver;

/// <summary>The commit that a program was built from, as Directory.Build.targets wrote it into it.</summary>
public static class AssemblyCommit
{
    /// <summary>
    /// «0123456789ab», «0123456789ab-changed» if the tree had changes, or «unknown» without git.
    /// </summary>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Of(assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "");
    }

    /// <summary>What stands behind the '+' of a version.</summary>
    internal static string Of(string version)
    {
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 || plus == version.Length - 1 ? "unknown" : version[(plus + 1)..];
    }
}
