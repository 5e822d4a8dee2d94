using System.Diagnostics.Metrics;

namespace FlashSale.Dashboard;

/// <summary>What the API counts and times; costs next to nothing while nobody listens.</summary>
internal sealed class ApiMeters : IDisposable
{
    /// <summary>The name to listen to.</summary>
    public const string Name = "FlashSale.Api";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _answers;
    private readonly Histogram<double> _seconds;
    private readonly Histogram<int> _batchCommands;
    private readonly UpDownCounter<int> _streams;

    public ApiMeters()
    {
        _answers = _meter.CreateCounter<long>(
            "flashsale.api.answers", "{answer}", "Answers, by operation and result.");
        _seconds = _meter.CreateHistogram<double>(
            "flashsale.api.duration", "s", "From a request's headers to its answer, by operation.");
        _batchCommands = _meter.CreateHistogram<int>(
            "flashsale.api.batch.commands", "{command}", "Commands of a batch, or of a stream's message.");
        _streams = _meter.CreateUpDownCounter<int>(
            "flashsale.api.streams", "{stream}", "Command streams that are open.");
    }

    /// <summary>The meter, to tell it from those of other servers in this process.</summary>
    public Meter Meter => _meter;

    /// <summary>Counts an answer.</summary>
    public void Answered(string operation, string result, TimeSpan within)
    {
        Counted(operation, result);
        if (_seconds.Enabled)
        {
            _seconds.Record(
                within.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
        }
    }

    /// <summary>Counts an answer that was given together with others.</summary>
    public void Counted(string operation, string result)
    {
        if (_answers.Enabled)
        {
            _answers.Add(
                1, new KeyValuePair<string, object?>("operation", operation),
                new KeyValuePair<string, object?>("result", result));
        }
    }

    /// <summary>Notes how many commands came together.</summary>
    public void Gathered(int commands) => _batchCommands.Record(commands);

    /// <summary>A stream opens (1) or ends (−1).</summary>
    public void Streams(int change) => _streams.Add(change);

    public void Dispose() => _meter.Dispose();
}
