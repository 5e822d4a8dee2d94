using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The factors of a design whose points lie in the cube of their ranges.</summary>
/// <param name="Factors">The factors, in the order of the coordinates.</param>
internal sealed record FactorCube(IReadOnlyList<RangedFactor> Factors)
{
    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. Factors.Select(factor => factor.Name)];

    /// <summary>The two opposite corners: what the scenario takes there it takes between.</summary>
    public IReadOnlyList<AskedPoint> Ends => Factors.Count == 0 ? []
        : [At("low ends", [.. Factors.Select(_ => 0.0)]), At("high ends", [.. Factors.Select(_ => 1.0)])];

    /// <summary>The point at coordinates from 0 to 1.</summary>
    public AskedPoint At(string name, IReadOnlyList<double> coordinates)
    {
        IReadOnlyList<ScenarioChange> changes =
            [.. Factors.Zip(coordinates, (factor, coordinate) => factor.At(coordinate))];
        return new AskedPoint(
            name, [.. Names.Zip(changes, (factor, change) => FactorLevel.Of(factor, change.Value.Text))],
            changes);
    }

    /// <summary>
    /// Factors of which neighbouring values come out equal, because only whole numbers may stand there.
    /// </summary>
    /// <param name="points">The points as they were run.</param>
    /// <param name="coordinates">Where they were asked, in the same order.</param>
    public IEnumerable<StudyWarning> Rounded(
        IReadOnlyList<StudyPoint> points, IReadOnlyList<IReadOnlyList<double>> coordinates)
    {
        foreach (var (name, at) in Names.Select((name, at) => (name, at)))
        {
            var asked = coordinates.Select(point => Factors[at].At(point[at]).Value.Text).Distinct().Count();
            var run = points.Select(point => point.Levels[at].Text).Distinct().Count();
            if (run < asked)
            {
                yield return new StudyWarning(WarningCodes.SameHash, Invariant(
                    $"{name}: {asked} values come out as {run}, as only whole numbers may stand there."));
            }
        }
    }
}
