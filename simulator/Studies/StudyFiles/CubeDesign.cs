namespace FlashSale.Simulator;

/// <summary>
/// A design whose points are drawn in the cube of its factors, on seeds that it says itself.
/// </summary>
public abstract record CubeDesign : StudyDesign
{
    private readonly ulong _designSeed;

    private protected CubeDesign(FactorCube cube, ulong designSeed) =>
        (Cube, _designSeed) = (cube, designSeed);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Factors => Cube.Names;

    /// <summary>The factors.</summary>
    internal FactorCube Cube { get; }

    /// <inheritdoc/>
    internal sealed override ulong? DesignSeed => _designSeed;

    /// <inheritdoc/>
    internal sealed override bool HasOwnSeeds => true;

    /// <inheritdoc/>
    internal sealed override IReadOnlyList<AskedPoint> Ends => Cube.Ends;
}
