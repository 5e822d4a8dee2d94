namespace FlashSale.Benchmarks;

/// <summary>Carries steps out in a market on this thread, one after another.</summary>
internal static class InMemory
{
    private const int StepsPerMillisecond = 1_024;

    /// <summary>Carries all steps out; market time goes on by a millisecond every thousand steps.</summary>
    public static void Run(Market market, ISteps steps)
    {
        var buffer = new Step[StepsPerMillisecond];
        for (var taken = steps.Take(buffer); taken > 0; taken = steps.Take(buffer))
        {
            market.AdvanceTo(market.Now.AddMilliseconds(1));
            foreach (var step in buffer.AsSpan(0, taken))
            {
                Invariant.Holds(step.CarryOut(market), "every step takes effect");
            }
        }
    }
}
