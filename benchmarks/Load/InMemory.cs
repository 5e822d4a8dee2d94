namespace FlashSale.Benchmarks;

/// <summary>Carries steps out in a market on this thread, one after another.</summary>
internal static class InMemory
{
    private const int StepsPerMillisecond = 1_024;
    private const int StepsTogether = 16;

    /// <summary>Carries all steps out; market time goes on by a millisecond every thousand steps.</summary>
    public static void Run(Market market, ISteps steps)
    {
        var buffer = new Step[StepsPerMillisecond];
        for (var taken = steps.Take(buffer); taken > 0; taken = steps.Take(buffer))
        {
            market.AdvanceTo(market.Now.AddMilliseconds(1));
            for (var rest = buffer.AsSpan(0, taken); !rest.IsEmpty;)
            {
                var some = rest[..Math.Min(rest.Length, StepsTogether)];
                Prepare(market, some);
                foreach (var step in some)
                {
                    Invariant.Holds(step.CarryOut(market), "every step takes effect");
                }

                rest = rest[some.Length..];
            }
        }
    }

    // As the engine's writer does with the commands of a batch.
    private static void Prepare(Market market, ReadOnlySpan<Step> steps)
    {
        Span<OrderId> orders = stackalloc OrderId[StepsTogether];
        Span<ListingId> listings = stackalloc ListingId[StepsTogether];
        for (var at = 0; at < steps.Length; at++)
        {
            orders[at] = Shop.Checkout(steps[at].Number).Order(0);
            listings[at] = Shop.Line(steps[at].Number).Listing;
        }

        market.View.Prepare(orders[..steps.Length], listings[..steps.Length]);
    }
}
