using System.Text.Json.Nodes;

namespace FlashSale.Tests.Dashboard;

/// <summary>Every command by a request of its own.</summary>
internal sealed class SingleCalls(ApiHost host, TimeProvider clock) : CalledMarket
{
    protected override async ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        var (method, path) = call.Address;
        var answer = await host.Send(method, path, call.Body);
        return Answers.Read<TAnswer>(answer.Body!, clock.GetUtcNow());
    }
}

/// <summary>Commands gathered, and sent together when told to.</summary>
internal sealed class BatchCalls(ApiHost host, TimeProvider clock) : CalledMarket
{
    private readonly List<(Call Call, TaskCompletionSource<JsonNode> Answer)> _gathered = [];

    public async Task Flush()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        var sent = _gathered.ToArray(); // whoever is answered may say something more at once
        _gathered.Clear();
        var answer = await host.Send(
            "POST", "batch", new { commands = sent.Select(one => BodyOf(one.Call)) });
        Assert.True(answer.Status == 200, answer.ToString());
        var answers = answer.Body!["answers"]!.AsArray();
        Assert.Equal(sent.Length, answers.Count);
        for (var at = 0; at < answers.Count; at++)
        {
            sent[at].Answer.SetResult(answers[at]!);
        }
    }

    protected override async ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        var answer = new TaskCompletionSource<JsonNode>();
        _gathered.Add((call, answer));
        return Answers.Read<TAnswer>(await answer.Task, clock.GetUtcNow());
    }

    private static object BodyOf(Call call) => call.Body is null
        ? new { op = call.Op, id = call.Id }
        : new { body = call.Body, op = call.Op, id = call.Id };
}
