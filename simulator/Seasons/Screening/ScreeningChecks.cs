namespace FlashSale.Simulator;

/// <summary>Published figures of screening beside what came out (MODELS M2).</summary>
internal static class ScreeningChecks
{
    private const double MachineShare = 0.99;
    private const double RemovedUnsold = 0.965;
    private const double PassDays = 20;
    private const string Fitted = "fitted";
    private const string Predicted = "predicted";

    /// <summary>Those of one season; of nothing that was screened or removed there is no share.</summary>
    public static IReadOnlyList<SeasonCheck> Of(ScreeningFigures figures, SeasonScenario season)
    {
        if (figures.Screened == 0)
        {
            return [];
        }

        var asked = season.Screening!.Thresholds;
        var isFitted = asked is { MachineShare: MachineShare, AcceptBelow: null, RefuseFrom: null };
        return
        [
            SeasonChecks.Of("publications settled by the machine", "share", MachineShare,
                figures.MachineShare, 0.002, isFitted ? Fitted : Predicted,
                "S0: 99 %; the thresholds are reckoned for it from the scores that are expected"),
            SeasonChecks.Of("refused or removed before the first sale, screening too", "share",
                RemovedUnsold, figures.RemovedUnsold, 0.005, Predicted,
                "the platform's reports, several pages: 96 and 97 % of proactive removals"),
            SeasonChecks.Of("days of reviews for one pass over all listings", "days", PassDays,
                figures.PassDays, 2, Fitted,
                "arithmetic of S0: 1 % of 800 million listings by 2,000 people, 200 a day each"),
        ];
    }
}
