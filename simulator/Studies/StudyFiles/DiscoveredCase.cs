using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>What a box of factors is looked for in: «givenUp > 0.01».</summary>
/// <param name="Measure">The measure.</param>
/// <param name="IsAbove">Whether it happens above the limit, else below it.</param>
/// <param name="Limit">The limit, in the unit of the measure.</param>
public sealed partial record DiscoveredCase(string Measure, bool IsAbove, double Limit)
{
    /// <summary>Whether it happens at a value.</summary>
    public bool Holds(double value) => IsAbove ? value > Limit : value < Limit;

    /// <summary>The same as a clause: «givenUp exceeds 1 %».</summary>
    internal string Clause(JudgedMeasure measure) =>
        $"{Measure} {(IsAbove ? "exceeds" : "is below")} {StudyNumber.LevelExactly(Limit, measure)}";

    /// <summary>Reads «discover»; null if it is not there.</summary>
    internal static DiscoveredCase? Read(Block block, IReadOnlyList<AskedMeasure> measures)
    {
        if (block.Find("discover") is null)
        {
            return null;
        }

        var text = block.Text("discover", "", 200);
        var term = Term().Match(text);
        if (!term.Success || FileWords.Number(term.Groups["x"].Value) is not { } limit)
        {
            block.Refuse("discover", $"«{text}» is no condition", "measure > number, or measure < number");
            return null;
        }

        var measure = term.Groups["measure"].Value;
        if (measures.All(one => one.Name != measure))
        {
            block.Refuse("discover", $"there is no measure {measure}",
                string.Join(", ", measures.Select(one => one.Name)));
        }

        return new DiscoveredCase(measure, term.Groups["sign"].Value == ">", limit);
    }

    [GeneratedRegex(@"^(?<measure>[A-Za-z][A-Za-z0-9-]*)\s*(?<sign>[<>])\s*(?<x>[-+0-9.eE]+)$")]
    private static partial Regex Term();
}
