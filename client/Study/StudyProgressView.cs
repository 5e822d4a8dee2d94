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
        var (plan, runs) = (done.Plan, done.All);
        var whole = plan.Orders.Count;
        var failed = runs.Count(run => !run.Outcome.HasFigures);
        return string.Create(CultureInfo.InvariantCulture,
            $"{plan.Study.Name}  {runs.Count} of {whole} runs ({cached} cached)  ")
            + ProgressLine.Bar((double)runs.Count / whole, BarWidth)
            + (failed > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {failed} failed") : "")
            + Left(runs.Count - cached, whole - runs.Count, wall) + Running(plan, runs) + SoFar(done);
    }

    private static string Left(int made, int left, TimeSpan wall) =>
        made < MadeOfFirstGuess || left <= 0 ? "" : ProgressLine.Left(wall * left / made);

    private static string SoFar(StudyRuns done) =>
        done.Plan.Study.Design.SoFar(done) is { Length: > 0 } text ? $"  {text}" : "";

    // The first comparison as it stands; it decides nothing.
    private static string Running(StudyPlan plan, IReadOnlyList<MeasuredRun> runs)
    {
        if (plan.Pairs.Count == 0 || plan.Study.Measures.Count == 0)
        {
            return "";
        }

        var (first, second) = plan.Pairs[0];
        var pairs = runs.Where(run => run.Order.Point == first.Number && run.Outcome.HasFigures)
            .Join(runs.Where(run => run.Order.Point == second.Number && run.Outcome.HasFigures),
                run => run.Order.Seed, run => run.Order.Seed, (one, other) => other.Values[0] - one.Values[0])
            .OfType<double>().ToList();
        var asked = plan.Study.Measures[0];
        var (times, unit) = asked.Show == AskedDifference.Points ? (100, " points") : (1, "");
        return Estimate.Of(pairs) is { Freedom: > 0 } estimate
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"  {asked.Name} {times * estimate.Mean:+0.####;−0.####;0} "
                + $"± {times * estimate.HalfWidth(plan.Study.Confidence):0.####}{unit} so far, "
                + $"for information: the study decides at its planned size")
            : "";
    }
}
