using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Dashboard;

/// <summary>Asks something; null is an answer too: there is nothing of this name.</summary>
internal delegate ValueTask<object?> Lookup(MarketApi api, ref IdParts ids, QueryParameters parameters);

/// <summary>One kind of question.</summary>
/// <param name="Name">Its name in metrics and in OpenAPI, in kebab-case.</param>
/// <param name="Path">The address below /api/v1, with its ids in braces.</param>
/// <param name="Caller">Who may ask.</param>
/// <param name="Summary">What it answers, for people.</param>
/// <param name="Answer">What the answer is.</param>
/// <param name="Ask">Asks it.</param>
internal sealed record QueryOperation(
    string Name, string Path, Caller Caller, string Summary, JsonTypeInfo Answer, Lookup Ask)
{
    /// <summary>The parameters it knows.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; init; } = [];

    /// <summary>The names of the ids in the address, in their order.</summary>
    public IReadOnlyList<string> Ids { get; } =
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];

    /// <summary>Makes a document of an answer, where there is one.</summary>
    public static async ValueTask<object?> Map<T>(ValueTask<T> pending, Func<T, object> document) =>
        await pending is { } answer ? document(answer) : null;
}
