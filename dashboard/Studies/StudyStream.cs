using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlashSale.Dashboard;

/// <summary>
/// A study as Server-Sent Events: whenever runs have ended, and every few seconds though none has, one event
/// «runs» with their outcomes, where the next begin, and how the study stands.
/// </summary>
internal sealed class StudyStream(IStudyHost host, StudyRequest request)
{
    /// <summary>As many may follow at one time.</summary>
    public const int FollowersMax = 64;

    private const int QuietTicksMax = 8;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private static int _followers;

    /// <summary>Answers a follower until it goes, the study is over, or the host stops.</summary>
    public async Task<string> Answer()
    {
        var (study, from) = (request.Hash("study"), request.FromOutcome());
        if (await request.InTime(host.FindEnded(study, from)) is not { } first)
        {
            return Endpoint.Tell(request.Context, StudyProblems.Of(StudyRefusal.UnknownStudy));
        }

        try
        {
            if (Interlocked.Increment(ref _followers) > FollowersMax)
            {
                return Endpoint.Tell(request.Context, RequestProblems.Of(RequestFault.Busy));
            }

            await Send(study, first);
            return "followed";
        }
        finally
        {
            Interlocked.Decrement(ref _followers);
        }
    }

    private async Task Send(string study, EndedRunsDocument first)
    {
        var context = request.Context;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var timer = new PeriodicTimer(LookEvery, request.Clock);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx passes every event on at once
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            var quiet = 0;
            Write(context.Response, first);
            for (var last = first; last is { Study.Stopped: null };)
            {
                await context.Response.BodyWriter.FlushAsync(end.Token);
                await timer.WaitForNextTickAsync(end.Token);
                last = await host.FindEnded(study, last.Next);
                quiet = last is { Outcomes.Count: 0, Study.Stopped: null } ? quiet + 1 : QuietTicksMax;
                if (last is not null && quiet >= QuietTicksMax)
                {
                    Write(context.Response, last);
                    quiet = 0;
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Nobody follows any more, or another silo is to be asked.
        }
    }

    private static void Write(HttpResponse response, EndedRunsDocument ended)
    {
        var text = JsonSerializer.Serialize(ended, ApiJson.Default.EndedRunsDocument);
        response.BodyWriter.Write(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"event: runs\nid: {ended.Next}\ndata: {text}\n\n")));
    }
}
