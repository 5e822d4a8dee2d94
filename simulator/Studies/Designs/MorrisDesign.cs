namespace FlashSale.Simulator;

/// <summary>Trajectories through the unit cube in which each factor moves once (Morris 1991).</summary>
/// <remarks>
/// All points of a trajectory run on one seed, so its effects are free of luck between points; what σ shows
/// is interaction, curvature, and luck between trajectories together. A trajectory may be repeated on another
/// seed.
/// </remarks>
/// <param name="Trajectories">Each has one point more than there are factors.</param>
public sealed record MorrisDesign(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Trajectories)
{
    /// <summary>The levels that most studies take.</summary>
    public const int LevelsUsual = 4;

    /// <summary>Draws trajectories.</summary>
    /// <param name="trajectories">How many: r(k + 1) runs; 20 is usual.</param>
    /// <param name="factors">How many factors, k.</param>
    /// <param name="designSeed">The key of all draws.</param>
    /// <param name="levels">p, even: each step is Δ = p/(2(p − 1)), 2/3 of the range for 4.</param>
    public static MorrisDesign Of(
        int trajectories, int factors, ulong designSeed, int levels = LevelsUsual)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trajectories);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factors);
        if (levels < 2 || levels % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "levels are even, 2 or more");
        }

        return new MorrisDesign([.. Enumerable.Range(0, trajectories).Select(trajectory => Trajectory(
            factors, levels, Draws.For(designSeed, trajectory, StudyStreams.Trajectory)))]);
    }

    private static List<IReadOnlyList<double>> Trajectory(int factors, int levels, Draws draws)
    {
        var step = levels / 2.0;
        var place = new double[factors];
        var steps = new double[factors];
        for (var factor = 0; factor < factors; factor++)
        {
            // Begins in the lower half and rises, or the same from above.
            var low = draws.Below(levels / 2);
            (place[factor], steps[factor]) = draws.Happens(0.5) ? (low, step) : (low + step, -step);
        }

        var points = new List<IReadOnlyList<double>> { Point(place, levels) };
        foreach (var factor in LatinHypercube.Permutation(factors, draws))
        {
            place[factor] += steps[factor];
            points.Add(Point(place, levels));
        }

        return points;
    }

    private static IReadOnlyList<double> Point(double[] place, int levels) =>
        [.. place.Select(one => one / (levels - 1))];
}

/// <summary>What a factor does to a measure, by Morris.</summary>
/// <param name="Mu">The mean effect over trajectories, for the whole range of the factor.</param>
/// <param name="MuStar">
/// The mean size of the effect: what counts, as effects of both signs do not cancel.
/// </param>
/// <param name="Sigma">The standard deviation of the effects: interaction, curvature and luck.</param>
/// <param name="MuStarLimits">The interval of μ*, by resampling whole trajectories.</param>
/// <param name="BehindLimits">
/// The interval of the largest μ* less this one, from the same resamples: from above 0 on the two are told
/// apart.
/// </param>
public sealed record MorrisEffect(
    double Mu, double MuStar, double Sigma, Interval MuStarLimits, Interval BehindLimits)
{
    /// <summary>The effects of all factors.</summary>
    /// <param name="trajectories">The points, as they were run.</param>
    /// <param name="measured">The measure at each point of each trajectory.</param>
    /// <param name="confidence">Of the intervals, as 0.95.</param>
    /// <param name="key">Of the resampling.</param>
    public static IReadOnlyList<MorrisEffect> Of(
        IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> trajectories,
        IReadOnlyList<IReadOnlyList<double>> measured, double confidence, BootstrapKey key)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(measured);
        var effects = trajectories.Zip(measured, Effects).ToList();
        var factors = trajectories[0].Count - 1;
        IReadOnlyList<Estimate> sizes = [.. Enumerable.Range(0, factors).Select(factor =>
            Estimate.Of([.. effects.Select(one => Math.Abs(one[factor]))]))];
        var first = Enumerable.Range(0, factors).MaxBy(factor => sizes[factor].Mean);
        var limits = Bootstrap.PercentilesOf(
            effects.Count,
            rows =>
            {
                double[] means = [.. Enumerable.Range(0, factors).Select(factor =>
                    rows.Sum(row => Math.Abs(effects[row][factor])) / rows.Count)];
                return [.. means, .. means.Select(mean => means[first] - mean)];
            },
            confidence, key);
        return [.. sizes.Select((size, factor) =>
        {
            var of = Estimate.Of([.. effects.Select(one => one[factor])]);
            return new MorrisEffect(
                of.Mean, size.Mean, of.Deviation, limits[factor], limits[factors + factor]);
        })];
    }

    // From each point to the next one factor moved: that is whose effect it is.
    private static double[] Effects(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> measured)
    {
        var effects = new double[points.Count - 1];
        for (var point = 1; point < points.Count; point++)
        {
            var (before, after) = (points[point - 1], points[point]);
            var moved = Enumerable.Range(0, before.Count).Single(factor => before[factor] != after[factor]);
            effects[moved] = (measured[point] - measured[point - 1]) / (after[moved] - before[moved]);
        }

        return effects;
    }
}
