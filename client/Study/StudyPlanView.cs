using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What «study plan» says of a study before it is run.</summary>
internal sealed class StudyPlanView(StudyRuns runs, Terminal terminal)
{
    /// <summary>Prints runs, time, memory, what is held, and the difference that will show.</summary>
    /// <param name="first">What became of the first run; null if it was stopped.</param>
    /// <param name="distinct">How many runs are not the same as another.</param>
    /// <param name="missing">How many of them are not there.</param>
    /// <param name="jobs">How many at once the user wants.</param>
    public void Show(RunOutcome? first, int distinct, int missing, int? jobs)
    {
        var (plan, study) = (runs.Plan, runs.Plan.Study);
        var stops = study.Horizon is { } moment ? $", to +{moment.TotalDays:0.##}d" : "";
        terminal.Out.WriteLine(Text(
            $"{study.Name}   ") + (study.Design.Cost
                ?? Text($"{plan.Points.Count} points × {plan.Seeds.Count} seeds")) + " = "
            + Text($"{plan.Orders.Count} runs ")
            + Text($"at scale {study.Base.Scale:0.########}{stops}; {runs.Measures.Count} measures, ")
            + Text($"{plan.Pairs.Count * runs.Measures.Count} comparisons"));
        ShowRounds(study);
        ShowTime(first, distinct, missing, jobs);
        terminal.Out.WriteLine($"held at the base: {study.Kind.HeldBy(study.Base)}");
        ShowFork(plan);
        foreach (var alike in plan.Points.Where(point => point.Recalibrated.Count > 0)
            .GroupBy(point => string.Join(", ", point.Recalibrated)))
        {
            var others = alike.Count() - 1;
            terminal.Out.WriteLine($"another world: {alike.First().Name} "
                + (others > 0 ? Text($"and {others:#,0} more change {alike.Key}") : $"changes {alike.Key}"));
        }

        if (study.Design.RunsMax(study) is null)
        {
            ShowPrecision();
        }
    }

    private void ShowTime(RunOutcome? first, int distinct, int missing, int? jobs)
    {
        var (plan, study) = (runs.Plan, runs.Plan.Study);
        if (first is { HasFigures: true })
        {
            var limits = WorkerLimits.Before(jobs, within: null).After(first);
            var each = first.WallSeconds / limits.Workers;
            terminal.Out.WriteLine(Text(
                $"first run {plan.Points[0].Name} seed {plan.Seeds[0]}: {first.WallSeconds:0.0} s, ")
                + Text($"{first.PeakBytes / 1e6:#,0} MB  →  {distinct - missing} cached, {missing} to run, ")
                + Text($"{limits.Workers} at once: about {Length(each * missing)}"));
            if (study.Design.RunsMax(study) is { } most)
            {
                terminal.Out.WriteLine($"all rounds: at most {Length(each * (most - distinct + missing))}");
            }
        }
        else if (first is not null)
        {
            terminal.Out.WriteLine($"the first run failed: {Words.Of(first.Status)}: {first.Fault}");
        }
    }

    private void ShowFork(StudyPlan plan)
    {
        if (plan.Study.Fork is { } fork)
        {
            terminal.Out.WriteLine(Text($"forked at {fork.Moment}: one past for all points of a ")
                + Text($"seed; {plan.Wholes.Count} more runs check it, whole ones on seed {plan.Seeds[0]}"));
        }
    }

    private void ShowRounds(Study study)
    {
        if (study.Design.RunsMax(study) is { } most)
        {
            terminal.Out.WriteLine(Text(
                $"the first round; the search goes on from what it sees, with at most {most:#,0} runs in all")
                + (most > study.Budget.RunsMax ? Text($", of which the budget has {study.Budget.RunsMax:#,0}")
                    : ""));
        }
    }

    private void ShowPrecision()
    {
        const int shownMax = 5;
        var result = StudyFindings.Of(runs);
        var told = 0;
        foreach (var one in result.Differences.Where(one => one is { Pairs: > 2, Deviation: > 0 })
            .Take(shownMax))
        {
            var seeds = Math.Max(2, runs.Plan.Seeds.Count);
            var half = SeedsNeeded.HalfWidth(one.Deviation, seeds, runs.Plan.Study.Confidence);
            terminal.Out.WriteLine(Text(
                $"{seeds} pairs will show differences of about {half:G2} in {one.Measure} ")
                + Text($"(from {one.Pairs} cached pairs)"));
            told++;
        }

        if (told == 0)
        {
            terminal.Out.WriteLine("the smallest difference that will show is known after three pairs");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Length(double seconds) => seconds switch
    {
        < 120 => Text($"{seconds:0} s"),
        < 7_200 => Text($"{seconds / 60:0} min"),
        _ => Text($"{seconds / 3_600:0.#} h"),
    };
}
