using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// INV-1, INV-3, STO-1: the same on the cluster as in one process.
[Trait("cluster", "INV-1"), Trait("cluster", "INV-3"), Trait("cluster", "STO-1")]
public sealed class RefusedPaymentTests
{
    [Fact]
    public async Task A_payment_is_refused_for_the_reason_that_there_is()
    {
        foreach (var (name, play) in RefusedPayments.All)
        {
            await using var market = await TestMarket.Start();
            var fault = await Record.ExceptionAsync(() => play(market.Port));
            Assert.True(fault is null, $"{name}: {fault}");
            await Shop.AuditPasses(market.Port);
        }
    }
}
