namespace FlashSale.Simulator;

/// <summary>How often a position is looked at: position k, from 1, with k to a power (MODELS M8).</summary>
internal sealed class PositionLaw(double exponent)
{
    private readonly double[] _weights = Zipf.Weights(SearchPlace.GivenMax, exponent);

    /// <summary>The choice among so many positions; the first is 0.</summary>
    public AliasTable Of(int positions) => positions == 0 ? default : new(_weights.AsSpan(0, positions));

    /// <summary>The share of looks that a position gets, of so many.</summary>
    public double ShareOf(int position, int positions) =>
        _weights[position] / _weights.Take(positions).Sum();
}
