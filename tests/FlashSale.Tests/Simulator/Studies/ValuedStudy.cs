using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>
/// A study of two arms, as-it-is and at-once, whose runs are not made: their values are given.
/// </summary>
internal sealed class ValuedStudy
{
    public ValuedStudy(int seeds, string more = "", string? measures = null)
    {
        var study = StudyReaderTests.Study(measures is null ? StudyText.Arms(more: more, seeds: seeds)
            : StudyText.Arms(more: more, seeds: seeds, measures: measures));
        (Plan, Measures) = (StudyReaderTests.Plan(study), StudyMeasure.All(study).Value!);
    }

    public StudyPlan Plan { get; }

    public IReadOnlyList<StudyMeasure> Measures { get; }

    /// <summary>The runs, of which each arm has these values, by seed.</summary>
    public IEnumerable<MeasuredRun> Runs(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        Plan.Orders.Select(order => new MeasuredRun(
            order,
            new RunOutcome
            {
                Key = order.Key,
                Status = RunStatus.Done,
                StateHash = order.Key,
                Checks = 3,
                Orders = order.Point,
                Fault = order.Seed.ToString(CultureInfo.InvariantCulture),
            },
            [(order.Point == 0 ? first : second)[(int)order.Seed - 1]]));

    /// <summary>What it finds in these values.</summary>
    public StudyResult Found(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        Found(Runs(first, second));

    /// <summary>What it finds in these runs.</summary>
    public StudyResult Found(IEnumerable<MeasuredRun> runs) =>
        StudyFindings.Of(new StudyRuns(Plan, Measures, [.. runs]));
}
