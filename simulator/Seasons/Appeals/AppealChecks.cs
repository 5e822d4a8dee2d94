namespace FlashSale.Simulator;

/// <summary>Published figures of appeals beside what came out (MODELS M4, L15).</summary>
internal static class AppealChecks
{
    /// <summary>Those of who decides; none where nothing was decided.</summary>
    public static IReadOnlyList<SeasonCheck> Of(AppealFigures appeals, AppealDecider decider)
    {
        if (appeals.DaysP50 <= 0)
        {
            return [];
        }

        const string source = "press and one paper on the platform's juries";
        const double swayedMost = 0.02;
        var isJury = decider == AppealDecider.Jury;
        var (published, within) = isJury ? (2.0, 0.5) : (4.0, 1.0);
        var days = new SeasonCheck(
            isJury ? "days to a jury's decision" : "days to a reviewer's decision", "days", published,
            appeals.DaysP50, within, "fitted", source, Math.Abs(appeals.DaysP50 - published) <= within);
        return !isJury ? [days] :
        [
            days,
            new SeasonCheck(
                "jury decisions changed by a leaning, at most", "share", swayedMost, appeals.SwayedShare,
                swayedMost, "predicted", source, appeals.SwayedShare <= swayedMost),
        ];
    }
}
