using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A comparison of runs on the terminal, and as JSON.</summary>
internal static class RunComparisonView
{
    private static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints what was asked, the answer, and every figure.</summary>
    public static void Show(RunComparison comparison, Terminal terminal)
    {
        foreach (var arm in comparison.Arms)
        {
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"{arm.Letter}  {arm.Name}; scale {arm.Runs[0].Result.Summary.Scale}, ")
                + $"seeds {string.Join(", ", arm.Seeds)}");
        }

        foreach (var other in comparison.Others)
        {
            Show(other, terminal);
        }

        if (comparison.Others.Count == 0)
        {
            ShowLevels(comparison, terminal);
        }
    }

    /// <summary>Tells what makes the comparison weaker than it looks.</summary>
    public static void Warn(RunComparison comparison, Terminal terminal)
    {
        foreach (var warning in comparison.Warnings)
        {
            terminal.Error.WriteLine(warning);
        }
    }

    /// <summary>Prints the means of one question over its seeds.</summary>
    public static void ShowLevels(RunComparison comparison, Terminal terminal)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{"",-34}{"mean",18} {"± (95 %)",18} {"runs",5}");
        foreach (var (field, mean) in comparison.Levels)
        {
            terminal.Out.WriteLine(
                $"{field.Title,-34}{field.Cell(mean.Mean),18} {Half(field, mean),18} {mean.Runs,5}");
        }
    }

    /// <summary>The same as one JSON document.</summary>
    public static string Json(RunComparison comparison) => new JsonObject
    {
        ["confidence"] = RunComparison.Confidence,
        ["warnings"] = new JsonArray([.. comparison.Warnings.Select(one => JsonValue.Create(one))]),
        ["questions"] = new JsonArray([.. comparison.Arms.Select(Arm)]),
        ["levels"] = new JsonArray([.. comparison.Levels.Select(level => new JsonObject
        {
            ["field"] = level.Field.Field,
            ["unit"] = level.Field.Unit,
            ["mean"] = Of(level.Mean),
        })]),
        ["comparisons"] = new JsonArray([.. comparison.Others.Select(Difference)]),
    }.ToJsonString(Written);

    private static void Show(ArmDifference other, Terminal terminal)
    {
        var pairs = other.Seeds.Count == 1 ? "pair" : "pairs";
        var how = other.Seeds.Count > 0 ? $"{other.Seeds.Count} {pairs} of equal seeds"
            : "no seed in both (Welch)";
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            $"{other.Second.Letter} against {other.First.Letter}, {how}: {other.Finding}.");
        terminal.Out.WriteLine(
            $"{"",-34}{"A",14} {other.Second.Letter,14} {"difference",14} {"± (95 %)",14}  verdict");
        foreach (var figure in other.Figures)
        {
            var field = figure.Field;
            terminal.Out.WriteLine(
                $"{field.Title,-34}{field.Cell(figure.First.Mean),14} {field.Cell(figure.Second.Mean),14} "
                + $"{field.Cell(figure.Difference.Mean),14} {Half(field, figure.Difference),14}  "
                + figure.Verdict);
        }
    }

    private static string Half(SummaryFigure field, Estimate estimate) =>
        estimate.HalfWidth(RunComparison.Confidence) is { } half ? field.Cell(half) : "–";

    private static JsonNode Arm(RunArm arm) => new JsonObject
    {
        ["letter"] = arm.Letter,
        ["differs"] = arm.Name,
        ["scale"] = arm.Runs[0].Result.Summary.Scale,
        ["scenario"] = arm.Runs[0].Result.Summary.Scenario,
        ["runs"] = new JsonArray([.. arm.Runs.Select(run => new JsonObject
        {
            ["folder"] = run.Folder,
            ["seed"] = run.Result.Summary.Seed,
            ["scenarioHash"] = run.Result.Summary.ScenarioHash,
            ["stateHash"] = run.Result.Summary.StateHash,
        })]),
    };

    private static JsonNode Difference(ArmDifference other) => new JsonObject
    {
        ["first"] = other.First.Letter,
        ["second"] = other.Second.Letter,
        ["seeds"] = new JsonArray([.. other.Seeds.Select(seed => JsonValue.Create(seed))]),
        ["finding"] = other.Finding,
        ["figures"] = new JsonArray([.. other.Figures.Select(figure => new JsonObject
        {
            ["field"] = figure.Field.Field,
            ["unit"] = figure.Field.Unit,
            ["first"] = Of(figure.First),
            ["second"] = Of(figure.Second),
            ["difference"] = Of(figure.Difference),
            ["verdict"] = figure.Verdict,
            ["beyondChance"] = figure.IsBeyondChance,
        })]),
    };

    private static JsonObject Of(Estimate estimate) => new()
    {
        ["runs"] = estimate.Runs,
        ["mean"] = estimate.Mean,
        ["deviation"] = estimate.Deviation,
        ["halfWidth"] = estimate.HalfWidth(RunComparison.Confidence),
    };
}
