using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>Which combinations of a sweep are run: «capacity >= 80000 and never &lt; 0.2».</summary>
internal sealed partial class LevelCondition
{
    private const string Allowed = "factor < number, with <, <=, > or >=, several joined by «and»";

    private readonly IReadOnlyList<(string Factor, string Sign, double Limit)> _terms;

    private LevelCondition(IReadOnlyList<(string Factor, string Sign, double Limit)> terms) => _terms = terms;

    /// <summary>Reads «where»; without it every combination is run.</summary>
    public static LevelCondition Read(Block block, IReadOnlyList<string> factors)
    {
        const int textMax = 500;
        var terms = new List<(string, string, double)>();
        if (block.Find("where") is null)
        {
            return new LevelCondition(terms);
        }

        foreach (var part in block.Text("where", "", textMax).Split(" and "))
        {
            var term = Term().Match(part.Trim());
            if (!term.Success || FileWords.Number(term.Groups["x"].Value) is not { } limit)
            {
                block.Refuse("where", $"«{part.Trim()}» is no condition", Allowed);
            }
            else if (!factors.Contains(term.Groups["factor"].Value))
            {
                block.Refuse("where", $"there is no factor «{term.Groups["factor"].Value}»",
                    string.Join(", ", factors));
            }
            else
            {
                terms.Add((term.Groups["factor"].Value, term.Groups["sign"].Value, limit));
            }
        }

        return new LevelCondition(terms);
    }

    /// <summary>Whether a point with these levels is run; a level that is no number is.</summary>
    public bool Holds(AskedPoint point) => _terms.All(term =>
        point.Levels.First(level => level.Factor == term.Factor).Number is not { } number
        || term.Sign switch
        {
            "<" => number < term.Limit,
            "<=" => number <= term.Limit,
            ">" => number > term.Limit,
            _ => number >= term.Limit,
        });

    [GeneratedRegex(@"^(?<factor>[A-Za-z][A-Za-z0-9-]*)\s*(?<sign><=|>=|<|>)\s*(?<x>[-+0-9.eE]+)$")]
    private static partial Regex Term();
}
