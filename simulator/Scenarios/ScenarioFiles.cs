namespace FlashSale.Simulator;

/// <summary>Finds scenario files: by path, or by bare name among those that are shipped.</summary>
public static class ScenarioFiles
{
    private const string Folder = "scenarios";

    /// <summary>The file that a word on the command line means, or null if there is none.</summary>
    /// <param name="nameOrPath">A path, or a bare name such as «double11-2018».</param>
    public static string? Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }

        var isBareName = nameOrPath.Length > 0 && nameOrPath.AsSpan().IndexOfAny('/', '\\') < 0;
        return !isBareName
            ? null
            : Folders().Select(folder => Path.Combine(folder, nameOrPath + ".yaml"))
                .FirstOrDefault(File.Exists);
    }

    /// <summary>The names that <see cref="Find"/> knows, sorted.</summary>
    public static IReadOnlyList<string> Shipped() =>
    [
        .. Folders()
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "facts-template")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The name among the shipped ones that was probably meant, or null.</summary>
    public static string? Nearest(string name) => NearestWord.Of(name, Shipped());

    /// <summary>
    /// The folders to look in: of the working directory and the ones above it, then of the program.
    /// </summary>
    private static IEnumerable<string> Folders()
    {
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FlashSale.sln")))
            {
                yield return Path.Combine(at.FullName, Folder);
            }
        }

        var shipped = Path.Combine(AppContext.BaseDirectory, Folder);
        if (Directory.Exists(shipped))
        {
            yield return shipped;
        }
    }
}
