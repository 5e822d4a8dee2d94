using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// What all endpoints have in common: who may call, how faults are told, what is counted.
/// </summary>
internal sealed class Endpoint(
    MarketApi api, string name, Caller caller, Func<HttpContext, Task<string>> answer)
{
    private const string Problem = "application/problem+json";

    /// <summary>Answers a request.</summary>
    public async Task Invoke(HttpContext context)
    {
        var startedAt = api.Options.RealClock.GetTimestamp();
        var result = await Answer(context);
        api.Meters.Answered(name, result, api.Options.RealClock.GetElapsedTime(startedAt));
    }

    /// <summary>Answers with problem details; gives the word of it.</summary>
    public static string Tell(
        HttpContext context, ProblemType problem, string? detail = null, TimeSpan? retryAfter = null)
    {
        if (context.Response.HasStarted)
        {
            context.Abort(); // the client would take half an answer for a whole one
            return problem.Word;
        }

        var scratch = JsonScratch.Take();
        scratch.Writer.WriteStartObject();
        AnswerWriter.WriteProblem(scratch.Writer, problem, detail, retryAfter);
        scratch.Writer.WriteEndObject();
        SetRetryAfter(context.Response, retryAfter);
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        scratch.SendTo(context.Response, problem.Status, Problem);
        return problem.Word;
    }

    /// <summary>Says when to come again, in whole seconds as HTTP has them.</summary>
    public static void SetRetryAfter(HttpResponse response, TimeSpan? wait)
    {
        if (wait is { } length)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(length.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private async Task<string> Answer(HttpContext context)
    {
        try
        {
            // The door has let the caller in: what is left to see is whether it is an operator.
            return caller == Caller.Operator && api.Gate.Refuse(context, caller) is { } refusal
                ? Tell(context, RequestProblems.Of(refusal))
                : await answer(context);
        }
        catch (MalformedException fault)
        {
            return Tell(context, RequestProblems.Of(RequestFault.Malformed), fault.Message);
        }
        catch (RequestFaultException fault)
        {
            return Tell(context, RequestProblems.Of(fault.Fault), fault.Detail);
        }
        catch (BadHttpRequestException fault)
        {
            return Tell(context, RequestProblems.Of(OfStatus(fault.StatusCode)));
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            var (known, wait) = MarketFault.Of(fault)!.Value;
            return Tell(context, RequestProblems.Of(known), null, wait);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return "gone"; // nobody is there to be answered
        }
    }

    private static RequestFault OfStatus(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => RequestFault.TooLarge,
        StatusCodes.Status408RequestTimeout => RequestFault.TooSlow,
        _ => RequestFault.Malformed,
    };
}
