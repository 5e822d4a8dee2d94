namespace FlashSale.Simulator;

/// <summary>How much of the festival is simulated: 0.001 is one buyer in a thousand.</summary>
/// <param name="Share">Above 0, at most 1.</param>
public readonly record struct SampleScale(double Share)
{
    /// <summary>The number of buyers, orders or units at full scale, to the nearest whole.</summary>
    public long Count(long sample) => (long)Math.Round(sample / Share);

    /// <summary>The money at full scale, to the nearest fen.</summary>
    public Money Amount(Money sample) => Money.FromFen((long)Math.Round(sample.Fen / Share));
}
