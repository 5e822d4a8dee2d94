using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// Sensitivity by Morris: trajectories through the cube, each on seeds of its own, in which each factor moves
/// once.
/// </summary>
public sealed record MorrisStudy : CubeDesign
{
    private const int TrajectoriesUsual = 20;
    private const int TrajectoriesMax = 1_000;
    private const int LevelsMax = 20;
    private const int FactorsMax = 512; // a screening costs one run a factor and trajectory

    private MorrisStudy(FactorCube cube, int trajectories, int levels, int perPoint, ulong designSeed)
        : base(cube, designSeed)
    {
        Design = MorrisDesign.Of(trajectories, Math.Max(1, cube.Factors.Count), designSeed, levels);
        Asked = [.. Design.Trajectories.Select((points, trajectory) => (IReadOnlyList<AskedRuns>)
        [
            .. points.Select((point, step) => new AskedRuns(
                cube.At(Invariant($"trajectory {trajectory + 1}, step {step}"), point),
                DesignSeeds.Of(perPoint, trajectory))),
        ])];
        Cost = Invariant($"{trajectories} trajectories × ({cube.Factors.Count} factors + 1)")
            + (perPoint > 1 ? Invariant($" × {perPoint} seeds") : "");
    }

    /// <inheritdoc/>
    public override string? Cost { get; }

    /// <summary>The points of the trajectories.</summary>
    internal MorrisDesign Design { get; }

    /// <summary>Their runs, trajectory by trajectory.</summary>
    internal IReadOnlyList<IReadOnlyList<AskedRuns>> Asked { get; }

    /// <summary>Reads what stands below «sensitivity» with «method: morris».</summary>
    internal static MorrisStudy Read(Block block, ulong designSeed)
    {
        var levels = (int)block.Count("levels", MorrisDesign.LevelsUsual, 2, LevelsMax);
        if (levels % 2 != 0)
        {
            block.Refuse("levels", Invariant($"{levels} is odd"), Invariant($"2, 4 … {LevelsMax}"));
            levels = MorrisDesign.LevelsUsual;
        }

        return new MorrisStudy(
            new FactorCube(RangedFactor.ReadAll(block, FactorsMax)),
            (int)block.Count("trajectories", TrajectoriesUsual, 2, TrajectoriesMax), levels,
            DesignSeeds.ReadPerPoint(block), designSeed);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedRuns> Next(StudyRuns done) => [.. Asked.SelectMany(one => one)];

    /// <inheritdoc/>
    internal override DesignFound? Found(StudyRuns done) => MorrisFound.Of(this, done);
}
