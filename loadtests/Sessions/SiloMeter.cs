using System.Diagnostics.Metrics;

namespace FlashSale.LoadTests;

/// <summary>
/// Counts what the silos of this process do, by the instruments of Orleans and of the stores.
/// </summary>
/// <remarks>
/// Instruments belong to the process: a silo whose store is in memory must not count the rows of another one.
/// </remarks>
internal sealed class SiloMeter : IDisposable
{
    private const string OfOrleans = "Microsoft.Orleans";
    private const string Calls = "orleans-app-requests-latency"; // one measurement for each answered call
    private const string Woken = "orleans-catalog-activation-created";
    private const string Stored = "flashsale.storage.commit.rows";

    private readonly MeterListener _listener = new();
    private readonly bool _isDurable;
    private long _calls;
    private long _woken;
    private long _rows;

    /// <summary>Begins to count.</summary>
    /// <param name="storage">Where the measured silo keeps its rows.</param>
    public SiloMeter(Storage storage)
    {
        _isDurable = storage != Storage.Memory;
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

    /// <summary>Rows that became durable; null for a store in memory, where none does.</summary>
    public long? Rows => _isDurable ? Interlocked.Read(ref _rows) : null;

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
