using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// A study whose runs have values that are known: played round by round, as the command plays it.
/// </summary>
internal sealed class PlayedStudy
{
    private const int RoundsMax = 100;

    /// <summary>Plays a study to its end.</summary>
    /// <param name="text">Its file.</param>
    /// <param name="value">The value of its first measure in a run; null of a run that fails.</param>
    public PlayedStudy(string text, Func<StudyPoint, ulong, double?> value)
    {
        var reading = StudyReader.Read(text, "s.yaml");
        Assert.Empty(reading.Problems.Select(problem => problem.ToString()));
        var study = reading.Value!;
        var measures = StudyMeasure.All(study).Value!;
        var plan = StudyPlan.Of(study, "code").Value!;
        for (var round = 1; ; round++)
        {
            Runs = new StudyRuns(plan, measures, [.. plan.Orders.Select(order => RunOf(plan, order, value))]);
            var next = plan.After(Runs).Value!;
            Assert.InRange(round, 1, RoundsMax);
            if (next.Orders.Count == plan.Orders.Count)
            {
                Runs = new StudyRuns(next, measures, Runs.All);
                break;
            }

            plan = next;
        }

        Found = StudyFindings.Of(Runs);
    }

    /// <summary>All its runs.</summary>
    public StudyRuns Runs { get; }

    /// <summary>What it found.</summary>
    public StudyResult Found { get; }

    /// <summary>Its search.</summary>
    public SearchFound Search => Found.Search!;

    private static MeasuredRun RunOf(
        StudyPlan plan, RunOrder order, Func<StudyPoint, ulong, double?> value)
    {
        var known = value(plan.Points[order.Point], order.Seed);
        return new MeasuredRun(
            order,
            new RunOutcome
            {
                Key = order.Key,
                Status = known is null ? RunStatus.Faulted : RunStatus.Done,
                StateHash = order.Key,
                Checks = 3,
                Fault = known is null ? "it broke" : "",
            },
            known is null ? [] : [known]);
    }
}
