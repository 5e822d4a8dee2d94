using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// Every answer that a command of an order may get is got on the cluster, too.
public sealed class OrderAnswerTests
{
    [Fact]
    public async Task A_cluster_gives_every_answer_at_the_end_of_its_story()
    {
        await using var market = await TestMarket.Start(policy: OrderStage.Rules);
        var (number, wrong) = (0, new List<string>());
        foreach (var (expected, play) in OrderAnswers.All)
        {
            var stage = new OrderStage(
                market.Port, length => market.SetTime(market.Clock.Now + length), number++);
            var answer = await play(stage);
            if (!expected.Equals(answer))
            {
                wrong.Add($"{OrderAnswers.NameOf(expected)}: {answer}");
            }
        }

        Assert.Empty(wrong);
        await Shop.AuditPasses(market.Port);
    }
}
