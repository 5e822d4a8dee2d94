namespace FlashSale.Simulator;

/// <summary>What buyers like, which nobody sees: one of so many tastes (rule SRC-1).</summary>
internal sealed class BuyerTastes
{
    private readonly ulong _seed;
    private readonly TasteVector[] _tastes;

    public BuyerTastes(ulong seed, int segments)
    {
        _seed = seed;
        _tastes = [.. Enumerable.Range(0, segments).Select(segment => TasteOf(seed, segment))];
    }

    /// <summary>How many tastes there are.</summary>
    public int Count => _tastes.Length;

    /// <summary>The taste of a segment.</summary>
    public TasteVector this[int segment] => _tastes[segment];

    /// <summary>The segment of a buyer.</summary>
    public int SegmentOf(int buyer) =>
        (int)Math.BigMul(
            Draws.At(_seed, buyer, Streams.SeasonTaste, 0), (ulong)_tastes.Length, out _);

    // Any direction of the sphere is as likely as another.
    private static TasteVector TasteOf(ulong seed, int segment)
    {
        var draws = Draws.For(seed, segment, Streams.SeasonSegment);
        Span<double> directions = stackalloc double[TasteVector.Directions];
        var square = 0.0;
        foreach (ref var direction in directions)
        {
            direction = ExactMath.InverseNormal(draws.Unit());
            square += direction * direction;
        }

        var length = Math.Sqrt(square); // exact by IEEE 754
        foreach (ref var direction in directions)
        {
            direction /= length;
        }

        return TasteVector.Of(directions)!.Value;
    }
}
