using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// manifest.json: what a run was asked, by which code, and the hash of every file of its folder; written
/// last, so that a folder that has it is whole.
/// </summary>
public sealed record RunSeal
{
#pragma warning disable CS1591 // Each field is explained in docs/reference/results.md.
    public int Version { get; init; } = 1;

    public required string Scenario { get; init; }

    public required string ScenarioHash { get; init; }

    public string? CalibratedBy { get; init; }

    public required ulong Seed { get; init; }

    public required double Scale { get; init; }

    public int? Days { get; init; }

    public required string Command { get; init; }

    public required string Commit { get; init; }

    public string Runtime { get; init; } = "";

    public IReadOnlyList<SealedFile> Code { get; init; } = [];

    public IReadOnlyList<SealedFile> Inputs { get; init; } = [];

    public IReadOnlyList<SealedFile> Files { get; init; } = [];

    public string Seal { get; init; } = "";
#pragma warning restore CS1591

    private static readonly RunSealContext Context = new(ResultJson.OfFile());

    /// <summary>Whether the seal is that of the rest.</summary>
    [JsonIgnore]
    public bool IsIntact => Seal == Hash();

    /// <summary>What was asked, in one hash: scenario with seed and scale, and where the run stops.</summary>
    [JsonIgnore]
    public string Question => Sha256(Encoding.UTF8.GetBytes($"{ScenarioHash} {Days}"));

    /// <summary>The seal with the hashes of these files.</summary>
    public RunSeal Over(string folder, IEnumerable<string> names) =>
        Sealed([.. names.Select(name => SealedFile.Of(folder, name))]);

    /// <summary>The seal with one file as it is now, all others as they were.</summary>
    public RunSeal WithNow(string folder, string name) =>
        Sealed([.. Files.Select(file => file.Name == name ? SealedFile.Of(folder, name) : file)]);

    /// <summary>The text of manifest.json.</summary>
    public string Text() => JsonSerializer.Serialize(this, Context.RunSeal) + "\n";

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no manifest of a run.</exception>
    public static RunSeal Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.RunSeal)
                is { Runtime: not null, Code: not null, Inputs: not null, Files: not null, Seal: not null }
                    seal
                ? seal : throw new InvalidDataException("manifest.json lacks fields of a manifest of a run");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"manifest.json is no manifest of a run: {wrong.Message}", wrong);
        }
    }

    /// <summary>manifest.json of a folder; null if there is none.</summary>
    /// <exception cref="InvalidDataException">It is no manifest of a run.</exception>
    public static RunSeal? OfFolder(string folder) => Path.Combine(folder, FileName) is var file
        && File.Exists(file) ? Read(TextFile.Text(file)) : null;

    /// <summary>The name of the file.</summary>
    internal const string FileName = "manifest.json";

    /// <summary>SHA-256 in hexadecimal.</summary>
    internal static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private RunSeal Sealed(IReadOnlyList<SealedFile> files)
    {
        var whole = this with { Files = files, Seal = "" };
        return whole with { Seal = whole.Hash() };
    }

    private string Hash() => Sha256(Encoding.UTF8.GetBytes((this with { Seal = "" }).Text()));
}

/// <summary>A file and its hash.</summary>
/// <param name="Name">Its name, in the folder or as the user gave it.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256.</param>
public sealed record SealedFile(string Name, long Bytes, string Sha256)
{
    /// <summary>The file as it is now.</summary>
    public static SealedFile Of(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return new SealedFile(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}

[JsonSerializable(typeof(RunSeal))]
internal sealed partial class RunSealContext : JsonSerializerContext;
