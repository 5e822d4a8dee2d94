using FlashSale.Engine;
using FlashSale.Tests.Dashboard;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// Every answer that a command about a publication may get is got (LST-2).
public sealed class PublicationAnswerTests
{
    [Fact]
    public async Task An_engine_gives_every_answer_at_the_end_of_its_story()
    {
        var options = new EngineOptions { Policy = new Policy { Screening = Screenings.Policy } };
        using var engine = MarketEngine.Open(new MemoryStorage(), options, new HandSetClock());

        await PublicationAnswers.AreGivenBy(engine.Marketplace);
        Assert.True((await engine.Marketplace.Audit()).Passed);
    }
}
