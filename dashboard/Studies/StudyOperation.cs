using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Answers a call about studies; gives the word of the answer.</summary>
internal delegate Task<string> StudyCall(IStudyHost host, StudyRequest request);

/// <summary>One kind of call about studies; only operators may make it.</summary>
/// <param name="Name">Its name in metrics and in OpenAPI, in kebab-case.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The address below /api/v1, with its ids in braces.</param>
/// <param name="Summary">What it does, for people.</param>
/// <param name="Answer">Answers it.</param>
internal sealed record StudyOperation(
    string Name, string Method, string Path, string Summary, StudyCall Answer)
{
    /// <summary>What its body is; null if it has none.</summary>
    public JsonTypeInfo? Body { get; init; }

    /// <summary>What the answer is; null if it is no JSON.</summary>
    public JsonTypeInfo? Document { get; init; }

    /// <summary>The content type of an answer that is no JSON.</summary>
    public string Type { get; init; } = "application/json";

    /// <summary>The parameters it knows.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; init; } = [];

    /// <summary>What may be refused.</summary>
    public IReadOnlyList<StudyRefusal> Refusals { get; init; } = [];

    /// <summary>The names of the ids in the address, in their order.</summary>
    public IReadOnlyList<string> Ids { get; } =
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];

    /// <summary>Answers a request of an operator.</summary>
    /// <exception cref="RequestFaultException">The host carries out no studies.</exception>
    public Task<string> Invoke(MarketApi api, HttpContext context) => Answer(
        api.Options.Studies ?? throw new RequestFaultException(RequestFault.NotOffered),
        new StudyRequest(api, context));
}
