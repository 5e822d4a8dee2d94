using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// values.json of a run in the cache: what measures were worth in it, by their texts, so that each is read
/// from the run's figures once.
/// </summary>
/// <param name="Values">By the text of the measure; null where the run has none.</param>
/// <param name="Seal">SHA-256 of the values.</param>
internal sealed record RunValues(SortedDictionary<string, double?> Values, string Seal)
{
    private static readonly RunValuesContext Context = new(ResultJson.OfLine());

    /// <summary>None yet.</summary>
    public static RunValues None => new(new(StringComparer.Ordinal), "");

    /// <summary>These and others.</summary>
    public RunValues With(IEnumerable<(string Measure, double? Value)> others)
    {
        var all = new SortedDictionary<string, double?>(Values, StringComparer.Ordinal);
        foreach (var (measure, value) in others)
        {
            all[measure] = value;
        }

        return new RunValues(all, "");
    }

    /// <summary>The text of the file, sealed.</summary>
    public string Text() => JsonSerializer.Serialize(this with { Seal = Hash() }, Context.RunValues) + "\n";

    /// <summary>Reads a file; null if it is none, or not as it was sealed.</summary>
    public static RunValues? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.RunValues) is { } read && read.Seal == read.Hash()
                ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Hash() => RunSeal.Sha256(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this with { Seal = "" }, Context.RunValues)));
}

[JsonSerializable(typeof(RunValues))]
internal sealed partial class RunValuesContext : JsonSerializerContext;
