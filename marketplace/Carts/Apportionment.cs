namespace FlashSale.Marketplace;

/// <summary>Splits an amount in proportion, to the fen.</summary>
public static class Apportionment
{
    /// <summary>
    /// Gives each part its share of the amount by its weight, rounded down; the rest goes to the largest
    /// weight, to the first of several. No part is larger than its weight less <paramref name="leave"/>: what
    /// the largest cannot take goes to the others in their order.
    /// </summary>
    /// <remarks>
    /// Rule CRT-2. With equal weights and amounts the result never depends on anything but their order.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A weight is less than what is left of it, or all of them are too small for the amount.
    /// </exception>
    public static void Split(
        Money amount, ReadOnlySpan<Money> weights, Span<Money> parts, Money leave = default)
    {
        var whole = Money.Zero;
        var largest = 0;
        for (var at = 0; at < weights.Length; at++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weights[at], leave, nameof(weights));
            whole += weights[at];
            largest = weights[at] > weights[largest] ? at : largest;
        }

        if (amount == Money.Zero)
        {
            parts[..weights.Length].Clear();
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, whole - (leave * weights.Length));
        var rest = amount;
        for (var at = 0; at < weights.Length; at++)
        {
            var share = amount.ProportionRoundedDown(weights[at].Fen, whole.Fen);
            parts[at] = Money.Min(share, weights[at] - leave);
            rest -= parts[at];
        }

        for (var turn = -1; rest.IsPositive; turn++)
        {
            var at = turn < 0 ? largest : turn;
            var more = Money.Min(rest, weights[at] - leave - parts[at]);
            parts[at] += more;
            rest -= more;
        }
    }
}
