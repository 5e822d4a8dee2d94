using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

[Trait("engine", "CAP-1")]
public sealed class AdmissionTests
{
    private static readonly Policy ThreeASecond = new()
    {
        Admission = new AdmissionPolicy { RequestsPerSecond = 3, BurstWithin = TimeSpan.FromSeconds(1) },
    };

    [Fact]
    public void Above_the_limit_a_checkout_is_refused_with_the_time_to_try_again()
    {
        var market = Market(policy: ThreeASecond);
        for (var number = 0; number < 3; number++)
        {
            Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(number)).Result);
        }

        var refused = market.Place(Checkout(3));

        Assert.Equal(CheckoutResult.Throttled, refused.Result);
        Assert.Equal(Noon.AddMilliseconds(334), refused.At); // a third of a second, rounded up
        market.AdvanceTo(refused.At.AddMilliseconds(-1));
        Assert.Equal(CheckoutResult.Throttled, market.Place(Checkout(3)).Result);
        market.AdvanceTo(refused.At);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(3)).Result);
    }

    [Fact]
    public void A_repeat_and_a_request_without_sense_cost_nothing()
    {
        var market = Market(policy: ThreeASecond);
        for (var time = 0; time < 10; time++)
        {
            Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(0)).Result);
            Assert.Equal(CheckoutResult.BadLines, market.Place(Checkout(1), Line(0)).Result);
            Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout(1), Line(listing: 9)).Result);
        }

        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(2)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(3)).Result);
        Assert.Equal(CheckoutResult.Throttled, market.Place(Checkout(4)).Result);
    }
}
