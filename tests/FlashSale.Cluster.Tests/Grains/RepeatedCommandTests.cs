using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// ORD-4: the same on the cluster as in one process.
[Trait("cluster", "ORD-4")]
public sealed class RepeatedCommandTests
{
    [Fact]
    public async Task A_command_sent_again_gets_the_first_answer()
    {
        foreach (var (name, play) in RepeatedCommands.All)
        {
            await using var market = await TestMarket.Start(policy: RepeatedCommands.RulesOf(name));
            var fault = await Record.ExceptionAsync(() => play(market.Port));
            Assert.True(fault is null, $"{name}: {fault}");
        }
    }
}
