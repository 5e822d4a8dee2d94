namespace FlashSale.Simulator;

/// <summary>The sentences of a sensitivity analysis, of a box, and of what is not identified.</summary>
public static class SensitivitySentences
{
    /// <summary>Which factor explains most of the spread, and how much of it is chance.</summary>
    /// <param name="measure">What spreads: «giving up».</param>
    /// <param name="factors">The names of the columns.</param>
    /// <param name="indices">Their indices.</param>
    /// <param name="hasChance">Whether the last column is the seed.</param>
    public static string OfLargest(
        string measure, IReadOnlyList<string> factors, IReadOnlyList<SensitivityIndex> indices,
        bool hasChance)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(indices);
        var (largest, at) = indices.SkipLast(hasChance ? 1 : 0).Select((index, place) => (index, place))
            .MaxBy(one => one.index.First);
        var chance = hasChance ? $", chance {Percent(indices[^1].First)}" : "";
        return $"{factors[at]} explains {Percent(largest.First)} "
            + $"({StudyNumber.PercentEnd(Bounded(largest.FirstLimits.Low))}–"
            + $"{StudyNumber.PercentEnd(Bounded(largest.FirstLimits.High))}) "
            + $"of the spread of {measure}{chance}.";
    }

    /// <summary>Which factors act together: those whose T − S is above 0 beyond chance.</summary>
    /// <param name="factors">The names of the columns.</param>
    /// <param name="indices">Their indices, with T.</param>
    /// <returns>
    /// Null if fewer than two do: it takes two. The number is the smallest and the largest of them.
    /// </returns>
    public static string? OfInteractions(
        IReadOnlyList<string> factors, IReadOnlyList<SensitivityIndex> indices)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(indices);
        var together = factors.Zip(indices).Where(one => one.Second.InteractionLimits?.Low > 0)
            .OrderByDescending(one => one.Second.Interaction).ToList();
        if (together.Count < 2)
        {
            return null;
        }

        var least = StudyNumber.Index(together[^1].Second.Interaction!.Value);
        var most = StudyNumber.Index(together[0].Second.Interaction!.Value);
        return $"{string.Join(" × ", together.Select(one => one.First))} interact: T − S = "
            + $"{(least == most ? most : $"{least} to {most}")}.";
    }

    /// <summary>The box in which something mostly happens.</summary>
    /// <param name="happens">What happens, as a clause: «giving up exceeds 1 %».</param>
    /// <param name="factors">The factors, in the order of the coordinates.</param>
    /// <param name="box">The box, in values of the factors.</param>
    public static string OfBox(string happens, IReadOnlyList<FactorWords> factors, PrimBox box)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(box);
        if (box.Sides.Count == 0)
        {
            return $"No box of factors is told apart in which {happens}.";
        }

        var sides = box.Sides.Select(side =>
            $"{factors[side.Factor].Name} {(side.IsUpper ? "<" : ">")} "
            + factors[side.Factor].Rounded(side.Limit));
        return $"{happens} mostly when {string.Join(" and ", sides)}: covers "
            + $"{StudyNumber.Percent(box.Stage.Coverage)} of such cases, "
            + $"{StudyNumber.Percent(box.Stage.Density)} of the box are such.";
    }

    /// <summary>Which values of a factor fit as well as the best one.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="low">The smallest value that fits as well.</param>
    /// <param name="high">The largest.</param>
    /// <returns>Null if only one value does: the factor is identified.</returns>
    public static string? OfNotIdentified(FactorWords factor, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return low == high ? null
            : $"Not identified: any value of {factor.Name} from {StudyNumber.Factor(low)} to "
                + $"{factor.Text(high)} fits as well.";
    }

    // An estimate of a share of the spread may leave 0 to 1 by chance; what it estimates cannot.
    private static double Bounded(double share) => Math.Clamp(share, 0, 1);

    private static string Percent(double share) => StudyNumber.Percent(Bounded(share));
}
