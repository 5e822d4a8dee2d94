using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// Every answer that a command of an order may get is got: a new member of an enum needs a story.
public sealed class OrderAnswerTests
{
    public static TheoryData<string> Names => [.. OrderAnswers.All.Keys.Select(OrderAnswers.NameOf)];

    [Fact]
    public void Every_answer_has_a_story() => Assert.Empty(
        OrderAnswers.Kinds.SelectMany(kind => Enum.GetValues(kind).Cast<Enum>())
            .Except(OrderAnswers.All.Keys));

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
