using Serilog.Core;
using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>
/// Lets the first few of equal messages through each minute; the next one that comes through says how many
/// were left out.
/// </summary>
/// <remarks>
/// When a silo dies, Orleans warns about every message to it. What this program says itself is never left
/// out.
/// </remarks>
internal sealed class RepeatedLines : ILogEventFilter
{
    /// <summary>The property that holds how many were left out before.</summary>
    public const string LeftOut = "LeftOut";

    private const int EachMinuteMax = 2;
    private const int KindsMax = 1_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Category, string Template), Seen> _seen = [];

    /// <inheritdoc/>
    public bool IsEnabled(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        var category = LogLine.CategoryOf(logEvent);
        if (LogLine.IsOwn(category))
        {
            return true;
        }

        lock (_lock)
        {
            return Count(logEvent, (category, logEvent.MessageTemplate.Text));
        }
    }

    private bool Count(LogEvent one, (string Category, string Template) kind)
    {
        if (!_seen.TryGetValue(kind, out var seen) || one.Timestamp - seen.Since >= Window)
        {
            if (seen.LeftOut > 0)
            {
                one.AddOrUpdateProperty(new LogEventProperty(LeftOut, new ScalarValue(seen.LeftOut)));
            }

            if (_seen.Count >= KindsMax)
            {
                _seen.Clear();
            }

            _seen[kind] = new Seen(one.Timestamp, 1, 0);
            return true;
        }

        var mayPass = seen.Passed < EachMinuteMax;
        _seen[kind] = mayPass
            ? seen with { Passed = seen.Passed + 1 }
            : seen with { LeftOut = seen.LeftOut + 1 };
        return mayPass;
    }

    private readonly record struct Seen(DateTimeOffset Since, int Passed, int LeftOut);
}
