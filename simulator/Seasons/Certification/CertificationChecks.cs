namespace FlashSale.Simulator;

/// <summary>Published figures of certification beside what came out (MODELS M1).</summary>
public static class CertificationChecks
{
    private const double Published = 0.65;
    private const double Within = 0.05;
    private const string Guide = "S0: cheating fell by 60 to 70 % when all new sellers were certified";

    /// <summary>Of one season: what certificates cost is all that keeps professionals out.</summary>
    internal static IReadOnlyList<SeasonCheck> Of(CertificationFigures figures, CertificationHabits habits) =>
        habits.NewSellers < 1 || habits.OnSite != PlaceChecks.None ? [] :
        [
            SeasonChecks.Of("professionals kept out, of new ones", "share", Published,
                figures.ProfessionalsKeptOut, Within, "fitted", Guide),
        ];

    /// <summary>Of seasons of one seed: without certificates, and with all or half of the new sellers asked.
    /// </summary>
    /// <remarks>
    /// What is worth a certificate to professionals was fitted to the first figure; that opportunists lose
    /// more under their own name was not, so that the whole is a prediction. Of the half nothing is
    /// published: the effect would be half as large if cheats did not move to the gap.
    /// </remarks>
    public static IReadOnlyList<SeasonCheck> Compare(
        SeasonSummary none, SeasonSummary half, SeasonSummary all)
    {
        var fall = FallOf(none, all);
        return
        [
            .. all.Checks.Where(check => check.Source == Guide),
            SeasonChecks.Of("fall of cheating by new stores, all certified", "share", Published, fall, Within,
                "predicted", Guide),
            SeasonChecks.Of("the same with half of them, if it were linear", "share",
                Rounded.To(fall / 2, 4), FallOf(none, half), Within, "predicted",
                "half of what comes out for all"),
        ];
    }

    private static double FallOf(SeasonSummary none, SeasonSummary other) =>
        none.Certification!.CheatingYoung is > 0 and var before
            ? Rounded.To(1 - (other.Certification!.CheatingYoung / before), 4) : 0;
}
