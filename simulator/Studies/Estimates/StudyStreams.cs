namespace FlashSale.Simulator;

/// <summary>What the draws of a study are for; keyed by its design seed, never by that of a run.</summary>
/// <remarks>Part of every design: renumbering changes the points of all studies.</remarks>
internal static class StudyStreams
{
    /// <summary>By statistic and resample: which rows are drawn.</summary>
    public const ushort Bootstrap = 1;

    /// <summary>By attempt and factor: the order of a Latin hypercube's layers.</summary>
    public const ushort HypercubeLayer = 2;

    /// <summary>By attempt and point: the place within a layer.</summary>
    public const ushort HypercubePlace = 3;

    /// <summary>By factor: the digital shift of a Sobol sequence.</summary>
    public const ushort SobolShift = 4;

    /// <summary>By trajectory: where it begins, its order of factors and its directions.</summary>
    public const ushort Trajectory = 5;

    /// <summary>By point: plain random points.</summary>
    public const ushort Random = 6;

    /// <summary>By half sample: which runs are in it.</summary>
    public const ushort HalfSample = 7;
}
