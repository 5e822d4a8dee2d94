using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FlashSale.Dashboard;

/// <summary>
/// Server-Sent Events: a hello with the history, then every tick that the viewer keeps up with.
/// </summary>
internal sealed class LiveStream(LiveTelemetry telemetry, CancellationToken stopping)
{
    /// <summary>As many may watch at one time.</summary>
    public const int ViewersMax = 1_000;

    // Many viewers are served in turns, so that what buyers wait for goes out in between.
    private const int Turns = 16;
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(20);

    private int _came;

    /// <summary>Answers a viewer until it goes, or the host stops.</summary>
    public async Task Answer(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            if (telemetry.Broadcast.Count(1) > ViewersMax)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            context.Response.ContentType = "text/event-stream";
            context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx passes every tick on at once
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await Send(context.Response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
        finally
        {
            telemetry.Broadcast.Count(-1);
        }
    }

    private async Task Send(HttpResponse response, CancellationToken end)
    {
        var turn = unchecked((uint)Interlocked.Increment(ref _came)) % Turns;
        var frame = telemetry.Hello();
        while (true)
        {
            var sent = await response.BodyWriter.WriteAsync(frame.Bytes, end);
            if (sent.IsCompleted)
            {
                return;
            }

            frame = await telemetry.Broadcast.After(frame.Number).WaitAsync(end);
            if (turn > 0 && telemetry.Broadcast.Viewers > Turns)
            {
                await Task.Delay(turn * BetweenTurns, telemetry.Clock, end);
                frame = telemetry.Broadcast.Newest;
            }
        }
    }
}
