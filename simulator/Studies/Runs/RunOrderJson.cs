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
                order.Horizon is { } moment ? (long)moment.TotalMilliseconds : null, order.KeepsDatabase),
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
                && ScenarioReader.Read(order.Scenario, "order").Value is { } scenario
                && scenario.Hash == order.ScenarioHash)
            {
                return new RunOrder(order.Key, order.Point, scenario,
                    order.HorizonMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null)
                {
                    KeepsDatabase = order.KeepsDatabase,
                };
            }
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no order of a run: {wrong.Message}", wrong);
        }

        throw new InvalidDataException("The order's scenario is not the one that it names.");
    }
}

/// <summary>The fields of the line.</summary>
internal sealed record RunOrderLine(
    string Key, int Point, string Scenario, string ScenarioHash, long? HorizonMs, bool KeepsDatabase);

[JsonSerializable(typeof(RunOrderLine))]
internal sealed partial class RunOrderContext : JsonSerializerContext;
