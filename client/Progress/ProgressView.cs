using System.Globalization;

namespace FlashSale.Client;

/// <summary>
/// Shows how far a run is: a bar that moves on a screen, a line now and then in a log, nothing when asked to
/// be quiet.
/// </summary>
/// <remarks>
/// It only looks at the run. How often it writes depends on the real clock; what the run does, never.
/// </remarks>
internal sealed class ProgressView
{
    private const int BarWidth = 24;
    private const double ShareOfFirstGuess = 0.02;
    private const string ToLineStart = "\r\u001b[2K";
    private static readonly TimeSpan OnScreenEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InLogEvery = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly bool _isQuiet;
    private readonly long _startedAt;
    private long _shownAt;
    private bool _barIsShown;

    public ProgressView(Terminal terminal, bool isQuiet)
    {
        _terminal = terminal;
        _isQuiet = isQuiet;
        _startedAt = terminal.Clock.GetTimestamp();
        _shownAt = _startedAt;
    }

    /// <summary>Whether it is time to show something again; cheap enough to ask often.</summary>
    public bool IsDue => !_isQuiet
        && _terminal.Clock.GetElapsedTime(_shownAt) >= (_terminal.ErrorIsScreen ? OnScreenEvery : InLogEvery);

    /// <summary>Shows how far the run is, if it is time to.</summary>
    public void Show(RunProgress progress)
    {
        if (!IsDue)
        {
            return;
        }

        _shownAt = _terminal.Clock.GetTimestamp();
        var line = Line(progress, _terminal.Clock.GetElapsedTime(_startedAt));
        if (_terminal.ErrorIsScreen)
        {
            _terminal.Error.Write($"{ToLineStart}{Bar(progress.Share)} {line}");
            _terminal.Error.Flush();
            _barIsShown = true;
        }
        else
        {
            _terminal.Error.WriteLine(line);
        }
    }

    /// <summary>Wipes the bar, so that what follows starts on a clean line.</summary>
    public void End()
    {
        if (_barIsShown)
        {
            _terminal.Error.Write(ToLineStart);
            _barIsShown = false;
        }
    }

    private static string Bar(double share)
    {
        var full = (int)(Math.Clamp(share, 0, 1) * BarWidth);
        return new string('█', full) + new string('░', BarWidth - full);
    }

    private static string Line(RunProgress at, TimeSpan wall)
    {
        return string.Create(CultureInfo.InvariantCulture,
            $"{at.Share * 100,3:0} %  {at.SimulatedAt:d MMM HH:mm:ss}  GMV {Figures.Yuan(at.Gmv.Yuan)}"
            + $"  {Figures.Short(at.Orders)} orders{Left(at.Share, wall)}");
    }

    // A guess from what is done: the run is about as fast later as it was until now.
    private static string Left(double share, TimeSpan wall)
    {
        if (share < ShareOfFirstGuess || share >= 1)
        {
            return "";
        }

        var left = wall * ((1 - share) / share);
        return string.Create(CultureInfo.InvariantCulture, $"  about {left:h\\:mm\\:ss} left");
    }
}
