using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>The limit in front of a cluster's market.</summary>
[Trait("cluster", "CAP-1")]
public sealed class AdmissionTests
{
    private static readonly Policy ThreeASecond = new()
    {
        Admission = new AdmissionPolicy { RequestsPerSecond = 3, BurstWithin = TimeSpan.FromSeconds(1) },
    };

    [Fact]
    public async Task Above_the_limit_a_checkout_is_refused_with_the_time_to_try_again()
    {
        await using var market = await TestMarket.Start(policy: ThreeASecond);
        await Shop.Open(market.Port);
        for (var number = 0; number < 3; number++)
        {
            Assert.Equal(CheckoutResult.Placed, await Ordered(number));
        }

        var refused = await Shop.Order(market.Port, Fixtures.Checkout(3));

        Assert.Equal(CheckoutResult.Throttled, refused.Result);
        Assert.Equal(market.Clock.Now.AddMilliseconds(334), refused.At); // a third of a second, rounded up
        Assert.Equal(CheckoutResult.Placed, await Ordered(0)); // a repeat costs nothing
        market.Clock.Now = refused.At.AddMilliseconds(-1);
        Assert.Equal(CheckoutResult.Throttled, await Ordered(3));
        market.Clock.Now = refused.At;
        Assert.Equal(CheckoutResult.Placed, await Ordered(3));

        async Task<CheckoutResult> Ordered(int number) =>
            (await Shop.Order(market.Port, Fixtures.Checkout(number))).Result;
    }
}
