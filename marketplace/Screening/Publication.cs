namespace FlashSale.Marketplace;

/// <summary>
/// What is known of a listing whose screening is open, beside its status, which the listing itself keeps
/// (rule LST-2). Nothing of it says what the listing truly is.
/// </summary>
/// <param name="ScoreMilli">
/// How wrong it looks, in 1/1,000 of a standard deviation of honest listings; 0 before the classifier looked.
/// </param>
/// <param name="Since">When it was published, changed, or its seller insisted.</param>
/// <param name="ProvisionalAt">When it is sold though nobody has looked; null if it is kept.</param>
/// <param name="IsBrandKnown">Whether its brand cooperated when the classifier looked.</param>
public readonly record struct Publication(
    int ScoreMilli, DateTimeOffset Since, DateTimeOffset? ProvisionalAt, bool IsBrandKnown)
{
    /// <summary>A score is no larger, and no smaller than its negative, in 1/1,000.</summary>
    public const int ScoreMilliMax = 100_000;

    /// <summary>A publication that begins to wait.</summary>
    public static Publication At(DateTimeOffset now, ScreeningPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(0, now, policy.ProvisionalAt(now), false);
    }

    /// <summary>When time does something to it in a status; null if that does not come.</summary>
    public DateTimeOffset? DueAt(PublicationStatus status) =>
        PublicationLifecycle.After(status, PublicationStep.Wait) is null ? null : ProvisionalAt;
}

/// <summary>A brand as the platform's catalogue knows it (rule LST-2).</summary>
/// <param name="IsKnown">Whether its owner cooperates, so that its goods can be told from others.</param>
/// <param name="UsualPrice">What one unit usually costs; nothing if the owner did not say.</param>
public readonly record struct CatalogueBrand(bool IsKnown, Money UsualPrice);

/// <summary>What a reviewer says about a listing.</summary>
public enum PublicationVerdict : byte
{
    /// <summary>It may be sold.</summary>
    Accept = 1,

    /// <summary>It may not.</summary>
    Refuse,
}

/// <summary>The answer to whatever is done about a publication or a brand (rule LST-2).</summary>
public enum PublicationResult : byte
{
    /// <summary>It is done, or was; the listing says where that leads.</summary>
    Done = 1,

    /// <summary>The listing's screening is at another place.</summary>
    WrongStatus,

    /// <summary>The reviewers have looked at as many listings as they can today.</summary>
    NoReviewer,

    /// <summary>It says no who or no why (rule IDN-5).</summary>
    NoReason,

    /// <summary>No such listing.</summary>
    UnknownListing,

    /// <summary>The score, verdict, brand or price is none.</summary>
    OutOfRange,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,
}
