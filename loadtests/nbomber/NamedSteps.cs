using FlashSale.Driver;
using NBomber.Contracts;
using NBomber.CSharp;

namespace FlashSale.LoadTests;

/// <summary>Makes the calls of one copy of a scenario as steps of NBomber's reports.</summary>
internal sealed class NamedSteps(IScenarioContext context) : ICalls
{
    /// <summary>
    /// The response for an answer. A refusal for a reason of business is a good answer with its reason as
    /// status code; being throttled and errors are failures.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="latency">How long it took; null to let NBomber measure.</param>
    public static Response<object> ResponseTo(LoadAnswer answer, TimeSpan? latency)
    {
        var ms = latency?.TotalMilliseconds ?? 0;
        return answer.Outcome is LoadOutcome.Done or LoadOutcome.Refused
            ? Response.Ok(statusCode: answer.Reason, latencyMs: ms)
            : Response.Fail(statusCode: answer.Reason, latencyMs: ms);
    }

    /// <inheritdoc/>
    public async Task<LoadAnswer> Call(string step, Func<Task<LoadAnswer>> call)
    {
        var answer = default(LoadAnswer);
        await Step.Run(step, context, async () =>
        {
            answer = await call();
            return ResponseTo(answer, latency: null);
        });
        return answer;
    }
}
