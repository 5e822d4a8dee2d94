using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// The measurements of one kind of machines: what a capacity plan is made from (rule CAP-5).
/// </summary>
/// <param name="CoresPerSilo">CPU cores of each silo.</param>
/// <param name="DatabaseCores">CPU cores of the database; 0 if there is none.</param>
/// <param name="Measurements">What was measured, in the order of the files.</param>
public sealed record LoadResults(
    int CoresPerSilo, int DatabaseCores, IReadOnlyList<LoadMeasurement> Measurements)
{
    private const int MeasurementsMax = 1_000;
    private const int CoresMax = 10_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>What a person should know of how they were measured.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Reads a file of measurements: JSON, or YAML of the same shape.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<LoadResults> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList(file);
        return Of(YamlTree.Parse(text, problems), problems);
    }

    /// <summary>Reads a table of measurements: one a row, with the same names as columns.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<LoadResults> ReadCsv(string text, string file)
    {
        var table = TableText.Read(text, file);
        var problems = new ProblemList(file);
        return table.Value is { } rows
            ? Of(MeasurementTable.Tree(rows, problems), problems)
            : new(null, table.Problems);
    }

    /// <summary>
    /// The measurements of two files together; null if they are not of the same machines.
    /// </summary>
    public LoadResults? With(LoadResults other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (CoresPerSilo, DatabaseCores) == (other.CoresPerSilo, other.DatabaseCores)
            ? this with
            {
                Measurements = [.. Measurements, .. other.Measurements],
                Notes = [.. Notes.Union(other.Notes)],
            }
            : null;
    }

    /// <summary>Measurements on this machine, which a silo and perhaps a database share.</summary>
    public static LoadResults OfThisMachine(bool hasDatabase, IReadOnlyList<LoadMeasurement> measurements) =>
        new(Environment.ProcessorCount, hasDatabase ? Environment.ProcessorCount : 0, measurements);

    /// <summary>The file that <see cref="Read"/> reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    private static ScenarioReading<LoadResults> Of(YamlNode? root, ProblemList problems)
    {
        var results = root is null ? null : Block.Read(root, "", problems, OfFile);
        return new ScenarioReading<LoadResults>(problems.Found == 0 ? results : null, problems.InFileOrder);
    }

    private static LoadResults OfFile(Block block)
    {
        var results = new LoadResults(
            (int)block.Count("coresPerSilo", null, 1, CoresMax),
            (int)block.Count("databaseCores", 0, 0, CoresMax),
            block.Blocks("measurements", [], MeasurementsMax, LoadMeasurement.Read));
        if (results.Measurements.Count == 0)
        {
            block.Refuse("measurements", "there is no measurement", "a list of at least one");
        }

        if (results.DatabaseCores == 0 && results.Measurements.Any(one => one.DatabaseCpuSeconds > 0))
        {
            block.Refuse("databaseCores", "a database worked, but has no cores", "its CPU cores");
        }

        return results;
    }
}
