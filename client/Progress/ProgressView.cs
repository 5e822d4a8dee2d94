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
    private static readonly TimeSpan OnScreenEvery = TimeSpan.FromMilliseconds(100);

    private readonly ProgressLine _line;
    private readonly string _which;

    /// <summary>Shows how far a run is.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="isQuiet">Whether it is asked to be quiet.</param>
    /// <param name="which">Which of several runs it is, as «seed 3 of 20»; empty for the only one.</param>
    public ProgressView(Terminal terminal, bool isQuiet, string which = "") =>
        (_line, _which) = (new ProgressLine(terminal, isQuiet, OnScreenEvery), which);

    /// <inheritdoc cref="ProgressLine.IsDue"/>
    public bool IsDue => _line.IsDue;

    /// <summary>Shows how far the run is, if it is time to.</summary>
    public void Show(RunProgress progress)
    {
        if (IsDue)
        {
            var which = _which.Length == 0 ? "" : _which + "  ";
            _line.Show(
                which + Line(progress, _line.Elapsed), ProgressLine.Bar(progress.Share, BarWidth) + " ");
        }
    }

    /// <inheritdoc cref="ProgressLine.End"/>
    public void End() => _line.End();

    private static string Line(RunProgress at, TimeSpan wall)
    {
        return string.Create(CultureInfo.InvariantCulture,
            $"{at.Share * 100,3:0} %  {at.SimulatedAt:d MMM HH:mm:ss}  GMV {Figures.Yuan(at.Gmv.Yuan)}"
            + $"  {Figures.Short(at.Orders)} orders{Left(at.Share, wall)}");
    }

    // A guess from what is done: the run is about as fast later as it was until now.
    private static string Left(double share, TimeSpan wall) =>
        share < ShareOfFirstGuess || share >= 1 ? "" : ProgressLine.Left(wall * ((1 - share) / share));
}
