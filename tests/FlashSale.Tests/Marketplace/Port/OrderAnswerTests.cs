using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// Every answer that a command of a cart or an order may get is got.
public sealed class OrderAnswerTests
{
    public static TheoryData<string> Names => [.. OrderAnswers.All.Keys.Select(OrderAnswers.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_engine_gives_the_answer_at_the_end_of_its_story(string name)
    {
        var clock = new MovedClock();
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = OrderStage.Rules }, clock);
        var stage = new OrderStage(engine.Marketplace, clock.Wait, 0);
        var (expected, play) = OrderAnswers.All.Single(one => OrderAnswers.NameOf(one.Key) == name);

        var answer = await play(stage);

        Assert.Equal(expected, answer);
        Assert.True((await engine.Marketplace.Audit()).Passed);
    }

    private sealed class MovedClock : TimeProvider
    {
        private DateTimeOffset _now = Fixtures.Noon;

        public Task Wait(TimeSpan length)
        {
            _now += length;
            return Task.CompletedTask;
        }

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
