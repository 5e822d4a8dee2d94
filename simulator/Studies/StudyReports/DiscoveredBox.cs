using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The box of factors in which something mostly happens, and the points around it.</summary>
/// <param name="Factors">The factors.</param>
/// <param name="Clause">What happens: «givenUp exceeds 1 %».</param>
/// <param name="Points">The values of the factors of each point.</param>
/// <param name="IsCase">Whether it happens there.</param>
/// <param name="Box">The box; null if it happens nowhere or everywhere.</param>
/// <param name="Explained">Which share of the measure's spread each factor explains, by ranks.</param>
internal sealed record DiscoveredBox(
    IReadOnlyList<RangedFactor> Factors, string Clause, IReadOnlyList<IReadOnlyList<double>> Points,
    IReadOnlyList<bool> IsCase, PrimBox? Box, IReadOnlyList<double> Explained)
{
    /// <summary>The factors, those first whose limits restrict most: a picture shows the first two.</summary>
    /// <remarks>
    /// A limit restricts by the points that only it keeps out of the box. Factors without a limit come by
    /// what they explain of the measure.
    /// </remarks>
    public IReadOnlyList<int> ByRestriction =>
    [
        .. Enumerable.Range(0, Explained.Count)
            .OrderByDescending(factor => Points.Count(point =>
                Limits.Holds(point, but: factor) && !Limits.Holds(point)))
            .ThenByDescending(factor => Explained[factor]),
    ];

    /// <summary>From where to where the box goes in each factor.</summary>
    public PrimLimits Limits => (Box?.Sides ?? []).Aggregate(PrimLimits.All(Explained.Count),
        (limits, side) => limits.With(side.Factor, side.IsUpper, side.Limit));

    /// <summary>How many points are cases.</summary>
    public int Cases => IsCase.Count(one => one);

    /// <summary>The box in a sentence.</summary>
    public string Sentence => Box is { } box
        ? SensitivitySentences.OfBox(Clause, [.. Factors.Select(factor => factor.InWords)], box)
        : Invariant($"{Clause} at {(Cases == 0 ? "none" : "all")} of {Points.Count} points: ")
            + "there is no box to find.";

    /// <summary>The box as study.json has it.</summary>
    public BoxFound Found => new(
        Clause, Points.Count, Cases,
        [.. (Box?.Sides ?? []).Select(side => new BoxSide(
            Factors[side.Factor].Name, side.IsUpper, side.Limit, side.QuasiPValue, side.Returns))],
        Box?.Stage, Box?.Path ?? [], Box?.HalfSamples ?? 0, Sentence);

    /// <summary>boxes.csv, a row a side; box_path.csv, a row a box on the way.</summary>
    public IReadOnlyList<StudyTable> Tables =>
    [
        new StudyTable("boxes",
            ["happens", "factor", "side", "limit_value", "quasi_p", "returns", "half_samples"],
            [
                .. Found.Sides.Select(side => (IReadOnlyList<StudyCell>)
                [
                    Clause, side.Factor, side.IsUpper ? "upper" : "lower", side.Limit, side.QuasiPValue,
                    side.Returns, Found.HalfSamples,
                ]),
            ]),
        new StudyTable("box_path", ["happens", "step", "coverage", "density", "support", "restricted"],
            [
                .. Found.Path.Select((stage, at) => (IReadOnlyList<StudyCell>)
                    [Clause, at, stage.Coverage, stage.Density, stage.Support, stage.Restricted]),
            ]),
    ];

    /// <summary>Looks for the box.</summary>
    public static DiscoveredBox Of(SampleDesign sample, DiscoveredCase wanted, MeasuredIndices measured)
    {
        var factors = sample.Cube.Factors;
        IReadOnlyList<IReadOnlyList<double>> points = [.. measured.Rows.Places.Select(place =>
            (IReadOnlyList<double>)[.. factors.Zip(sample.Coordinates[place],
                (factor, coordinate) => factor.Values.Scale.At(coordinate))])];
        IReadOnlyList<bool> isCase = [.. measured.Rows.Values.Select(row => wanted.Holds(row[0]))];
        return new DiscoveredBox(
            factors, wanted.Clause(measured.Judged), points, isCase,
            points.Count == 0 ? null : PrimBox.Of(points, isCase, sample.DesignSeed!.Value),
            [.. factors.Select((_, at) => at < measured.Indices.Count ? measured.Indices[at].First : 0)]);
    }
}

/// <summary>A box of factors in which something mostly happens.</summary>
/// <param name="Happens">What happens, as a clause.</param>
/// <param name="Points">Among how many points it was looked for.</param>
/// <param name="Cases">At how many of them it happens.</param>
/// <param name="Sides">The limits of the box; none if there is none.</param>
/// <param name="Stage">How much it holds; null if it happens nowhere or everywhere.</param>
/// <param name="Path">The boxes on the way: coverage against density.</param>
/// <param name="HalfSamples">In how many half samples it was looked for again.</param>
/// <param name="Sentence">The same in a sentence.</param>
public sealed record BoxFound(
    string Happens, int Points, int Cases, IReadOnlyList<BoxSide> Sides, PrimStage? Stage,
    IReadOnlyList<PrimStage> Path, int HalfSamples, string Sentence);

/// <summary>A side of a box.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="IsUpper">Whether its values lie below the limit, else above it.</param>
/// <param name="Limit">The limit; of a length in seconds.</param>
/// <param name="QuasiPValue">How probable so many cases would be if it did nothing.</param>
/// <param name="Returns">In how many half samples it was found again.</param>
public sealed record BoxSide(string Factor, bool IsUpper, double Limit, double QuasiPValue, int Returns);
