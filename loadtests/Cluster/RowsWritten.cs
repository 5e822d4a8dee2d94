using System.Diagnostics.Metrics;

namespace FlashSale.LoadTests;

/// <summary>Counts the rows that the stores of this process make durable.</summary>
internal sealed class RowsWritten : IDisposable
{
    private const string Instrument = "flashsale.storage.commit.rows";

    private readonly MeterListener _listener = new();
    private long _rows;

    public RowsWritten()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == StorageMetrics.MeterName && instrument.Name == Instrument)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, rows, _, _) => Interlocked.Add(ref _rows, rows));
        _listener.Start();
    }

    /// <summary>Rows since it was made; a store in memory counts none.</summary>
    public long Count => Interlocked.Read(ref _rows);

    public void Dispose() => _listener.Dispose();
}
