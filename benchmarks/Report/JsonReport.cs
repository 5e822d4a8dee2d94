using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Benchmarks;

/// <summary>The same figures for machines: every run of every figure.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
    };

    /// <summary>Writes the file.</summary>
    public static void Write(string file, Machine machine, IEnumerable<FigureSummary> figures)
    {
        var rows = figures.Select(figure => new
        {
            figure.Row,
            Figure = figure.First.Name,
            figure.First.Unit,
            figure.Min,
            figure.Median,
            figure.Max,
            figure.Runs,
            figure.Notes,
            Bar = figure.First.Bar?.Limit,
            Reached = figure.IsReached,
        });
        File.WriteAllText(file, JsonSerializer.Serialize(new { machine, figures = rows }, Options) + "\n");
    }
}
