namespace FlashSale.Marketplace;

/// <summary>Splits an amount in proportion, to the fen.</summary>
public static class Apportionment
{
    /// <summary>
    /// Gives each part its share of the amount by its weight, rounded down; the rest goes to the largest
    /// weight, to the first of several.
    /// </summary>
    /// <remarks>
    /// Rule CRT-2. With equal weights and amounts the result never depends on anything but their order.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The weights are negative, or all zero while the amount is not.
    /// </exception>
    public static void Split(Money amount, ReadOnlySpan<Money> weights, Span<Money> parts)
    {
        var whole = Money.Zero;
        var largest = 0;
        for (var at = 0; at < weights.Length; at++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weights[at].Fen, nameof(weights));
            whole += weights[at];
            largest = weights[at] > weights[largest] ? at : largest;
        }

        if (amount == Money.Zero)
        {
            parts[..weights.Length].Clear();
            return;
        }

        var rest = amount;
        for (var at = 0; at < weights.Length; at++)
        {
            parts[at] = amount.ProportionRoundedDown(weights[at].Fen, whole.Fen);
            rest -= parts[at];
        }

        parts[largest] += rest;
    }
}
