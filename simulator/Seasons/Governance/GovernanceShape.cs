namespace FlashSale.Simulator;

/// <summary>Sums up how sellers of a season took changes of the rules.</summary>
internal static class GovernanceShape
{
    /// <summary>The figures of the days so far, the warm-up's too: a protest may begin in it.</summary>
    public static GovernanceFigures Of(
        IReadOnlyList<SeasonRow> days, int sellers, IReadOnlyList<ProtestCourse> courses,
        IReadOnlyList<MechanismRow> mechanisms)
    {
        var all = days.Count == 0 ? null : SeasonRow.Of(days);
        var most = MostOf(days, SeasonMeasures.Participants);
        return new GovernanceFigures(
            all?[SeasonMeasures.RuleSteps] ?? 0, all?[SeasonMeasures.ControlLevel] ?? 0, most,
            Rounded.To(most / (double)Math.Max(1, sellers), 4),
            days.Sum(day => day[SeasonMeasures.Participants]), MostOf(days, SeasonMeasures.StoresAttacked),
            all?[SeasonMeasures.HoardedUnitHours] ?? 0, all?[SeasonMeasures.ProtestOrders] ?? 0,
            all?.Yuan(SeasonMeasures.ProtestLost) ?? 0, all?.Yuan(SeasonMeasures.ProtestClickCosts) ?? 0,
            all?[SeasonMeasures.Concessions] ?? 0,
            days.Count(day => day[SeasonMeasures.Enforcement] < 100),
            [.. courses.Select(course => new ProtestFigures(
                course.FirstDay, course.Days, course.Most, course.WarnedDays,
                course.AnswerDay < 0 ? -1 : course.AnswerDay - course.FirstDay))],
            mechanisms);
    }

    private static long MostOf(IReadOnlyList<SeasonRow> days, SeasonMeasure measure) =>
        days.Count == 0 ? 0 : days.Max(day => day[measure]);
}
