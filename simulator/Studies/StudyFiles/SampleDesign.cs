using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>How a sample fills the cube of its factors.</summary>
public enum SampleMethod
{
    /// <summary>Each factor once in every layer, the best of many such draws.</summary>
    LatinHypercube = 1,

    /// <summary>Evenly, whatever the number of points; best a power of 2.</summary>
    SobolSequence,

    /// <summary>Independent draws.</summary>
    Random,
}

/// <summary>Points that fill the cube of their factors, all on the same seeds.</summary>
public sealed record SampleDesign : CubeDesign
{
    private const int PointsMin = 4;
    private const int PointsMax = 100_000; // the budget refuses less
    private const int PointsUsual = 200;

    private SampleDesign(FactorCube cube, SampleMethod method, int points, int perPoint, ulong designSeed)
        : base(cube, designSeed)
    {
        Method = method;
        var factors = Math.Max(1, cube.Factors.Count);
        Coordinates = method switch
        {
            SampleMethod.SobolSequence => SobolSequence.Of(points, factors, designSeed),
            SampleMethod.Random => SimpleDesigns.AtRandom(points, factors, designSeed),
            _ => LatinHypercube.Of(points, factors, designSeed).Points,
        };
        Asked = [.. Coordinates.Select((point, at) => new AskedRuns(
            cube.At(Invariant($"point {at + 1}"), point), DesignSeeds.Of(perPoint)))];
    }

    /// <summary>How it fills the cube.</summary>
    internal SampleMethod Method { get; }

    /// <summary>The points, in the cube.</summary>
    internal IReadOnlyList<IReadOnlyList<double>> Coordinates { get; }

    /// <summary>Their runs.</summary>
    internal IReadOnlyList<AskedRuns> Asked { get; }

    /// <summary>What a box is looked for in; null if none is.</summary>
    internal DiscoveredCase? Discover { get; private init; }

    /// <summary>Reads the block «sample».</summary>
    internal static SampleDesign Read(Block whole, IReadOnlyList<AskedMeasure> measures)
    {
        var designSeed = DesignSeeds.Read(whole);
        return whole.RequiredSection("sample", block => Read(
            block, designSeed, block.Choice<SampleMethod>("method", SampleMethod.LatinHypercube)) with
        {
            Discover = DiscoveredCase.Read(block, measures),
        });
    }

    /// <summary>Reads what stands below «sensitivity» with «method: rank»: a hypercube.</summary>
    internal static SampleDesign ReadRanks(Block block, ulong designSeed) =>
        Read(block, designSeed, SampleMethod.LatinHypercube);

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedRuns> Next(StudyRuns done) => Asked;

    /// <inheritdoc/>
    internal override DesignFound? Found(StudyRuns done) => SampleFound.Of(this, done);

    private static SampleDesign Read(Block block, ulong designSeed, SampleMethod method) => new(
        new FactorCube(RangedFactor.ReadAll(block)), method,
        (int)block.Count("points", PointsUsual, PointsMin, PointsMax), DesignSeeds.ReadPerPoint(block),
        designSeed);
}
