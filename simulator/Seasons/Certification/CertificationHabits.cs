namespace FlashSale.Simulator;

/// <summary>Whose place somebody looks at before a certificate is given (rule IDN-2).</summary>
public enum PlaceChecks
{
    /// <summary>Nobody's.</summary>
    None = 1,

    /// <summary>Of sellers from regions where counterfeits concentrate.</summary>
    Flagged,

    /// <summary>Everybody's.</summary>
    All,
}

/// <summary>
/// Certification in a season: who must be certified, how, and what sellers do about it (rules IDN-1 to IDN-4;
/// MODELS M1). It needs <c>counterfeits</c>, for without fakes nobody can be kept from selling them.
/// </summary>
public sealed record CertificationHabits
{
    /// <summary>The region of sellers whom <see cref="PlaceChecks.Flagged"/> means.</summary>
    internal const byte FlaggedRegion = 1;

    /// <summary>The region of all others.</summary>
    internal const byte OtherRegion = 0;

    /// <summary>The share of new sellers who may not sell before they are certified (rule IDN-3).</summary>
    public double NewSellers { get; init; } = 1;

    /// <summary>Whose place is looked at.</summary>
    public PlaceChecks OnSite { get; init; } = PlaceChecks.None;

    /// <summary>What is asked of sellers who were there before.</summary>
    public CertificateCampaign Existing { get; init; } = new();

    /// <summary>How long checks take and what they cost.</summary>
    public CertificateChecks Checks { get; init; } = new();

    /// <summary>What sellers do about it.</summary>
    public ApplicantHabits Sellers { get; init; } = new();

    /// <summary>Whether anybody is asked for a certificate at all.</summary>
    internal bool AsksAnybody => NewSellers > 0 || Existing.Way != CampaignWay.None;

    /// <summary>The numbers of the market's policy that the section sets.</summary>
    internal CertificationPolicy Policy => new()
    {
        NewStoresMust = NewSellers >= 1,
        IdNumberWithin = Checks.IdNumber,
        RemittanceWithin = Checks.Remittance,
        PhotoWithin = Checks.Photo,
        OnSiteWithin = Checks.OnSite,
        OnSiteRegions = OnSite switch
        {
            PlaceChecks.All => [OtherRegion, FlaggedRegion],
            PlaceChecks.Flagged => [FlaggedRegion],
            _ => [],
        },
        RetriesMax = Checks.Retries,
        SummonedWithin = Existing.Notice,
        SecondClassFromBasisPoints = (int)Math.Round(Checks.SecondClassFrom * 10_000),
    };

    internal static CertificationHabits Read(Block block)
    {
        var usual = new CertificationHabits();
        var habits = new CertificationHabits
        {
            NewSellers = block.Share("newSellers", usual.NewSellers),
            OnSite = block.Choice<PlaceChecks>("onSite", usual.OnSite),
            Existing = block.Section("existing", usual.Existing, CertificateCampaign.Read),
            Checks = block.Section("checks", usual.Checks, CertificateChecks.Read),
            Sellers = block.Section("sellers", usual.Sellers, ApplicantHabits.Read),
        };
        if (!habits.AsksAnybody && habits.OnSite != PlaceChecks.None)
        {
            block.Refuse("onSite", "it changes nothing: nobody is asked for a certificate", "none");
        }

        var hasGap = habits.NewSellers is > 0 and < 1;
        if (!hasGap && habits.Sellers.GapTries != usual.Sellers.GapTries)
        {
            block.RefuseInside("sellers.gapTries",
                "it changes nothing: all new sellers are asked for a certificate, or none is",
                "newSellers between 0 and 1");
        }

        return habits;
    }

    /// <summary>Refuses what changes nothing in the season around it.</summary>
    internal static void Check(Block block, SeasonScenario scenario)
    {
        if (scenario.Certification is not { } habits)
        {
            return;
        }

        if (scenario.Counterfeits is null)
        {
            block.Refuse("certification", "it keeps nobody from cheating: there are no fakes in this season, "
                + "and a cheating rate would be of nothing", "a season with «counterfeits»");
        }

        if (habits.Existing.Way != CampaignWay.None && habits.Existing.LastDay >= scenario.Season.DaysInAll)
        {
            block.RefuseInside("certification.existing.from",
                FormattableString.Invariant($"the last step is on day {habits.Existing.LastDay}"),
                FormattableString.Invariant($"days below {scenario.Season.DaysInAll}"));
        }
    }
}
