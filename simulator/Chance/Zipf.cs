namespace FlashSale.Simulator;

/// <summary>
/// Popularity by rank: rank k (from 1) has a weight of k to the power −exponent (rule DEM-1).
/// </summary>
public readonly struct Zipf
{
    private readonly AliasTable _table;

    /// <summary>
    /// Ranks 1 to <paramref name="ranks"/>; measured exponents are 0.65 to 0.90 (FACTS E).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no rank, or the exponent is negative.
    /// </exception>
    public Zipf(int ranks, double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ranks);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        _table = new AliasTable(Weights(ranks, exponent));
    }

    /// <summary>One rank, counted from 0; uses one draw.</summary>
    public int Draw(ref Draws draws) => _table.Draw(ref draws);

    /// <summary>The rank, counted from 0, that 64 evenly mixed bits select.</summary>
    public int At(ulong bits) => _table.At(bits);

    /// <summary>The weights of the ranks; the first is 1.</summary>
    public static double[] Weights(int ranks, double exponent)
    {
        var weights = new double[ranks];
        for (var rank = 0; rank < ranks; rank++)
        {
            weights[rank] = ExactMath.Pow(rank + 1, -exponent);
        }

        return weights;
    }
}
