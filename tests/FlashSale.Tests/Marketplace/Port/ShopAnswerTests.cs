using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// Every answer that a command about shops may get is got.
[Trait("engine", "TRU-7")]
public sealed class ShopAnswerTests
{
    [Fact]
    public async Task An_engine_gives_every_answer_at_the_end_of_its_story()
    {
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = ShopAnswers.Rules },
            new EngineRun.StoppedClock());

        await ShopAnswers.AreGivenBy(engine.Marketplace);
        Assert.True((await engine.Marketplace.Audit()).Passed);
    }
}
