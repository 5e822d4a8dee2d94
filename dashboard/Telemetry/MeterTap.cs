using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace FlashSale.Dashboard;

/// <summary>
/// Listens to the meters of this process and adds up what the dashboard shows: the API by operation, and
/// the durable writes of whichever store is below.
/// </summary>
/// <remarks>The same instruments can be exported elsewhere; docs/reference/metrics.md lists them.</remarks>
internal sealed class MeterTap : IDisposable
{
    private readonly ConcurrentDictionary<string, OperationFigures> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> _levels = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Meter _api;

    /// <summary>Listens to one API's meter, and to all others by their names.</summary>
    public MeterTap(Meter api)
    {
        _api = api;
        _listener.InstrumentPublished = Choose;
        _listener.SetMeasurementEventCallback<long>(OnLong);
        _listener.SetMeasurementEventCallback<int>(
            (one, value, tags, state) => OnLong(one, value, tags, state));
        _listener.SetMeasurementEventCallback<double>(OnDouble);
        _listener.Start();
    }

    /// <summary>Operations of the API by their names.</summary>
    public IReadOnlyDictionary<string, OperationFigures> Operations => _operations;

    /// <summary>How long writes took until they were durable.</summary>
    public LatencyHistogram Writes { get; } = Latencies.Histogram();

    /// <summary>From a command's arrival at the engine until its answer was durable.</summary>
    public LatencyHistogram Orders { get; } = Latencies.Histogram();

    /// <summary>What a counter or a level of another meter stands at; null if it was never seen.</summary>
    public double? Level(string instrument) =>
        _levels.TryGetValue(instrument, out var level) ? level : null;

    /// <summary>Asks all observable instruments.</summary>
    public void Observe()
    {
        foreach (var name in Observed)
        {
            _levels.TryRemove(name, out _);
        }

        _listener.RecordObservableInstruments();
    }

    public void Dispose() => _listener.Dispose();

    private static readonly string[] Observed =
        ["orleans-catalog-activations", "orleans-messaging-processing-dispatcher-processed"];

    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "flashsale.engine.answer.duration", "flashsale.engine.sync.duration",
        "flashsale.storage.commit.duration", "flashsale.storage.writes.waiting",
        "orleans-catalog-activations",
        "orleans-messaging-processing-dispatcher-processed",
    };

    private void Choose(Instrument instrument, MeterListener listener)
    {
        if (ReferenceEquals(instrument.Meter, _api) || Wanted.Contains(instrument.Name))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void OnLong(
        Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == "flashsale.api.answers")
        {
            OperationOf(tags).Count(TextOf(tags, "result"), value);
        }
        else
        {
            _levels.AddOrUpdate(instrument.Name, value, (_, old) => old + value);
        }
    }

    private void OnDouble(
        Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        switch (instrument.Name)
        {
            case "flashsale.api.duration":
                OperationOf(tags).Lengths.Record(TimeSpan.FromSeconds(value));
                break;
            case "flashsale.engine.sync.duration" or "flashsale.storage.commit.duration":
                Writes.Record(TimeSpan.FromSeconds(value));
                break;
            case "flashsale.engine.answer.duration":
                Orders.Record(TimeSpan.FromSeconds(value));
                break;
        }
    }

    private OperationFigures OperationOf(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _operations.GetOrAdd(TextOf(tags, "operation"), static _ => new OperationFigures());

    private static string TextOf(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name)
            {
                return value as string ?? "";
            }
        }

        return "";
    }
}
