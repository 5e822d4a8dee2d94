using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>An order as a line from a study to a worker, in a process or on another machine.</summary>
public static class RunOrderJson
{
    private static readonly RunOrderContext Context = new(ResultJson.OfLine());

    /// <summary>One line of JSON.</summary>
    public static string Line(RunOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return JsonSerializer.Serialize(
            new RunOrderLine(
                order.Key, order.Point, ScenarioTree.Text(order.Scenario), order.Scenario.Hash,
                order.Horizon is { } moment ? (long)moment.TotalMilliseconds : null, order.KeepsDatabase,
                order.Past is { } past ? new RunPastLine(past.Key, ScenarioTree.Text(past.Scenario),
                    past.Scenario.Hash, (long)past.At.TotalMilliseconds) : null),
            Context.RunOrderLine);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidDataException">It is no order, or not of the scenario that it
    /// names.</exception>
    public static RunOrder Read(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, Context.RunOrderLine) is { } order
                && ScenarioOf(order.Scenario, order.ScenarioHash) is { } scenario)
            {
                return new RunOrder(order.Key, order.Point, scenario,
                    order.HorizonMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null)
                {
                    KeepsDatabase = order.KeepsDatabase,
                    Past = order.Past is { } past ? PastOf(past) : null,
                };
            }
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no order of a run: {wrong.Message}", wrong);
        }

        throw OtherScenario;
    }

    private static InvalidDataException OtherScenario =>
        new("The order's scenario is not the one that it names.");

    private static RunPast PastOf(RunPastLine past) => new(
        past.Key, ScenarioOf(past.Scenario, past.ScenarioHash) ?? throw OtherScenario,
        TimeSpan.FromMilliseconds(past.AtMs));

    private static IStudiedScenario? ScenarioOf(string text, string hash) =>
        StudiedKind.Read(text, "order").Value is { } scenario && scenario.Hash == hash ? scenario : null;
}

/// <summary>The fields of the line.</summary>
internal sealed record RunOrderLine(
    string Key, int Point, string Scenario, string ScenarioHash, long? HorizonMs, bool KeepsDatabase,
    RunPastLine? Past);

/// <summary>The past in it.</summary>
internal sealed record RunPastLine(string Key, string Scenario, string ScenarioHash, long AtMs);

[JsonSerializable(typeof(RunOrderLine))]
internal sealed partial class RunOrderContext : JsonSerializerContext;
