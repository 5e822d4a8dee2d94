namespace FlashSale.Simulator;

/// <summary>
/// Screening at publication in a season: what the classifier can tell apart, where it is sure enough, what
/// sellers do who are warned, and who reviews the rest (rule LST-2; MODELS M2). It needs
/// <c>counterfeits</c>, for what it is to find are fakes. All numbers are assumed unless they say otherwise.
/// </summary>
public sealed record ScreeningHabits
{
    /// <summary>Where the classifier accepts and refuses by itself.</summary>
    public ThresholdHabits Thresholds { get; init; } = new();

    /// <summary>How well the classifier tells what is wrong from what is not.</summary>
    public ScoreHabits Scores { get; init; } = new();

    /// <summary>Whose goods it knows.</summary>
    public KnownBrandHabits Brands { get; init; } = new();

    /// <summary>Goods that nobody may sell.</summary>
    public RestrictedHabits Restricted { get; init; } = new();

    /// <summary>What sellers do.</summary>
    public ScreenedSellerHabits Sellers { get; init; } = new();

    /// <summary>Who looks at what the classifier is not sure of.</summary>
    public ReviewerHabits Reviewers { get; init; } = new();

    /// <summary>The numbers of the market's policy that the section sets.</summary>
    internal ScreeningPolicy PolicyOf(SeasonTerms season)
    {
        const int milli = 1_000;
        var thresholds = ScreeningThresholds.Of(this);
        var refuse = (int)Math.Round(thresholds.RefuseFrom * milli);
        var (perDay, each) = (Reviewers.PerDayOf(season), Reviewers.PerDay);
        return new ScreeningPolicy
        {
            IsOn = true,
            AcceptBelowMilli = (int)Math.Round(thresholds.AcceptBelow * milli),
            RefuseFromMilli = refuse,
            RestrictedFromMilli = refuse,
            Reviewers = (int)Math.Ceiling(perDay / each),
            ReviewsPerReviewer = (int)Math.Min(each, Math.Ceiling(perDay)),
            ReviewsByRisk = Reviewers.ByRisk,
            PublishesWaiting = Reviewers.PublishesWaiting,
            WaitMax = Reviewers.WaitMax,
        };
    }

    internal static ScreeningHabits Read(Block block) => new()
    {
        Thresholds = block.Section("thresholds", new(), ThresholdHabits.Read),
        Scores = block.Section("scores", new(), ScoreHabits.Read),
        Brands = block.Section("brands", new(), KnownBrandHabits.Read),
        Restricted = block.Section("restricted", new(), RestrictedHabits.Read),
        Sellers = block.Section("sellers", new(), ScreenedSellerHabits.Read),
        Reviewers = block.Section("reviewers", new(), ReviewerHabits.Read),
    };

    /// <summary>Refuses what changes nothing in the season around it.</summary>
    internal static void Check(Block block, SeasonScenario scenario)
    {
        if (scenario.Screening is not { } habits)
        {
            return;
        }

        if (scenario.Counterfeits is null)
        {
            block.Refuse("screening", "it finds nothing: there are no fakes in this season",
                "a season with «counterfeits»");
        }

        var usual = new ScreenedSellerHabits();
        if (scenario.Festivals.Count == 0 && (habits.Sellers.FestivalFactor, habits.Sellers.FestivalDays)
            != (usual.FestivalFactor, usual.FestivalDays))
        {
            block.RefuseInside("screening.sellers.festivalFactor",
                "it changes nothing: the season has no festival", "a season with «festivals»");
        }
    }
}
