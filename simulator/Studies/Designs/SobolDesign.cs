namespace FlashSale.Simulator;

/// <summary>The matrices of a Sobol analysis: A, B, and for each column A with that column of B.</summary>
/// <remarks>
/// N(k + 2) runs (Saltelli et al., Comput. Phys. Commun. 181, 2010), from one Sobol sequence of 2k columns
/// with a digital shift. Without chance all points run on the same seeds, which makes the measure a plain
/// function of the factors; with chance the last column is the seed.
/// </remarks>
/// <param name="A">N rows.</param>
/// <param name="B">N rows.</param>
/// <param name="HasChance">Whether the last column is the seed.</param>
public sealed record SobolDesign(
    IReadOnlyList<IReadOnlyList<double>> A, IReadOnlyList<IReadOnlyList<double>> B, bool HasChance)
{
    private const double Seeds = 1UL << 32;

    /// <summary>The columns: factors, and chance.</summary>
    public int Columns => A[0].Count;

    /// <summary>Makes the matrices.</summary>
    /// <param name="rows">N, a power of 2.</param>
    /// <param name="factors">How many factors, up to 32.</param>
    /// <param name="hasChance">Whether the seed is a column too.</param>
    /// <param name="designSeed">The key of the digital shift.</param>
    public static SobolDesign Of(int rows, int factors, bool hasChance, ulong designSeed)
    {
        var columns = factors + (hasChance ? 1 : 0);
        var both = SobolSequence.Of(rows, 2 * columns, designSeed);
        return new SobolDesign(
            [.. both.Select(row => (IReadOnlyList<double>)[.. row.Take(columns)])],
            [.. both.Select(row => (IReadOnlyList<double>)[.. row.Skip(columns)])],
            hasChance);
    }

    /// <summary>A row of A with one column of B.</summary>
    public IReadOnlyList<double> Mixed(int row, int column) =>
        SimpleDesigns.With(A[row], column, B[row][column]);

    /// <summary>The seed that a coordinate of chance stands for, from 1.</summary>
    public static ulong SeedOf(double coordinate) => (ulong)(coordinate * Seeds) + 1;
}
