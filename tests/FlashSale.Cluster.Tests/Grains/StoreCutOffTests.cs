using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// The same as <see cref="CutOffTests"/> of a step in a store's life: listings follow it, whatever is cut off
/// (rules STO-1, ORD-4).
/// </summary>
[Trait("cluster", "ORD-4")]
public sealed class StoreCutOffTests
{
    private int _probes;

    [Fact]
    public Task A_suspension_that_every_listing_has_to_know() => EachCutOff.Of(new CutOffStory
    {
        StepsMin = 3,
        MustBeCut = ["call IListingGrain.SetStore"],
        Prepare = async (market, order) =>
        {
            Assert.Equal(
                OpenStoreResult.Opened,
                await market.Port.OpenStore(Fixtures.Application(StoreOf(order))));
            Assert.Equal(
                ListingResult.Published,
                await market.Port.Publish(
                    new ListingId(order.Buyer.Value), Fixtures.Terms(stock: 1_000, store: StoreOf(order))));
        },
        Act = async (port, order) => Assert.Equal(
            StoreResult.Done, await port.StepStore(StoreOf(order), StoreStep.Suspend, by: Fixtures.Ops)),
        Picture = async (port, order) =>
        {
            var id = new CheckoutId(new BuyerId(100_000 + _probes++), 0); // somebody tries to buy
            var answer = await Shop.Order(port, id, order.Buyer.Value);
            return $"{(await port.FindStore(StoreOf(order)))!.Store.Status} {answer.Result}";
        },
    });

    private static StoreId StoreOf(OrderId order) => new(order.Buyer.Value);
}
