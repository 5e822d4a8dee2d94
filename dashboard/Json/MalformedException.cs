using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>A request that cannot be read: where, and what is expected there.</summary>
internal sealed class MalformedException(string place, string reason) : Exception($"{place}: {reason}")
{
    /// <summary>What is said of a JSON text that could not be read.</summary>
    /// <param name="fault">What the reader found.</param>
    /// <param name="root">Where the text stands, such as «$» or «$.commands[3].body».</param>
    public static MalformedException Of(JsonException fault, string root)
    {
        var path = fault.Path is { Length: > 0 } known ? root + known[1..] : root;
        return new MalformedException(path, ReasonOf(fault));
    }

    // The reader's own words name types of this program, which are nothing to a client.
    private static string ReasonOf(JsonException fault) => fault switch
    {
        PlacedFaultException placed => placed.Message,
        _ when Says(fault, "could not be mapped to any .NET member") => "there is no such member",
        _ when Says(fault, "Duplicate property") => "the member is given twice",
        _ when Says(fault, "missing required properties") => Missing(fault.Message),
        _ when Says(fault, "maximum configured depth") => "nested too deeply",
        _ when Says(fault, "could not be converted") => "not of the kind, or outside the range, allowed here",
        _ when Says(fault, "doesn't allow setting null") => "null is not allowed here",
        _ => "this is no valid JSON",
    };

    private static string Missing(string message)
    {
        var names = message.Split('\'').Where((_, at) => at % 2 == 1)
            .Where(name => !name.Contains('.', StringComparison.Ordinal));
        return $"required: {string.Join(", ", names)}";
    }

    private static bool Says(JsonException fault, string words) =>
        fault.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
