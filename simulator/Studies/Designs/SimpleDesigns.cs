namespace FlashSale.Simulator;

/// <summary>
/// Designs without an idea of their own: at random, one factor at a time, and all with all.
/// </summary>
public static class SimpleDesigns
{
    private static readonly double[] Ends = [0, 1];

    /// <summary>Independent points of the unit cube.</summary>
    /// <param name="points">How many.</param>
    /// <param name="factors">Of how many factors.</param>
    /// <param name="designSeed">The key of all draws.</param>
    public static IReadOnlyList<IReadOnlyList<double>> AtRandom(int points, int factors, ulong designSeed) =>
    [
        .. Enumerable.Range(0, points).Select(point =>
        {
            var draws = Draws.For(designSeed, point, StudyStreams.Random);
            var coordinates = new double[factors];
            for (var factor = 0; factor < factors; factor++)
            {
                coordinates[factor] = draws.Unit();
            }

            return (IReadOnlyList<double>)coordinates;
        }),
    ];

    /// <summary>
    /// The base, then each factor at its low end and at its high end while the others stay: 2k + 1 points.
    /// </summary>
    /// <remarks>
    /// Blind to interactions; a report says so. Points 2i + 1 and 2i + 2 are those of factor i.
    /// </remarks>
    /// <param name="base">The point from which each factor moves, in the unit cube.</param>
    public static IReadOnlyList<IReadOnlyList<double>> OneAtATime(IReadOnlyList<double> @base)
    {
        ArgumentNullException.ThrowIfNull(@base);
        return
        [
            @base,
            .. Enumerable.Range(0, @base.Count).SelectMany(factor =>
                Ends.Select(end => With(@base, factor, end))),
        ];
    }

    /// <summary>Every level of every factor with every other; the last factor changes fastest.</summary>
    /// <param name="levels">The number of levels of each factor.</param>
    /// <returns>The place of the level of each factor, from 0.</returns>
    public static IEnumerable<IReadOnlyList<int>> Grid(IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var place = new int[levels.Count];
        var isMore = levels.All(count => count > 0);
        while (isMore)
        {
            yield return [.. place];
            var factor = levels.Count - 1;
            while (factor >= 0 && ++place[factor] == levels[factor])
            {
                place[factor--] = 0;
            }

            isMore = factor >= 0;
        }
    }

    internal static IReadOnlyList<double> With(IReadOnlyList<double> point, int factor, double coordinate) =>
        [.. point.Select((one, at) => at == factor ? coordinate : one)];
}
