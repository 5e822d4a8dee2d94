using System.Globalization;

namespace FlashSale.Driver;

/// <summary>What a process of the market tells of itself at <c>/metrics</c>, since it was started.</summary>
/// <param name="Cores">CPU cores that it may use.</param>
/// <param name="CpuSeconds">CPU time.</param>
/// <param name="Rows">Rows that became durable; null where none are counted.</param>
/// <param name="HasDatabase">Whether these rows go to a database that works beside it.</param>
internal sealed record ProcessReading(int Cores, double CpuSeconds, double? Rows, bool HasDatabase)
{
    private const string CpuTime = "dotnet_process_cpu_time_seconds_total";
    private const string CpuCount = "dotnet_process_cpu_count";
    private const string RowsSum = "flashsale_storage_commit_rows_sum";
    private const string OfPostgres = "store=\"postgres\"";

    /// <summary>Reads Prometheus' text; null if it does not tell CPU time and cores.</summary>
    public static ProcessReading? Of(string metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var (cpu, cores, rows) = (new List<double>(), new List<double>(), new List<double>());
        var hasDatabase = false;
        foreach (var line in metrics.Split('\n'))
        {
            var into = line.StartsWith(CpuTime, StringComparison.Ordinal) ? cpu
                : line.StartsWith(CpuCount, StringComparison.Ordinal) ? cores
                : line.StartsWith(RowsSum, StringComparison.Ordinal) ? rows
                : null;
            if (into is not null && ValueOf(line) is { } value)
            {
                into.Add(value);
                hasDatabase |= into == rows && line.Contains(OfPostgres, StringComparison.Ordinal);
            }
        }

        return cpu.Count > 0 && cores is [>= 1 and <= 10_000]
            ? new ProcessReading(
                (int)cores[0], cpu.Sum(), rows.Count > 0 ? rows.Sum() : null, hasDatabase)
            : null;
    }

    // «name{labels} value», perhaps with a moment behind.
    private static double? ValueOf(string line)
    {
        var end = line.IndexOf('}', StringComparison.Ordinal);
        var words = line[(end < 0 ? line.IndexOf(' ', StringComparison.Ordinal) : end + 1)..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0
            && double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;
    }
}
