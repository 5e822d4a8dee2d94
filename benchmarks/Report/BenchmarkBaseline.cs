using System.Text.Json;

namespace FlashSale.Benchmarks;

/// <summary>The figures of an earlier table, which a new one is compared with as ratios.</summary>
internal sealed class BenchmarkBaseline
{
    private readonly Dictionary<(string Row, string Figure), double> _medians = [];

    private BenchmarkBaseline(JsonElement root)
    {
        var machine = root.GetProperty("machine");
        Origin = $"commit {machine.GetProperty("commit").GetString()}; "
            + $"{machine.GetProperty("cores").GetInt32()} cores, "
            + $"{machine.GetProperty("processor").GetString()}";
        foreach (var figure in root.GetProperty("figures").EnumerateArray())
        {
            var median = figure.GetProperty("median");
            if (median.ValueKind == JsonValueKind.Number)
            {
                _medians[(TextOf(figure, "row"), TextOf(figure, "figure"))] = median.GetDouble();
            }
        }
    }

    /// <summary>On what it was measured, for people.</summary>
    public string Origin { get; }

    /// <summary>What <c>--json</c> wrote; null if the file is not there or is something else.</summary>
    public static BenchmarkBaseline? TryRead(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return new BenchmarkBaseline(document.RootElement);
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or JsonException
                or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// A figure's median over that of the baseline; null where one is missing or the baseline is zero.
    /// </summary>
    public double? RatioOf(FigureSummary figure) =>
        _medians.TryGetValue((figure.Row, figure.First.Name), out var before)
        && before != 0 && double.IsFinite(figure.Median)
            ? figure.Median / before
            : null;

    private static string TextOf(JsonElement figure, string name) =>
        figure.GetProperty(name).GetString() ?? "";
}
