namespace FlashSale.Marketplace;

/// <summary>How far a store's application for a certificate is. The numbers are stored.</summary>
/// <remarks>Rules IDN-1, IDN-2. A check bears the name of its status.</remarks>
public enum ApplicationStatus : byte
{
    /// <summary>There was none.</summary>
    None = 0,

    /// <summary>It is there, and nothing was handed in yet.</summary>
    Submitted = 1,

    /// <summary>The number of the identity document is looked up in the population register.</summary>
    IdNumber = 2,

    /// <summary>A small remittance to the named account is confirmed by its amount.</summary>
    Remittance = 3,

    /// <summary>A photo of the person who holds the document is looked at.</summary>
    Photo = 4,

    /// <summary>Somebody looks at the place, where counterfeits concentrate (rule IDN-2).</summary>
    OnSite = 5,

    /// <summary>All checks were passed.</summary>
    Certified = 6,

    /// <summary>A check was failed too often, or somebody has refused the whole.</summary>
    Refused = 7,

    /// <summary>The seller has given it up.</summary>
    Withdrawn = 8,
}

/// <summary>What can happen to an application.</summary>
public enum ApplicationStep : byte
{
    /// <summary>The seller applies, for the first time or again.</summary>
    Submit = 1,

    /// <summary>The seller hands in what the check asks for.</summary>
    HandIn,

    /// <summary>A check is passed.</summary>
    Pass,

    /// <summary>The last check but the one on site is passed, and that is asked for.</summary>
    PassToOnSite,

    /// <summary>The application is refused.</summary>
    Refuse,

    /// <summary>The seller gives it up.</summary>
    Withdraw,
}

/// <summary>The life of an application, as one table (rules IDN-1, IDN-2).</summary>
public static class ApplicationLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed from there.</summary>
    public static ApplicationStatus? After(ApplicationStatus status, ApplicationStep step) =>
        (status, step) switch
        {
            (ApplicationStatus.None, ApplicationStep.Submit) => ApplicationStatus.Submitted,
            (ApplicationStatus.Certified, ApplicationStep.Submit) => ApplicationStatus.Submitted, // for B
            (ApplicationStatus.Refused, ApplicationStep.Submit) => ApplicationStatus.Submitted,
            (ApplicationStatus.Withdrawn, ApplicationStep.Submit) => ApplicationStatus.Submitted,
            (ApplicationStatus.Submitted, ApplicationStep.HandIn) => ApplicationStatus.IdNumber,
            (ApplicationStatus.IdNumber, ApplicationStep.HandIn) => ApplicationStatus.IdNumber,
            (ApplicationStatus.Remittance, ApplicationStep.HandIn) => ApplicationStatus.Remittance,
            (ApplicationStatus.Photo, ApplicationStep.HandIn) => ApplicationStatus.Photo,
            (ApplicationStatus.OnSite, ApplicationStep.HandIn) => ApplicationStatus.OnSite,
            (ApplicationStatus.IdNumber, ApplicationStep.Pass) => ApplicationStatus.Remittance,
            (ApplicationStatus.Remittance, ApplicationStep.Pass) => ApplicationStatus.Photo,
            (ApplicationStatus.Photo, ApplicationStep.Pass) => ApplicationStatus.Certified,
            (ApplicationStatus.Photo, ApplicationStep.PassToOnSite) => ApplicationStatus.OnSite,
            (ApplicationStatus.OnSite, ApplicationStep.Pass) => ApplicationStatus.Certified,
            (_, ApplicationStep.Refuse) when IsOpen(status) => ApplicationStatus.Refused,
            (_, ApplicationStep.Withdraw) when IsOpen(status) => ApplicationStatus.Withdrawn,
            _ => null,
        };

    /// <summary>Whether a check is under way, or waits for the seller.</summary>
    public static bool IsOpen(ApplicationStatus status) =>
        status is >= ApplicationStatus.Submitted and <= ApplicationStatus.OnSite;
}
