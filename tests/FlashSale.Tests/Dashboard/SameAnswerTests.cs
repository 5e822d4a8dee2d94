using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Tests.Engine;
using FlashSale.Tests.Port;

namespace FlashSale.Tests.Dashboard;

// Whichever way a command comes – by itself, in a batch, in a stream – the market answers the same.
public sealed class SameAnswerTests
{
    private static readonly ApiLimits Wide = new()
    {
        BuyersMax = int.MaxValue,
        StoresMax = int.MaxValue,
        ListingsMax = int.MaxValue,
    };

    [Fact]
    public Task Single_calls_answer_any_history_as_the_market_itself() => Compare(
        histories: 6,
        (host, clock) => Task.FromResult<CalledMarket>(new SingleCalls(host, clock)),
        async (history, port, answers, clock) => answers.AddRange(await history.PlayOn(port, clock.Set)));

    [Fact]
    public Task Batches_answer_any_history_as_the_market_itself() => Compare(
        histories: 12,
        (host, clock) => Task.FromResult<CalledMarket>(new BatchCalls(host, clock)),
        (history, port, answers, clock) =>
            PlayTogether(history, port, ((BatchCalls)port).Flush, answers, clock));

    [Fact]
    public Task Streams_answer_any_history_as_the_market_itself() => Compare(
        histories: 12,
        async (host, _) => await StreamClient.Connect(host),
        (history, port, answers, clock) =>
            PlayTogether(history, port, ((StreamClient)port).Flush, answers, clock));

    [Fact]
    public async Task A_command_sent_again_gets_the_first_answer_in_single_calls_and_in_batches() // ORD-4
    {
        foreach (var (name, play) in RepeatedCommands.All)
        {
            var options = new EngineOptions { Policy = RepeatedCommands.RulesOf(name) };
            await using var one = await ApiHost.Start(engineOptions: options);
            await play(new SingleCalls(one, ApiHost.MarketClock));

            await using var other = await ApiHost.Start(engineOptions: options);
            var batches = new BatchCalls(other, ApiHost.MarketClock);
            var playing = play(batches);
            while (await Task.WhenAny(playing, batches.Gathered) != playing)
            {
                await batches.Flush();
            }

            await playing;
        }
    }

    private static async Task Compare(
        int histories, Func<ApiHost, HandSetClock, Task<CalledMarket>> connect,
        Func<History, CalledMarket, List<object>, HandSetClock, Task> play)
    {
        foreach (var whole in Histories.Some(histories))
        {
            var history = new History([.. whole.Steps.Where(IsSayable)]);
            var (market, clock, answers) = (Fair.Market(), new HandSetClock(), new List<object>());
            await using var host = await ApiHost.Start(
                Wide, new EngineOptions { Policy = Fair.Usual, Size = Fair.Size }, clock);
            var port = await connect(host, clock);

            await play(history, port, answers, clock);

            Assert.Equal(history.PlayOn(market), answers);
            Assert.Equal(market.StateHash(), await host.Engine.Ask(played => played.StateHash()));
            await (port is IAsyncDisposable client ? client.DisposeAsync() : ValueTask.CompletedTask);
        }
    }

    // Everything between two moments is sent at once and awaited afterwards.
    private static async Task PlayTogether(
        History history, CalledMarket port, Func<Task> flush, List<object> answers, HandSetClock clock)
    {
        var (now, pending) = (History.Beginning, new List<Task<object>>());
        await clock.Set(now);
        foreach (var step in history.Steps)
        {
            if (step.Wait == TimeSpan.Zero)
            {
                pending.Add(step.OnPort(port).AsTask());
            }
            else if (step.Wait > TimeSpan.Zero)
            {
                await Answer();
                await clock.Set(now += step.Wait);
            }
        }

        await Answer();

        async Task Answer()
        {
            await flush();
            answers.AddRange(await Task.WhenAll(pending));
            pending.Clear();
        }
    }

    private static bool IsSayable(Step step)
    {
        if (step.Wait != TimeSpan.Zero)
        {
            return true;
        }

        var muted = new MutedMarket();
        _ = step.OnPort(muted).AsTask();
        return muted.Last!.IsSayable;
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class HandSetClock : TimeProvider
{
    private DateTimeOffset _now = History.Beginning;

    public Task Set(DateTimeOffset now)
    {
        _now = now;
        return Task.CompletedTask;
    }

    public override DateTimeOffset GetUtcNow() => _now;
}
