using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>The calls that make a visit.</summary>
internal static class OrderCalls
{
    /// <summary>Makes one call that belongs to no order.</summary>
    public static async Task<OrderEnd> One(this ICalls calls, string step, Func<Task<LoadAnswer>> call)
    {
        var answer = await calls.Call(step, call);
        return new OrderEnd(LoadStep.Checkout, answer.Outcome, answer.Reason);
    }

    /// <summary>Takes the steps of an order, each when the one before it was done.</summary>
    /// <param name="calls">Makes each call as a named step.</param>
    /// <param name="market">The market.</param>
    /// <param name="order">Any command of the order.</param>
    /// <param name="steps">The steps, at least one.</param>
    public static async Task<OrderEnd> Order(
        this ICalls calls, ILoadMarket market, LoadCommand order, IEnumerable<LoadStep> steps)
    {
        var end = default(OrderEnd);
        foreach (var step in steps)
        {
            var answer = await calls.Call(Words.Of(step), () => market.Do(order with { Step = step }));
            end = new OrderEnd(step, answer.Outcome, answer.Reason);
            if (answer.Outcome != LoadOutcome.Done)
            {
                break;
            }
        }

        return end;
    }
}
