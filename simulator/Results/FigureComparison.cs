using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>
/// Sets the figures that a run states beside those that were counted again, and names each that differs with
/// its file, its unit and both values.
/// </summary>
internal sealed partial class FigureComparison
{
    private const int ShownMax = 20;

    private readonly List<string> _wrong = [];

    /// <summary>How many figures were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>What is wrong; the first of many.</summary>
    public IEnumerable<string> Wrong(RunResult stated, RunResult counted)
    {
        Compare("", Tree(stated), Tree(counted));
        CompareTimelines(stated.Timeline, counted.Timeline);
        return _wrong.Count <= ShownMax
            ? _wrong : [.. _wrong.Take(ShownMax), $"and {_wrong.Count - ShownMax} figures more"];
    }

    private static JsonNode? Tree(RunResult result) => JsonNode.Parse(SummaryJson.Write(result.Summary));

    private void Compare(string path, JsonNode? stated, JsonNode? counted)
    {
        switch (stated, counted)
        {
            case (JsonObject one, JsonObject other):
                foreach (var name in one.Select(member => member.Key))
                {
                    Compare(path.Length == 0 ? name : $"{path}.{name}", one[name], other[name]);
                }

                break;
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                for (var at = 0; at < one.Count; at++)
                {
                    Compare($"{path}[{at}]", one[at], other[at]);
                }

                break;
            case (JsonArray one, JsonArray other):
                Differ("summary.json", path, $"{other.Count} items", $"{one.Count} items");
                break;
            default:
                CompareFigure(path, stated?.ToJsonString(), counted?.ToJsonString());
                break;
        }
    }

    // No row of the market knows the wall clock and the machine.
    private void CompareFigure(string path, string? stated, string? counted)
    {
        var figure = SummaryFigures.Find(Indexes().Replace(path, "[]"));
        if (figure is not { IsOfWallClock: true })
        {
            var unit = figure is null or { Unit: "–" } ? "" : $" {figure.Unit}";
            Compare("summary.json", path, counted, stated, unit);
        }
    }

    private void CompareTimelines(IReadOnlyList<TimelineRow> stated, IReadOnlyList<TimelineRow> counted)
    {
        Compare("timeline.csv", "length", Text(counted.Count), Text(stated.Count), "rows");
        for (var at = 0; at < Math.Min(stated.Count, counted.Count); at++)
        {
            var (one, other) = (stated[at], counted[at]);
            Compare("timeline.csv", $"line {at + 2}, seconds", Text(other.Seconds), Text(one.Seconds), "s");
            Compare(
                "timeline.csv", $"line {at + 2}, length_s", Text(other.LengthSeconds),
                Text(one.LengthSeconds), "s");
            foreach (var measure in Measures.All.Where(measure => one[measure] != other[measure]))
            {
                Differ(
                    "timeline.csv", $"line {at + 2}, {measure.Column}",
                    Of(other, measure), Of(one, measure));
            }

            Compared += Measures.All.Count;
        }
    }

    private void Compare(string file, string figure, string? counted, string? stated, string unit)
    {
        Compared++;
        if (counted != stated)
        {
            Differ(file, figure, $"{counted ?? "nothing"}{unit}", $"{stated ?? "nothing"}{unit}");
        }
    }

    private void Differ(string file, string figure, string counted, string stated) =>
        _wrong.Add($"{file} {figure}: counted {counted}, stated {stated}");

    private static string Of(TimelineRow row, Measure measure) => measure.IsMoney
        ? FormattableString.Invariant($"¥{row.Yuan(measure):0.00}") : $"{row[measure]} {measure.Unit}";

    private static string Text(long number) => FormattableString.Invariant($"{number}");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Indexes();
}
