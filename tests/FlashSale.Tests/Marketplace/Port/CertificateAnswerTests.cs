using FlashSale.Engine;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Port;

// Every answer that a command about certificates may get is got (IDN-1 to IDN-4).
public sealed class CertificateAnswerTests
{
    [Fact]
    public async Task An_engine_gives_every_answer_at_the_end_of_its_story()
    {
        var clock = new HandSetClock();
        using var engine = MarketEngine.Open(new MemoryStorage(), new EngineOptions(), clock);

        await CertificateAnswers.AreGivenBy(
            engine.Marketplace, wait => clock.Set(clock.GetUtcNow() + wait));
        Assert.True((await engine.Marketplace.Audit()).Passed);
    }
}
