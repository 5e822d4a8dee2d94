using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>
/// Buyers of a festival: all check out and pay; the parcels of some arrive during the test, and those buyers
/// confirm receipt and rate the store.
/// </summary>
internal sealed class FestivalVisits(ILoadMarket market, OrderPlan orders, ulong seed) : IVisits
{
    /// <summary>Of a hundred orders, how many live to their rating (assumed).</summary>
    public const int LivesOf100 = 20;

    private const ushort LifeStream = 4;

    private static readonly IReadOnlyList<LoadStep> Buying = OrderMixes.StepsOf(OrderMix.Buy);
    private static readonly IReadOnlyList<LoadStep> Living =
        [.. OrderMixes.StepsOf(OrderMix.WholeLife), LoadStep.Rate];

    /// <summary>The steps of an arrival's order.</summary>
    public IReadOnlyList<LoadStep> StepsOf(long index) =>
        Draws.For(seed, index, LifeStream).Below(100) < LivesOf100 ? Living : Buying;

    /// <inheritdoc/>
    public Task<OrderEnd> Make(long index, ICalls calls) =>
        calls.Order(market, orders.Command(index, LoadStep.Checkout), StepsOf(index));
}
