namespace FlashSale.Client;

/// <summary>What a user types to start this program again.</summary>
internal static class HowStarted
{
    // Where «dotnet tool install» puts what it unpacks.
    private static readonly string Store =
        $"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}";

    /// <summary>«flashsale» if installed as a tool, else what a clone of the repository needs.</summary>
    public static string Command { get; } =
        AppContext.BaseDirectory.Contains(Store, StringComparison.Ordinal)
            ? "flashsale"
            : "dotnet run -c Release --project client --";
}
