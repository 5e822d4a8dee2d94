using System.Globalization;

namespace FlashSale.Client;

/// <summary>
/// A line of progress on standard error: one that is written over on a screen, a new one now and then in a
/// log, nothing when asked to be quiet.
/// </summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="isQuiet">Whether it is not.</param>
/// <param name="onScreenEvery">How often at most on a screen.</param>
internal sealed class ProgressLine(Terminal terminal, bool isQuiet, TimeSpan onScreenEvery)
{
    private const string ToLineStart = "\r\u001b[2K";
    private static readonly TimeSpan InLogEvery = TimeSpan.FromSeconds(10);

    private readonly long _startedAt = terminal.Clock.GetTimestamp();
    private long _shownAt = terminal.Clock.GetTimestamp();
    private bool _isShown;

    /// <summary>Whether it is time to show something again; cheap enough to ask often.</summary>
    public bool IsDue => !isQuiet
        && terminal.Clock.GetElapsedTime(_shownAt) >= (terminal.ErrorIsScreen ? onScreenEvery : InLogEvery);

    /// <summary>How long it has been since the start.</summary>
    public TimeSpan Elapsed => terminal.Clock.GetElapsedTime(_startedAt);

    /// <summary>Shows a text.</summary>
    /// <param name="text">What a log gets, and a screen after its bar.</param>
    /// <param name="bar">What a screen alone gets before it.</param>
    public void Show(string text, string bar = "")
    {
        _shownAt = terminal.Clock.GetTimestamp();
        if (terminal.ErrorIsScreen)
        {
            terminal.Error.Write(ToLineStart + bar + text);
            terminal.Error.Flush();
            _isShown = true;
        }
        else
        {
            terminal.Error.WriteLine(text);
        }
    }

    /// <summary>Wipes the line, so that what follows starts on a clean one.</summary>
    public void End()
    {
        if (_isShown)
        {
            terminal.Error.Write(ToLineStart);
            _isShown = false;
        }
    }

    /// <summary>A bar of so many characters, of which a share is full.</summary>
    public static string Bar(double share, int width)
    {
        var full = (int)(Math.Clamp(share, 0, 1) * width);
        return new string('█', full) + new string('░', width - full);
    }

    /// <summary>A guess in words: «  about 0:00:27 left».</summary>
    public static string Left(TimeSpan left) =>
        string.Create(CultureInfo.InvariantCulture, $"  about {left:h\\:mm\\:ss} left");
}
