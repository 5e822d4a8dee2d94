using System.Globalization;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>
/// The line that tells how a load goes: rewritten every second on a screen, a new one every few seconds
/// elsewhere.
/// </summary>
/// <param name="error">Where it is written: results go elsewhere.</param>
/// <param name="isScreen">Whether a person sees it at once.</param>
/// <param name="seconds">How long the load is.</param>
internal sealed class LoadProgress(TextWriter error, bool isScreen, int seconds)
{
    private const string ToLineStart = "\r\u001b[2K";
    private const int LineEvery = 5;

    private int _shown;
    private bool _lineIsOpen;

    /// <summary>Says what is done now, on a line of its own.</summary>
    public void Says(string text)
    {
        if (_lineIsOpen)
        {
            error.WriteLine();
            _lineIsOpen = false;
        }

        error.WriteLine(text);
    }

    /// <summary>Shows the second before the one that runs, if it is time to.</summary>
    public void Show(LoadTally tally, TimeSpan elapsed)
    {
        var second = (int)elapsed.TotalSeconds;
        if (second <= _shown || second > seconds || (!isScreen && second % LineEvery != 0))
        {
            return;
        }

        _shown = second;
        var line = LineOf(tally, second);
        if (isScreen)
        {
            error.Write(ToLineStart + line);
            _lineIsOpen = true;
        }
        else
        {
            error.WriteLine(line);
        }
    }

    private string LineOf(LoadTally tally, int second)
    {
        var before = tally.Seconds[Math.Min(second - 1, tally.Seconds.Count - 1)];
        var (refused, errors) = (
            tally.Phases.Sum(phase => phase.CountOf(LoadOutcome.Refused)),
            tally.Phases.Sum(phase => phase.CountOf(LoadOutcome.Error)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Clock(second)} of {Clock(seconds)}  {before.Ended(LoadOutcome.Done),5:#,0}/s done of "
            + $"{before.Planned,5:#,0}/s  p99 {Ms(before)}  refused {refused:#,0}  errors {errors:#,0}");
    }

    private static string Clock(int second) => string.Create(
        CultureInfo.InvariantCulture, $"{second / 60}:{second % 60:00}");

    private static string Ms(SecondTally second) => second.Latency?.Quantile(0.99) is { } p99
        ? string.Create(CultureInfo.InvariantCulture, $"{p99.TotalMilliseconds:0.0} ms")
        : "–";
}
