namespace FlashSale.Simulator;

/// <summary>A side of a box: from where or up to where a factor's values are in it.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="IsUpper">Whether values lie below the limit, else above it.</param>
/// <param name="Limit">The limit, in the unit of the coordinates given.</param>
/// <param name="QuasiPValue">
/// How probable so many cases would be if the limits of this factor did nothing (binomial).
/// </param>
/// <param name="Returns">In how many of the half samples this side was found again.</param>
public sealed record PrimSide(int Factor, bool IsUpper, double Limit, double QuasiPValue, int Returns);

/// <summary>A box on the way: how much it holds.</summary>
/// <param name="Coverage">Which share of all cases lie in it.</param>
/// <param name="Density">Which share of its runs are cases.</param>
/// <param name="Support">Which share of all runs lie in it.</param>
/// <param name="Restricted">How many factors have a limit.</param>
public sealed record PrimStage(double Coverage, double Density, double Support, int Restricted);

/// <summary>A box of factors in which something happens: scenario discovery by PRIM.</summary>
/// <remarks>
/// Friedman and Fisher, Statistics and Computing 9 (1999); Bryant and Lempert, Technol. Forecast. Soc. Change
/// 77 (2010). Peels away the 5 % of a box whose loss raises the share of cases most, down to 5 % of all runs;
/// takes the box on the way that balances coverage and density best (the harmonic mean of both); moves each
/// side out and in as long as that rises (pastes); frees factors whose limits chance explains.
/// </remarks>
/// <param name="Sides">The limits that are left, by factor.</param>
/// <param name="Stage">How much the box holds.</param>
/// <param name="Path">The boxes of the peeling: coverage against density.</param>
/// <param name="HalfSamples">In how many half samples it was looked for again.</param>
public sealed record PrimBox(
    IReadOnlyList<PrimSide> Sides, PrimStage Stage, IReadOnlyList<PrimStage> Path, int HalfSamples)
{
    private const int HalfSamplesUsual = 10;
    private const double QuasiPMax = 0.05;

    /// <summary>Looks for the box.</summary>
    /// <param name="points">The factors of each run, in any unit.</param>
    /// <param name="isCase">Whether it happened in that run.</param>
    /// <param name="designSeed">The key of the half samples.</param>
    /// <returns>Null if it happened in no run or in all: there is no box to find.</returns>
    public static PrimBox? Of(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<bool> isCase, ulong designSeed)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(isCase);
        var runs = new PrimRuns(points, isCase);
        if (runs.Cases == 0 || runs.Cases == points.Count)
        {
            return null;
        }

        var (limits, path) = Found(runs);
        var halves = Enumerable.Range(0, HalfSamplesUsual).Select(half =>
            OfHalf(points, isCase, Draws.For(designSeed, half, StudyStreams.HalfSample))).ToList();
        return new PrimBox(
            [
                .. limits.Sides().Select(side => new PrimSide(
                    side.Factor, side.IsUpper, side.Limit, runs.QuasiPValue(limits, side.Factor),
                    halves.Count(half => half?.IsLimited(side.Factor, side.IsUpper) == true))),
            ],
            runs.StageOf(limits), path, halves.Count);
    }

    private static (PrimLimits Limits, IReadOnlyList<PrimStage> Path) Found(PrimRuns runs)
    {
        var boxes = new PrimPeel(runs).Boxes();
        var limits = boxes.MaxBy(runs.BalanceOf)!;
        limits = new PrimPaste(runs).Pasted(limits);
        while (Idle(runs, limits) is { } factor)
        {
            limits = new PrimPaste(runs).Pasted(limits.Without(factor));
        }

        return (limits, [.. boxes.Select(runs.StageOf)]);
    }

    // The limited factor that chance explains best, if it does.
    private static int? Idle(PrimRuns runs, PrimLimits limits)
    {
        var idle = limits.Sides().Select(side => (side.Factor, P: runs.QuasiPValue(limits, side.Factor)))
            .Where(side => side.P > QuasiPMax).ToList();
        return idle.Count == 0 ? null : idle.MaxBy(side => side.P).Factor;
    }

    private static PrimLimits? OfHalf(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<bool> isCase, Draws draws)
    {
        var half = LatinHypercube.Permutation(points.Count, draws).Take((points.Count + 1) / 2)
            .Order().ToList();
        var runs = new PrimRuns([.. half.Select(run => points[run])], [.. half.Select(run => isCase[run])]);
        return runs.Cases == 0 || runs.Cases == half.Count ? null : Found(runs).Limits;
    }
}
