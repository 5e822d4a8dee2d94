namespace FlashSale.Simulator;

/// <summary>The seeds of designs that fill a cube: of their draws, and of their runs.</summary>
internal static class DesignSeeds
{
    private const long SeedMax = 1L << 53;
    private const int PerPointMax = 100;

    /// <summary>Reads «designSeed»: of hypercubes, trajectories and resamples, never of a run.</summary>
    /// <param name="whole">The whole file.</param>
    public static ulong Read(Block whole) => (ulong)whole.Count("designSeed", 1, 0, SeedMax);

    /// <summary>Reads «seedsPerPoint».</summary>
    public static int ReadPerPoint(Block block) => (int)block.Count("seedsPerPoint", 1, 1, PerPointMax);

    /// <summary>The seeds of runs, from 1: so many for each place.</summary>
    /// <param name="perPoint">How many.</param>
    /// <param name="place">Which of the places that have seeds of their own, from 0.</param>
    public static IReadOnlyList<ulong> Of(int perPoint, int place = 0) =>
        [.. Enumerable.Range(place * perPoint, perPoint).Select(at => (ulong)at + 1)];
}
