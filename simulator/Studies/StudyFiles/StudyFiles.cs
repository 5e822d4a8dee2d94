namespace FlashSale.Simulator;

/// <summary>Finds study files: by path, or by bare name among those that are shipped.</summary>
public static class StudyFiles
{
    private static readonly ShippedFiles Files = new("studies");

    /// <summary>The file that a word on the command line means, or null if there is none.</summary>
    /// <param name="nameOrPath">A path, or a bare name such as «pay-window».</param>
    public static string? Find(string nameOrPath) => Files.Find(nameOrPath);

    /// <summary>The names of the shipped studies, sorted.</summary>
    public static IReadOnlyList<string> Shipped() => Files.Names();

    /// <summary>The name among the shipped ones that was probably meant, or null.</summary>
    public static string? Nearest(string name) => NearestWord.Of(name, Shipped());
}
