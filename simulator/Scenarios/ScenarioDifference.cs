namespace FlashSale.Simulator;

/// <summary>One value in which two scenarios differ.</summary>
/// <param name="Path">Where it stands, such as «policy.inventory.payWithin».</param>
/// <param name="First">In the first; null if it is not given there.</param>
/// <param name="Second">In the second.</param>
public sealed record ScenarioDifference(string Path, string? First, string? Second)
{
    /// <summary>All values in which two scenarios differ, in the order of the first.</summary>
    public static IReadOnlyList<ScenarioDifference> Of(Scenario first, Scenario second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(first.Parameters(), second.Parameters());
    }

    /// <summary>The same of two seasons.</summary>
    public static IReadOnlyList<ScenarioDifference> Of(SeasonScenario first, SeasonScenario second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(first.Parameters(), second.Parameters());
    }

    /// <summary>The same from what two runs say of their scenarios.</summary>
    public static IReadOnlyList<ScenarioDifference> Of(
        IReadOnlyList<RunParameter> first, IReadOnlyList<RunParameter> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var here = first.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        var there = second.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        return
        [
            .. first.Concat(second).Select(one => one.Name).Distinct(StringComparer.Ordinal)
                .Select(path => new ScenarioDifference(
                    path, here.GetValueOrDefault(path), there.GetValueOrDefault(path)))
                .Where(one => one.First != one.Second),
        ];
    }

    /// <summary>As a sentence about a run that is there and one that is asked for.</summary>
    public string ThereAndHere() =>
        $"{Path} is {First ?? "not given"} there and {Second ?? "not given"} here";
}
