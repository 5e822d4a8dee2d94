using System.Collections.Concurrent;

namespace FlashSale.Dashboard;

/// <summary>What is known of one operation of the API.</summary>
internal sealed class OperationFigures
{
    private readonly ConcurrentDictionary<string, Cell> _results = new(StringComparer.Ordinal);

    /// <summary>How long answers took.</summary>
    public LatencyHistogram Lengths { get; } = Latencies.Histogram();

    /// <summary>Answers by result, as they stand now.</summary>
    public IEnumerable<(string Result, long Count)> Results =>
        _results.Select(one => (one.Key, Volatile.Read(ref one.Value.Count)));

    /// <summary>Counts answers of one result.</summary>
    public void Count(string result, long answers) =>
        Interlocked.Add(ref _results.GetOrAdd(result, static _ => new Cell()).Count, answers);

    private sealed class Cell
    {
        public long Count;
    }
}
