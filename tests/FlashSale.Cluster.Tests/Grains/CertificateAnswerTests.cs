using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// Every answer that a command about certificates may get is got on the cluster, too (IDN-1 to IDN-4).
public sealed class CertificateAnswerTests
{
    [Fact]
    public async Task A_cluster_gives_every_answer_at_the_end_of_its_story()
    {
        await using var market = await TestMarket.Start();

        await CertificateAnswers.AreGivenBy(market.Port, wait => market.SetTime(market.Clock.Now + wait));
        await Shop.AuditPasses(market.Port);
    }
}
