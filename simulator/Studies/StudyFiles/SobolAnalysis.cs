using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// Sensitivity by Sobol's indices: rows of two matrices, and of mixtures of both; with chance the seed is a
/// column too.
/// </summary>
public sealed record SobolAnalysis : CubeDesign
{
    /// <summary>The name of the column of seeds.</summary>
    internal const string Chance = "chance";

    private const int BaseUsual = 256;
    private const int BaseMin = 4;
    private const int BaseMax = 1 << 14;

    private SobolAnalysis(FactorCube cube, int rows, bool hasChance, int perPoint, ulong designSeed)
        : base(cube, designSeed)
    {
        Design = SobolDesign.Of(rows, Math.Max(1, cube.Factors.Count), hasChance, designSeed);
        Asked = [.. Enumerable.Range(0, rows).Select(row => RowOf(row, DesignSeeds.Of(perPoint)))];
        Cost = Invariant($"{rows} rows × ({cube.Factors.Count} factors + {(hasChance ? 3 : 2)})")
            + (perPoint > 1 ? Invariant($" × {perPoint} seeds") : "");
    }

    /// <inheritdoc/>
    public override string? Cost { get; }

    /// <summary>The matrices.</summary>
    internal SobolDesign Design { get; }

    /// <summary>The names of the columns: the factors, and chance.</summary>
    internal IReadOnlyList<string> Columns => Design.HasChance ? [.. Cube.Names, Chance] : Cube.Names;

    /// <summary>The runs of each row: of A, of B, and of A with each column of B.</summary>
    internal IReadOnlyList<IReadOnlyList<AskedRuns>> Asked { get; }

    /// <summary>Reads what stands below «sensitivity» with «method: sobol».</summary>
    internal static SobolAnalysis Read(Block block, ulong designSeed)
    {
        var hasChance = block.IsTrue("chance");
        var perPoint = DesignSeeds.ReadPerPoint(block);
        if (hasChance && perPoint > 1)
        {
            block.Refuse("seedsPerPoint", "with chance each row has a seed of its own",
                "chance, or seedsPerPoint");
        }

        var cube = new FactorCube(RangedFactor.ReadAll(block));
        if (hasChance && cube.Names.Contains(Chance))
        {
            block.Refuse("factors", $"«{Chance}» is the name of the column of seeds", "another name");
        }

        return new SobolAnalysis(
            cube, (int)block.Count("base", BaseUsual, BaseMin, BaseMax), hasChance, perPoint, designSeed);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedRuns> Next(StudyRuns done) => [.. Asked.SelectMany(one => one)];

    /// <inheritdoc/>
    internal override DesignFound? Found(StudyRuns done) => SobolFound.Of(this, done);

    // A with the seed of B is the point of A on another seed.
    private IReadOnlyList<AskedRuns> RowOf(int row, IReadOnlyList<ulong> seeds)
    {
        var (ofA, ofB) = Design.HasChance ? (SeedOf(Design.A[row]), SeedOf(Design.B[row])) : (seeds, seeds);
        var a = new AskedRuns(Cube.At(Invariant($"row {row + 1}, A"), Design.A[row]), ofA);
        return
        [
            a,
            new AskedRuns(Cube.At(Invariant($"row {row + 1}, B"), Design.B[row]), ofB),
            .. Cube.Names.Select((name, column) => new AskedRuns(
                Cube.At(Invariant($"row {row + 1}, {name}"), Design.Mixed(row, column)), ofA)),
            .. Design.HasChance ? [a with { Seeds = ofB }] : Array.Empty<AskedRuns>(),
        ];
    }

    private static IReadOnlyList<ulong> SeedOf(IReadOnlyList<double> row) => [SobolDesign.SeedOf(row[^1])];
}
