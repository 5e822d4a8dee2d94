using System.Diagnostics.Metrics;

namespace FlashSale.LoadTests;

/// <summary>
/// Counts what the silos of this process do, by the instruments of Orleans and of the stores.
/// </summary>
internal sealed class SiloMeter : IDisposable
{
    private const string OfOrleans = "Microsoft.Orleans";
    private const string Calls = "orleans-app-requests-latency"; // one measurement for each answered call
    private const string Woken = "orleans-catalog-activation-created";
    private const string Stored = "flashsale.storage.commit.rows";

    private readonly MeterListener _listener = new();
    private long _calls;
    private long _woken;
    private long _rows;

    public SiloMeter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var name = (instrument.Meter.Name, instrument.Name);
            if (name is (OfOrleans, Calls or Woken) or (StorageMetrics.MeterName, Stored))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((one, value, _, _) => Add(one.Name, value));
        _listener.SetMeasurementEventCallback<int>((one, value, _, _) => Add(one.Name, value));
        _listener.SetMeasurementEventCallback<double>((one, _, _, _) => Add(one.Name, 0));
        _listener.Start();
    }

    /// <summary>Calls of grains that were answered, of clients and of other grains.</summary>
    public long GrainCalls => Interlocked.Read(ref _calls);

    /// <summary>Grains that were woken.</summary>
    public long Activations => Interlocked.Read(ref _woken);

    /// <summary>Rows that became durable; a store in memory counts none.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    public void Dispose() => _listener.Dispose();

    private void Add(string instrument, long value)
    {
        switch (instrument)
        {
            case Calls:
                Interlocked.Increment(ref _calls);
                break;
            case Woken:
                Interlocked.Add(ref _woken, value);
                break;
            default:
                Interlocked.Add(ref _rows, value);
                break;
        }
    }
}
