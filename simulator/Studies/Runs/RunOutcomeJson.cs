using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>An outcome as text: a file of the cache, and a line between a study and its workers.</summary>
public static class RunOutcomeJson
{
    private static readonly RunOutcomeContext Context = new(
        new JsonSerializerOptions(ResultJson.OfLine()) { IgnoreReadOnlyProperties = true });

    /// <summary>The outcome with the seal over all its fields.</summary>
    public static RunOutcome Sealed(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var bytes = Encoding.UTF8.GetBytes(Line(outcome with { Seal = "" }));
        return outcome with { Seal = RunSeal.Sha256(bytes) };
    }

    /// <summary>One line of JSON.</summary>
    public static string Line(RunOutcome outcome) => JsonSerializer.Serialize(outcome, Context.RunOutcome);

    /// <summary>Reads a line; null if it is no outcome, or not as it was sealed.</summary>
    public static RunOutcome? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Context.RunOutcome) is { } outcome
                && Sealed(outcome) == outcome ? outcome : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(RunOutcome))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class RunOutcomeContext : JsonSerializerContext;
