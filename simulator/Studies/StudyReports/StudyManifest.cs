using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// manifest.json: all that a study can be repeated from, what its runs ended with, and the hash of every file
/// of its folder.
/// </summary>
public sealed record StudyManifest
{
    private static readonly StudyManifestContext Context = new(ResultJson.OfFile());

    /// <summary>The study's name.</summary>
    public required string Name { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>study.yaml.</summary>
    public required string Study { get; init; }

    /// <summary>The hash of the base scenario.</summary>
    public required string BaseHash { get; init; }

    /// <summary>The base scenario, every default written out.</summary>
    public required string Base { get; init; }

    /// <summary>The other bases of a study that has several.</summary>
    public IReadOnlyList<ManifestBase> OtherBases { get; init; } = [];

    /// <summary>The hash of the code.</summary>
    public required string Code { get; init; }

    /// <summary>The runtime that wrote this.</summary>
    public required string Runtime { get; init; }

    /// <summary>Every run: its name, and the hash of the state that it ended in.</summary>
    public required IReadOnlyList<ManifestRun> Runs { get; init; }

    /// <summary>Every file of the folder but this and execution.json.</summary>
    public required IReadOnlyList<SealedFile> Files { get; init; }

    /// <summary>SHA-256 of all the rest.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Whether the seal is that of the rest.</summary>
    [JsonIgnore]
    public bool IsIntact => Seal == Hash();

    /// <summary>The manifest of a study whose other files are written.</summary>
    internal static StudyManifest Of(
        StudyPlan plan, IReadOnlyList<MeasuredRun> runs, string command, IReadOnlyList<SealedFile> files)
    {
        return new StudyManifest
        {
            Name = plan.Study.Name,
            Command = command,
            Study = plan.Study.Text,
            BaseHash = plan.Study.Base.Hash,
            Base = ScenarioTree.Text(plan.Study.Base),
            OtherBases = [.. plan.Study.Bases.Skip(1).Select(one =>
                new ManifestBase(one.Hash, ScenarioTree.Text(one)))],
            Code = plan.Code,
            Runtime = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
            Runs = [.. runs.Select(run => new ManifestRun(
                run.Order.Key, plan.AllPoints[run.Order.Point].Name, run.Order.Point, run.Order.Seed,
                run.Outcome.StateHash))],
            Files = files,
        }.Resealed();
    }

    /// <summary>The manifest with the seal of what it holds.</summary>
    internal StudyManifest Resealed() => this with { Seal = Hash() };

    /// <summary>The text of the file.</summary>
    public string Text() => JsonSerializer.Serialize(this, Context.StudyManifest) + "\n";

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no manifest of a study.</exception>
    public static StudyManifest Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.StudyManifest)
                ?? throw new InvalidDataException("manifest.json is no manifest of a study");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"manifest.json is no manifest of a study: {wrong.Message}",
                wrong);
        }
    }

    private string Hash() => RunSeal.Sha256(Encoding.UTF8.GetBytes((this with { Seal = "" }).Text()));
}

/// <summary>A base of a manifest.</summary>
/// <param name="Hash">Its hash, on the first seed.</param>
/// <param name="Text">The scenario, every default written out.</param>
public sealed record ManifestBase(string Hash, string Text);

/// <summary>A run of a manifest.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Point">Its point.</param>
/// <param name="Number">The number of the point: its scenario is points/NNN.yaml.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="StateHash">The hash of the market's state at its end; empty if it has none.</param>
public sealed record ManifestRun(string Key, string Point, int Number, ulong Seed, string StateHash);

[JsonSerializable(typeof(StudyManifest))]
internal sealed partial class StudyManifestContext : JsonSerializerContext;
