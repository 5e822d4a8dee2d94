using System.Globalization;

namespace FlashSale.Silo;

/// <summary>A part of the database's schema with its own version: the scripts that lead to it.</summary>
/// <param name="Name">What the version is remembered by.</param>
/// <param name="Scripts">
/// Script n leads from version n-1 to n, and is never changed once it was shipped.
/// </param>
internal sealed record SchemaPart(string Name, IReadOnlyList<string> Scripts)
{
    /// <summary>What Orleans needs to know which silos there are.</summary>
    public static SchemaPart Membership { get; } = Embedded("membership", versions: 1);

    /// <summary>What Orleans needs to wake up grains at a time.</summary>
    public static SchemaPart Reminders { get; } = Embedded("reminders", versions: 1);

    /// <summary>What Orleans needs to bring events from silo to silo.</summary>
    public static SchemaPart Streams { get; } = Embedded("streams", versions: 1);

    /// <summary>What Orleans needs to keep the states of grains.</summary>
    public static SchemaPart Persistence { get; } = Embedded("persistence", versions: 1);

    /// <summary>All that Orleans needs.</summary>
    public static IReadOnlyList<SchemaPart> OfOrleans { get; } =
        [Membership, Reminders, Streams, Persistence];

    private static SchemaPart Embedded(string name, int versions) =>
        new(name, [.. Enumerable.Range(1, versions).Select(version => Script(name, version))]);

    private static string Script(string name, int version)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{name}.{version}.sql");
        using var stream = typeof(SchemaPart).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The program has no script {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
