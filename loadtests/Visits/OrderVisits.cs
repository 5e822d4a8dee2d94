using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>Buyers who order one thing, after looking at some.</summary>
/// <param name="market">The market.</param>
/// <param name="orders">Who buys what.</param>
/// <param name="mix">What an order is made of.</param>
/// <param name="looks">How many listings a buyer looks at first.</param>
internal sealed class OrderVisits(ILoadMarket market, OrderPlan orders, OrderMix mix, int looks) : IVisits
{
    private readonly IReadOnlyList<LoadStep> _steps = OrderMixes.StepsOf(mix);

    /// <inheritdoc/>
    public async Task<OrderEnd> Make(long index, ICalls calls)
    {
        for (var look = 0; look < looks; look++)
        {
            // What those wanted who came before, so that popular listings are looked at more.
            var seen = orders.Command(Math.Max(0, index - look), LoadStep.Checkout).Line.Listing;
            await calls.Call("look", () => market.Look(seen));
        }

        return await calls.Order(market, orders.Command(index, _steps[0]), _steps);
    }
}
