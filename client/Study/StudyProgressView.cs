using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Shows how far a study is: runs, failures, the time that is left, and its first difference so far.
/// </summary>
internal sealed class StudyProgressView
{
    private const int BarWidth = 20;
    private const int MadeOfFirstGuess = 2;
    private static readonly TimeSpan OnScreenEvery = TimeSpan.FromMilliseconds(200);

    private readonly ProgressLine _line;

    public StudyProgressView(Terminal terminal, bool isQuiet) =>
        _line = new ProgressLine(terminal, isQuiet, OnScreenEvery);

    /// <summary>Shows how far it is, if it is time to.</summary>
    /// <param name="runs">The runs that are there, asked for only when they are shown.</param>
    /// <param name="cached">How many of them were there at the beginning.</param>
    public void Show(Func<StudyRuns> runs, int cached)
    {
        if (_line.IsDue)
        {
            _line.Show(Line(runs(), cached, _line.Elapsed));
        }
    }

    /// <inheritdoc cref="ProgressLine.End"/>
    public void End() => _line.End();

    private static string Line(StudyRuns done, int cached, TimeSpan wall)
    {
        var (plan, runs) = (done.Plan, done.Whole.ToList());
        var whole = plan.AllOrders.Count;
        var failed = runs.Count(run => !run.Outcome.HasFigures);
        return string.Create(CultureInfo.InvariantCulture,
            $"{plan.Study.Name}  {runs.Count} of {whole} runs ({cached} cached)  ")
            + ProgressLine.Bar((double)runs.Count / whole, BarWidth)
            + (failed > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {failed} failed") : "")
            + Left(runs.Count - cached, whole - runs.Count, wall) + Running(done) + SoFar(done);
    }

    private static string Left(int made, int left, TimeSpan wall) =>
        made < MadeOfFirstGuess || left <= 0 ? "" : ProgressLine.Left(wall * left / made);

    private static string SoFar(StudyRuns done) =>
        done.Plan.Study.Design.SoFar(done) is { Length: > 0 } text ? $"  {text}" : "";

    private static string Running(StudyRuns runs) => RunningDifference.Of(runs) is { } difference
        ? $"  {difference} so far, for information: the study decides at its planned size" : "";
}
