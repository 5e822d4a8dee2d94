namespace FlashSale.Simulator;

/// <summary>YAML files that are shipped in one folder, and are meant by bare names.</summary>
/// <param name="folder">The folder's name.</param>
internal sealed class ShippedFiles(string folder)
{
    /// <summary>The file that a word means, or null if there is none.</summary>
    /// <param name="nameOrPath">A path, or a bare name.</param>
    public string? Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }

        var isBareName = nameOrPath.Length > 0 && nameOrPath.AsSpan().IndexOfAny('/', '\\') < 0;
        return !isBareName
            ? null
            : Folders().Select(place => Path.Combine(place, nameOrPath + ".yaml"))
                .FirstOrDefault(File.Exists);
    }

    /// <summary>The bare names, sorted.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. Folders()
            .SelectMany(place => Directory.EnumerateFiles(place, "*.yaml"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    // Of the working directory and the ones above it, then of the program.
    private IEnumerable<string> Folders()
    {
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var place = Path.Combine(at.FullName, folder);
            if (File.Exists(Path.Combine(at.FullName, "FlashSale.sln")) && Directory.Exists(place))
            {
                yield return place;
            }
        }

        var shipped = Path.Combine(AppContext.BaseDirectory, folder);
        if (Directory.Exists(shipped))
        {
            yield return shipped;
        }
    }
}
