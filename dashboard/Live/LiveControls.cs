using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>What only an operator may do: every call needs the operator's key, or comes from here.</summary>
internal sealed class LiveControls(MarketApi api, LiveTelemetry live)
{
    private const int BodyBytesMax = 1_024;
    private const double SpeedMax = 1_000_000;

    /// <summary>Adds the addresses.</summary>
    public void Map(WebApplication app)
    {
        Post(app, "pause", ControlKinds.Time, (controls, body) =>
        {
            controls.Pause(IsTrue(body, "paused"));
            return default;
        });
        Post(app, "speed", ControlKinds.Time, (controls, body) =>
        {
            controls.SetSpeed(Within(body, "speed", 0, SpeedMax));
            return default;
        });
        Post(app, "admission", ControlKinds.Admission, (controls, body) => controls.Admit(
            (int)Within(body, "requestsPerSecond", 1, AdmissionPolicy.RequestsPerSecondMax)));
        Post(app, "drain", ControlKinds.Drain, (controls, _) =>
        {
            controls.Drain();
            return default;
        });
        Add(app, "check", static (_, _) => Task.CompletedTask);
        Add(app, "audit", (_, _) => Audit());
    }

    private void Post(
        WebApplication app, string name, ControlKinds kind,
        Func<IHostControls, JsonElement, ValueTask> act) =>
        Add(app, name, async (_, body) =>
        {
            if (live.Options.Controls is not { } controls || !controls.Offered.HasFlag(kind))
            {
                throw new RequestFaultException(RequestFault.NotOffered);
            }

            await act(controls, body);
        });

    private void Add(WebApplication app, string name, Func<HttpContext, JsonElement, Task> act)
    {
        var endpoint = new Endpoint(api, $"control-{name}", Caller.Operator, async context =>
        {
            RequestBody.CheckIsJson(context.Request); // a form of a strange page is none
            await act(context, await Body(context));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return "done";
        });
        app.MapMethods($"/live/control/{name}", ["POST"], endpoint.Invoke);
    }

    private async Task Audit()
    {
        var clock = api.Options.RealClock;
        var startedAt = clock.GetTimestamp();
        var report = await api.Reader.Audit();
        live.Books.Take(
            live.Market.Reading?.Now ?? live.RealNow, clock.GetElapsedTime(startedAt), report);
    }

    private static async Task<JsonElement> Body(HttpContext context)
    {
        if (context.Request.ContentLength is not <= BodyBytesMax)
        {
            throw new RequestFaultException(RequestFault.TooLarge);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, cancellationToken: context.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new MalformedException("$", fault.Message);
        }
    }

    private static bool IsTrue(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
            && (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            ? value.GetBoolean()
            : throw new MalformedException($"$.{name}", "expected true or false");

    private static double Within(JsonElement body, string name, double min, double max) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && number >= min && number <= max
            ? number
            : throw new MalformedException($"$.{name}", $"expected a number from {min} to {max}");
}
