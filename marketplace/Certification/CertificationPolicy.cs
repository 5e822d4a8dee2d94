namespace FlashSale.Marketplace;

/// <summary>The numbers of certification (rules IDN-1 to IDN-3).</summary>
public sealed record CertificationPolicy
{
    /// <summary>IDN-3: whether a store that opens may not sell before it is certified.</summary>
    public bool NewStoresMust { get; init; }

    /// <summary>IDN-1: how long the register takes for the number of a document (assumed).</summary>
    public TimeSpan IdNumberWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>IDN-1: how long a remittance takes (assumed).</summary>
    public TimeSpan RemittanceWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>IDN-1: how long a photo waits until somebody has looked at it (assumed).</summary>
    public TimeSpan PhotoWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>IDN-2: how long it takes until somebody was there (assumed).</summary>
    public TimeSpan OnSiteWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>IDN-2: the regions where counterfeits concentrate, by their numbers; none at first.</summary>
    public IReadOnlyList<int> OnSiteRegions { get; init; } = [];

    /// <summary>IDN-1: how often a seller may hand in again after a check was failed (assumed).</summary>
    public int RetriesMax { get; init; } = 3;

    /// <summary>IDN-3: how long an existing store has, once it is summoned (assumed).</summary>
    public TimeSpan SummonedWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// IDN-3: the share of consumer stores that must have the first certificate before anybody gets the
    /// second one, in 1/10,000 (S0: 60–80 %).
    /// </summary>
    public int SecondClassFromBasisPoints { get; init; } = 7_000;

    /// <summary>How long a check takes.</summary>
    public TimeSpan DelayOf(ApplicationStatus check) => check switch
    {
        ApplicationStatus.IdNumber => IdNumberWithin,
        ApplicationStatus.Remittance => RemittanceWithin,
        ApplicationStatus.Photo => PhotoWithin,
        ApplicationStatus.OnSite => OnSiteWithin,
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "this is no check"),
    };

    /// <summary>Whether somebody has to look at the place where a store is.</summary>
    public bool LooksAtPlaces(RegionId region) => OnSiteRegions.Contains(region.Value);

    internal void Check(PolicyCheck check)
    {
        check.Span(IdNumberWithin);
        check.Span(RemittanceWithin);
        check.Span(PhotoWithin);
        check.Span(OnSiteWithin);
        check.That(
            OnSiteRegions.All(region => region is >= 0 and < Limits.RegionsMax)
                && OnSiteRegions.Distinct().Count() == OnSiteRegions.Count,
            nameof(OnSiteRegions), string.Join(' ', OnSiteRegions),
            $"0 to {Limits.RegionsMax - 1}, each once");
        check.Between(RetriesMax, 0, 100);
        check.Span(SummonedWithin);
        check.Between(SecondClassFromBasisPoints, 0, 10_000);
    }
}
