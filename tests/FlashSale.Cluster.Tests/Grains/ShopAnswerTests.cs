using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// Every answer that a command about shops may get is got on the cluster, too.
[Trait("cluster", "TRU-7")]
public sealed class ShopAnswerTests
{
    [Fact]
    public async Task A_cluster_gives_every_answer_at_the_end_of_its_story()
    {
        await using var market = await TestMarket.Start(policy: ShopAnswers.Rules);

        await ShopAnswers.AreGivenBy(market.Port);
        await Shop.AuditPasses(market.Port);
    }
}
