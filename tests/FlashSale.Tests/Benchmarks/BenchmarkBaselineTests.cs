using FlashSale.Benchmarks;

namespace FlashSale.Tests.Benchmarks;

/// <summary>A table's figures as ratios to an earlier table's.</summary>
public sealed class BenchmarkBaselineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-baseline").FullName;

    private string FilePath => Path.Combine(_folder, "table.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_ratio_is_the_median_over_the_baselines()
    {
        Write(Of("audit", "audit", 4, 100, 8));

        var baseline = BenchmarkBaseline.TryRead(FilePath)!;

        Assert.Equal(0.25, baseline.RatioOf(Of("audit", "audit", 2)));
        Assert.Contains("commit", baseline.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_baseline_has_not_measured_has_no_ratio()
    {
        Write(Of("audit", "audit", double.NaN), Of("audit", "state hash", 0));

        var baseline = BenchmarkBaseline.TryRead(FilePath)!;

        Assert.Null(baseline.RatioOf(Of("audit", "audit", 2)));
        Assert.Null(baseline.RatioOf(Of("audit", "state hash", 2)));
        Assert.Null(baseline.RatioOf(Of("replay", "commands", 2)));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"machine\":{\"commit\":1},\"figures\":[]}")]
    public void Another_file_is_no_baseline(string text)
    {
        File.WriteAllText(FilePath, text);

        Assert.Null(BenchmarkBaseline.TryRead(FilePath));
        Assert.Null(BenchmarkBaseline.TryRead(Path.Combine(_folder, "missing.json")));
    }

    [Fact]
    public void The_table_shows_ratios_to_the_baseline()
    {
        Write(Of("audit", "audit", 4));
        var table = new StringWriter();

        FigureTable.Write(table, [Of("audit", "audit", 6)], BenchmarkBaseline.TryRead(FilePath));

        Assert.Contains("1.500", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_are_told_for_each_that_was_done()
    {
        var cost = new MeasuredCost(
            TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), 1_000, TimeSpan.FromMilliseconds(7));

        Assert.Equal(50, cost.PerSecond(100));
        Assert.Equal([30_000, 10, 7], cost.FiguresOf("an order", 100).Select(figure => figure.Value));
    }

    private static FigureSummary Of(string row, string name, params double[] runs) =>
        new(row, [.. runs.Select(value => new Figure(name, "ms", value))]);

    private void Write(params FigureSummary[] figures) =>
        JsonReport.Write(FilePath, Machine.Of(_folder), figures);
}
