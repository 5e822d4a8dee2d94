using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FlashSale.Engine;

/// <summary>
/// What an engine times, once a batch; costs next to nothing, and nothing at all while nobody listens.
/// </summary>
public static class EngineMeters
{
    /// <summary>The name to listen to.</summary>
    public const string Name = "FlashSale.Engine";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Answers = Meter.CreateHistogram<double>(
        "flashsale.engine.answer.duration", "s",
        "From the arrival of a batch's first command until all its answers are durable");

    private static readonly Histogram<double> Syncs = Meter.CreateHistogram<double>(
        "flashsale.engine.sync.duration", "s", "Writing a batch to the journal and syncing it");

    private static readonly Histogram<int> Commands = Meter.CreateHistogram<int>(
        "flashsale.engine.batch.commands", "{command}", "Commands of a batch");

    /// <summary>The moment now, for a length that ends later.</summary>
    internal static long Timestamp => Stopwatch.GetTimestamp();

    /// <summary>A batch was written and synced.</summary>
    internal static void Synced(long startedAt) =>
        Syncs.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds);

    /// <summary>A batch was answered.</summary>
    internal static void Answered(long firstArrivedAt, int commands)
    {
        if (commands > 0)
        {
            Answers.Record(Stopwatch.GetElapsedTime(firstArrivedAt).TotalSeconds);
            Commands.Record(commands);
        }
    }
}
