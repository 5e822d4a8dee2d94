namespace FlashSale.Simulator;

/// <summary>The distributions of a scenario's behaviour, ready to draw from; lengths are in ms.</summary>
internal sealed class Habits(Behaviour behaviour, Capacity capacity)
{
    public QuantileTable Patience { get; } = Table(behaviour.Trying.Patience);

    public QuantileTable PayDelay { get; } = Table(behaviour.Paying.Delay);

    public QuantileTable Transit { get; } = Table(capacity.Transit);

    public QuantileTable ConfirmDelay { get; } = Table(behaviour.Receiving.ConfirmDelay);

    public QuantileTable RateDelay { get; } = Table(behaviour.Rating.Delay);

    public QuantileTable RefundDelay { get; } = Table(behaviour.Returning.BeforeShippingDelay);

    public QuantileTable ReturnDelay { get; } = Table(behaviour.Returning.Delay);

    public QuantileTable DisputeWithin { get; } = Table(behaviour.Returning.DisputeWithin);

    public AliasTable Stars { get; } = new([.. behaviour.Rating.Stars]);

    private static QuantileTable Table(LengthQuantiles lengths) => new(
        [.. lengths.Percents.Select(percent => percent / 100)],
        [.. lengths.Lengths.Select(length => length.TotalMilliseconds)]);
}
