namespace FlashSale.Simulator;

/// <summary>
/// A choice among n outcomes with given weights: built once, drawn in constant time (Walker, Vose).
/// </summary>
public readonly struct AliasTable
{
    private readonly uint[] _keepBelow;
    private readonly int[] _alias;

    /// <summary>
    /// A choice by weight; outcome i is drawn with probability weight i over the sum of the weights.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is no weight, one is negative or not finite, or all are 0.
    /// </exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0) || !double.IsFinite(weight))
            {
                throw new ArgumentException("weights are finite and not negative", nameof(weights));
            }

            sum += weight;
        }

        if (!(sum > 0) || !double.IsFinite(sum))
        {
            throw new ArgumentException("the weights have a positive, finite sum", nameof(weights));
        }

        _keepBelow = new uint[weights.Length];
        _alias = new int[weights.Length];
        Fill(weights, weights.Length / sum);
    }

    /// <summary>How many outcomes there are.</summary>
    public int Count => _alias.Length;

    /// <summary>One outcome, from 0 to <see cref="Count"/> − 1; uses one draw.</summary>
    public int Draw(ref Draws draws) => At(draws.Next());

    /// <summary>The outcome that 64 evenly mixed bits select.</summary>
    public int At(ulong bits)
    {
        var column = (int)Math.BigMul(bits, (ulong)_alias.Length, out var rest);
        return (uint)(rest >> 32) < _keepBelow[column] ? column : _alias[column];
    }

    private void Fill(ReadOnlySpan<double> weights, double scale)
    {
        // Two stacks in one array: columns below their fair share from the left, the others from the right.
        var left = new double[weights.Length];
        var stacks = new int[weights.Length];
        var poor = 0;
        var rich = weights.Length;
        for (var column = 0; column < weights.Length; column++)
        {
            left[column] = weights[column] * scale;
            stacks[left[column] < 1 ? poor++ : --rich] = column;
            _keepBelow[column] = uint.MaxValue;
            _alias[column] = column;
        }

        while (poor > 0 && rich < weights.Length)
        {
            var taker = stacks[--poor];
            var giver = stacks[rich];
            _keepBelow[taker] = (uint)(left[taker] * uint.MaxValue);
            _alias[taker] = giver;
            left[giver] -= 1 - left[taker];
            if (left[giver] < 1)
            {
                rich++;
                stacks[poor++] = giver;
            }
        }
    }
}
