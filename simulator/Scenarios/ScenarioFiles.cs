namespace FlashSale.Simulator;

/// <summary>Finds scenario files: by path, or by bare name among those that are shipped.</summary>
public static class ScenarioFiles
{
    private static readonly ShippedFiles Files = new("scenarios");

    /// <summary>The file that a word on the command line means, or null if there is none.</summary>
    /// <param name="nameOrPath">A path, or a bare name such as «double11-2018».</param>
    public static string? Find(string nameOrPath) => Files.Find(nameOrPath);

    /// <summary>The names of a kind that <see cref="Find"/> knows, sorted.</summary>
    public static IReadOnlyList<string> Shipped(ScenarioKind kind = ScenarioKind.Festival) =>
    [
        .. Files.Names().Where(name => name != "facts-template"
            && ScenarioReader.KindOf(TextFile.Text(Files.Find(name)!)) == kind),
    ];

    /// <summary>The name among the shipped ones of a kind that was probably meant, or null.</summary>
    public static string? Nearest(string name, ScenarioKind kind = ScenarioKind.Festival) =>
        NearestWord.Of(name, Shipped(kind));
}
