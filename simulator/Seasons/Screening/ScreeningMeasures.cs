namespace FlashSale.Simulator;

/// <summary>
/// The measures of screening; their columns come behind those of <see cref="CertificationMeasures"/>.
/// </summary>
public static class ScreeningMeasures
{
    private static readonly List<SeasonMeasure> Declared = [];

#pragma warning disable CS1591 // The declaration says what it is.
    public static readonly SeasonMeasure Screened =
        Of("listings_screened", "texts", "of listings that the classifier scored first (LST-2)");
    public static readonly SeasonMeasure Again =
        Of("screened_again", "texts", "scored again because the price changed");
    public static readonly SeasonMeasure BadScreened =
        Of("bad_screened", "texts", "of those scored first, of fakes or restricted kinds: truth");
    public static readonly SeasonMeasure Accepted =
        Of("accepted_by_machine", "texts", "accepted by their score");
    public static readonly SeasonMeasure Refused =
        Of("refused_by_machine", "texts", "refused by their score, also after a warning");
    public static readonly SeasonMeasure WarnedHonest =
        Of("warned_honest", "texts", "whose honest sellers were warned: truth");
    public static readonly SeasonMeasure WarnedCareless =
        Of("warned_careless", "texts", "of careless sellers: truth");
    public static readonly SeasonMeasure WarnedCheats =
        Of("warned_cheats", "texts", "of sellers who cheat where it pays: truth");
    public static readonly SeasonMeasure GivenUpHonest =
        Of("given_up_honest", "texts", "of those, given up by honest sellers: truth");
    public static readonly SeasonMeasure GivenUpCareless =
        Of("given_up_careless", "texts", "by careless sellers: truth");
    public static readonly SeasonMeasure GivenUpCheats =
        Of("given_up_cheats", "texts", "by sellers who cheat: truth");
    public static readonly SeasonMeasure ToReviewers =
        Of("to_reviewers", "texts", "of which the classifier was not sure");
    public static readonly SeasonMeasure Reviews = Of("listing_reviews", "reviews", "of listings");
    public static readonly SeasonMeasure RefusedByReviewers =
        Of("refused_by_reviewers", "texts", "of those, refused");
    public static readonly SeasonMeasure Provisional =
        Of("provisional", "texts", "sold before a reviewer looked, because they had waited too long");
    public static readonly SeasonMeasure HonestRefused =
        Of("sound_refused", "texts", "refused, with nothing wrong: truth");
    public static readonly SeasonMeasure BadPublished =
        Of("bad_published", "texts", "of fakes or restricted kinds that came on sale: truth");
    public static readonly SeasonMeasure BadStopped =
        Of("bad_stopped", "texts", "of these goods, refused or given up: truth");
    public static readonly SeasonMeasure BadStoppedUnsold =
        Of("bad_stopped_unsold", "texts", "of those, before the first sale under this text: truth");
    public static readonly SeasonMeasure Stopped = Of("stopped", "texts", "refused");
    public static readonly SeasonMeasure StoppedUnsold =
        Of("stopped_unsold", "texts", "of those, before the first sale under this text");
    public static readonly SeasonMeasure Waiting =
        Of("listings_waiting", "listings", "for a reviewer when the day began", isLevel: true);
    public static readonly SeasonMeasure Listings =
        Of("listings_published", "listings", "of open stores when the day began", isLevel: true);
    public static readonly SeasonMeasure Brands =
        Of("brands_known", "brands", "that cooperate when the day began", isLevel: true);
#pragma warning restore CS1591

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<SeasonMeasure> All => Declared;

    private static SeasonMeasure Of(string column, string unit, string meaning, bool isLevel = false) =>
        SeasonMeasure.Declare(Declared, SeasonModel.Screening, column, unit, meaning, isLevel);
}
