using System.Text.Json.Nodes;

namespace FlashSale.Tests.Dashboard;

/// <summary>Every command by a request of its own.</summary>
internal sealed class SingleCalls(ApiHost host, TimeProvider clock)
    : CalledMarket(host.Engine.Marketplace)
{
    protected override async ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        var (method, path) = call.Address;
        var answer = await host.Send(method, path, call.Body, request: call.Key);
        return Answers.Read<TAnswer>(answer.Body!, clock.GetUtcNow());
    }
}

/// <summary>Commands gathered, and sent together when told to.</summary>
internal sealed class BatchCalls(ApiHost host, TimeProvider clock)
    : CalledMarket(host.Engine.Marketplace)
{
    private readonly List<(Call Call, TaskCompletionSource<JsonNode> Answer)> _gathered = [];
    private TaskCompletionSource _isGathered = NothingYet();

    /// <summary>Ends when there is something to be sent.</summary>
    public Task Gathered => _isGathered.Task;

    public async Task Flush()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        var sent = _gathered.ToArray(); // whoever is answered may say something more at once
        _gathered.Clear();
        _isGathered = NothingYet();
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
        _isGathered.TrySetResult();
        return Answers.Read<TAnswer>(await answer.Task, clock.GetUtcNow());
    }

    private static TaskCompletionSource NothingYet() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Dictionary<string, object> BodyOf(Call call)
    {
        var members = new Dictionary<string, object>();
        if (call.Body is not null)
        {
            members.Add("body", call.Body);
        }

        if (call.Key is not null)
        {
            members.Add("key", call.Key);
        }

        members.Add("op", call.Op);
        members.Add("id", call.Id);
        return members;
    }
}
