using System.Globalization;

namespace FlashSale.Benchmarks;

/// <summary>Measures the rows that were asked for and reports them.</summary>
internal static class Benchmarks
{
    private const string FolderName = "flashsale-benchmarks";

    /// <summary>Measures and prints; returns the exit code.</summary>
    public static int Run(BenchmarkOptions options, TimeProvider clock)
    {
        var folder = Path.Combine(options.Folder ?? Path.GetTempPath(), FolderName);
        Directory.CreateDirectory(folder);
        try
        {
            var machine = Machine.Of(folder);
            Console.WriteLine(machine);
            if (options.Compare is { } baseline)
            {
                Console.WriteLine($"baseline: {baseline.Origin}");
            }

            var load = Machine.LoadAverage();
            var figures = Measure(options, new Bench(clock, folder, options.Load));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"load average {load} before, {Machine.LoadAverage()} after; {options.Runs} runs a row"));
            Console.WriteLine();
            FigureTable.Write(Console.Out, figures, options.Compare);
            Console.WriteLine();
            Console.WriteLine(
                "Admission (rule CAP-1) is set so high that it does not bind. What each row measures: "
                + "docs/reference/benchmarks.md");
            if (options.Json is { } file)
            {
                JsonReport.Write(file, machine, figures);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<FigureSummary> Measure(BenchmarkOptions options, Bench bench)
    {
        var figures = new List<FigureSummary>();
        foreach (var row in RowList.All().Where(
            row => options.Rows.Count == 0 || options.Rows.Contains(row.Name)))
        {
            using (row)
            {
                figures.AddRange(Measure(row, options.Runs, bench));
            }
        }

        return figures;
    }

    private static IEnumerable<FigureSummary> Measure(IRow row, int runs, Bench bench)
    {
        var measured = new List<IReadOnlyList<Figure>>();
        for (var run = 1; run <= runs; run++)
        {
            Console.Error.WriteLine($"{row.Name}, run {run} of {runs} …");
            measured.Add(row.Measure(bench));
            GC.Collect();
        }

        return measured[0].Select((_, at) =>
            new FigureSummary(row.Name, [.. measured.Select(figures => figures[at])]));
    }
}
