using System.Text.Json;

namespace FlashSale.Silo;

/// <summary>
/// The answer of a silo that does not serve, not yet or no more: 503, why, and when to come back.
/// </summary>
internal static class ComeBack
{
    // By then the caller reaches another silo, or this one.
    private const string AfterSeconds = "1";

    /// <summary>Answers so.</summary>
    /// <param name="context">The request.</param>
    /// <param name="why">The reason, as a sentence.</param>
    public static Task Tell(HttpContext context, string why) => Tell(
        context, "application/problem+json",
        $$"""{"type":"about:blank","title":"Service Unavailable","status":503,"detail":{{Quoted(why)}}}""");

    /// <summary>Answers so to a caller who asks whether the silo is ready.</summary>
    public static Task TellHalted(HttpContext context, IEnumerable<string> problems) => Tell(
        context, "application/json",
        $$"""{"status":"halted","problems":[{{string.Join(',', problems.Select(Quoted))}}]}""");

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static Task Tell(HttpContext context, string type, string json)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = type;
        context.Response.Headers.RetryAfter = AfterSeconds;
        return context.Response.WriteAsync(json);
    }
}
