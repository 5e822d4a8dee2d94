namespace FlashSale.Marketplace;

/// <summary>How far the screening of a listing is (rule LST-2). The numbers are stored.</summary>
public enum PublicationStatus : byte
{
    /// <summary>Nobody screened it: it was published while nothing was screened.</summary>
    None = 0,

    /// <summary>The classifier has not looked at it yet; it is not sold.</summary>
    Unscored = 1,

    /// <summary>It may be sold.</summary>
    Accepted = 2,

    /// <summary>Its seller is warned, and gives it up or insists; it is not sold.</summary>
    Warned = 3,

    /// <summary>It waits for a reviewer; it is not sold.</summary>
    InReview = 4,

    /// <summary>It has waited for too long and is sold until a reviewer has looked at it.</summary>
    Provisional = 5,

    /// <summary>The classifier or a reviewer has refused it; it is not sold.</summary>
    Refused = 6,

    /// <summary>Its seller gave it up before it was settled.</summary>
    GivenUp = 7,
}

/// <summary>What can happen to a publication.</summary>
public enum PublicationStep : byte
{
    /// <summary>The listing is published, or its terms change.</summary>
    Change = 1,

    /// <summary>The classifier or a reviewer accepts it.</summary>
    Accept,

    /// <summary>It looks wrong, and its brand cooperates: the seller is warned.</summary>
    Warn,

    /// <summary>A reviewer is to look at it.</summary>
    AskReviewer,

    /// <summary>The classifier or a reviewer refuses it.</summary>
    Refuse,

    /// <summary>It has waited for too long.</summary>
    Wait,

    /// <summary>The seller takes it off.</summary>
    GiveUp,
}

/// <summary>The life of a publication, as one table (rule LST-2).</summary>
public static class PublicationLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed from there.</summary>
    public static PublicationStatus? After(PublicationStatus status, PublicationStep step) =>
        (status, step) switch
        {
            (PublicationStatus.GivenUp, _) => null,
            (_, PublicationStep.Change) => PublicationStatus.Unscored,
            (PublicationStatus.Unscored, PublicationStep.Warn) => PublicationStatus.Warned,
            (PublicationStatus.Unscored, PublicationStep.AskReviewer) => PublicationStatus.InReview,
            (PublicationStatus.Warned, PublicationStep.AskReviewer) => PublicationStatus.InReview,
            (PublicationStatus.Unscored, PublicationStep.Accept) => PublicationStatus.Accepted,
            (PublicationStatus.InReview, PublicationStep.Accept) => PublicationStatus.Accepted,
            (PublicationStatus.Provisional, PublicationStep.Accept) => PublicationStatus.Accepted,
            (PublicationStatus.Unscored, PublicationStep.Wait) => PublicationStatus.Provisional,
            (PublicationStatus.InReview, PublicationStep.Wait) => PublicationStatus.Provisional,
            (_, PublicationStep.Refuse) when IsOpen(status) => PublicationStatus.Refused,
            (_, PublicationStep.GiveUp) when IsOpen(status) => PublicationStatus.GivenUp,
            _ => null,
        };

    /// <summary>Whether somebody still has to say something about it.</summary>
    public static bool IsOpen(PublicationStatus status) => status
        is PublicationStatus.Unscored or PublicationStatus.Warned or PublicationStatus.InReview
        or PublicationStatus.Provisional;

    /// <summary>Whether screening lets a listing be sold.</summary>
    public static bool MaySell(PublicationStatus status) => status
        is PublicationStatus.None or PublicationStatus.Accepted or PublicationStatus.Provisional;

    /// <summary>Whether a reviewer may decide about it: where the classifier is silent, too.</summary>
    public static bool IsForReviewers(PublicationStatus status) =>
        IsOpen(status) && status != PublicationStatus.Warned;
}
