namespace FlashSale.Simulator;

/// <summary>
/// Designs without an idea of their own: at random, and all with all.
/// </summary>
public static class SimpleDesigns
{
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
