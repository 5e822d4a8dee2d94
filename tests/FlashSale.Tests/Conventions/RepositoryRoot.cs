namespace FlashSale.Tests.Conventions;

/// <summary>Where the tree is that the tests were built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder of FlashSale.sln.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "FlashSale.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No FlashSale.sln above {start}: run the tests from a build in the tree.");
    }
}
