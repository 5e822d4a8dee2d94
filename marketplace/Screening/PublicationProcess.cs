namespace FlashSale.Marketplace;

/// <summary>How listings are screened: decided here, once for all hosts (rule LST-2).</summary>
public static class PublicationProcess
{
    /// <summary>
    /// Where a listing goes that is published or whose terms change; null if its screening does not begin.
    /// </summary>
    public static Screened? Begin(in Listing listing, DateTimeOffset now, ScreeningPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.IsOn && !listing.Facts.IsWithdrawn
            && PublicationLifecycle.After(listing.Publication, PublicationStep.Change) is { } status
                ? new(status, Publication.At(now, policy))
                : null;
    }

    /// <summary>What is wrong with a score; null if nothing is.</summary>
    public static PublicationResult? Refuse(in ScoreListing command) =>
        Math.Abs((long)command.ScoreMilli) > Publication.ScoreMilliMax
        || Math.Abs((long)command.RestrictedMilli) > Publication.ScoreMilliMax
            ? PublicationResult.OutOfRange
            : null;

    /// <summary>The classifier has looked: the listing is accepted, refused, warned of or reviewed.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="open">What is known of its publication; null if it is not open.</param>
    /// <param name="command">What the classifier says.</param>
    /// <param name="brand">The listing's brand.</param>
    /// <param name="policy">The thresholds.</param>
    /// <param name="after">Where it goes; null if nothing changes.</param>
    public static PublicationResult Score(
        in Listing listing, Publication? open, in ScoreListing command, CatalogueBrand brand,
        ScreeningPolicy policy, out Screened? after)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var score = ScoreOf(command.ScoreMilli, listing.Price, brand, policy);
        var step = command.RestrictedMilli >= policy.RestrictedFromMilli ? PublicationStep.Refuse
            : score < policy.AcceptBelowMilli ? PublicationStep.Accept
            : brand.IsKnown ? PublicationStep.Warn
            : StepOf(score, policy);
        after = null;
        if (listing.Publication != PublicationStatus.Unscored)
        {
            return PublicationLifecycle.After(PublicationStatus.Unscored, step) == listing.Publication
                ? PublicationResult.Done // again
                : PublicationResult.WrongStatus;
        }

        after = Take(listing.Publication, step, open!.Value with
        {
            ScoreMilli = score,
            IsBrandKnown = brand.IsKnown,
        });
        return PublicationResult.Done;
    }

    /// <summary>A seller who was warned gives the listing up, or insists.</summary>
    public static PublicationResult Answer(
        in Listing listing, Publication? open, in AnswerWarning command, DateTimeOffset now,
        ScreeningPolicy policy, out Screened? after)
    {
        ArgumentNullException.ThrowIfNull(policy);
        after = null;
        if (listing.Publication != PublicationStatus.Warned)
        {
            var isAgain = command.Insists
                ? listing.Publication is PublicationStatus.InReview or PublicationStatus.Refused
                : listing.Publication == PublicationStatus.GivenUp;
            return isAgain ? PublicationResult.Done : PublicationResult.WrongStatus;
        }

        after = Take(
            listing.Publication,
            command.Insists ? StepOf(open!.Value.ScoreMilli, policy) : PublicationStep.GiveUp,
            open!.Value with { Since = now, ProvisionalAt = policy.ProvisionalAt(now) });
        return PublicationResult.Done;
    }

    /// <summary>The answer to a verdict for which no reviewer need look; null if one has to.</summary>
    public static PublicationResult? Answer(PublicationStatus status, in ReviewListing command) =>
        command.Verdict is < PublicationVerdict.Accept or > PublicationVerdict.Refuse
            ? PublicationResult.OutOfRange
        : command.Verdict == PublicationVerdict.Refuse && command.By.LacksReason ? PublicationResult.NoReason
        : PublicationLifecycle.IsForReviewers(status) ? null
        : status == Ending(command.Verdict) ? PublicationResult.Done // again
        : PublicationResult.WrongStatus;

    /// <summary>Where a reviewer's verdict leads a listing that was for reviewers.</summary>
    public static Screened Decide(in ReviewListing command) => new(Ending(command.Verdict), null);

    /// <summary>What time does to a publication by a moment; null if nothing.</summary>
    public static Screened? Fall(PublicationStatus status, Publication? open, DateTimeOffset now) =>
        open is { } waiting && waiting.DueAt(status) is { } at && at <= now
            ? Take(status, PublicationStep.Wait, waiting)
            : null;

    /// <summary>What a listing that its seller takes off leaves; null if nothing was open.</summary>
    public static Screened? GiveUp(PublicationStatus status) =>
        PublicationLifecycle.After(status, PublicationStep.GiveUp) is { } after ? new(after, null) : null;

    /// <summary>What is wrong with an entry of a brand; null if nothing is.</summary>
    public static PublicationResult? Refuse(in ListBrand command) =>
        command.Brand <= 0 || command.UsualPrice.IsNegative
        || (command.UsualPrice.IsPositive && !ListingTerms.IsPrice(command.UsualPrice))
            ? PublicationResult.OutOfRange
        : command.By.LacksReason ? PublicationResult.NoReason
        : null;

    /// <summary>What the catalogue says of a brand after an entry: nothing of one that left.</summary>
    public static CatalogueBrand EntryOf(in ListBrand command) =>
        command.IsKnown ? new(true, command.UsualPrice) : default;

    // The cheaper it is than the brand's goods usually are, the more it looks wrong.
    private static int ScoreOf(int scoreMilli, Money price, CatalogueBrand brand, ScreeningPolicy policy)
    {
        var usual = brand.UsualPrice.Fen;
        return !brand.IsKnown || price.Fen >= usual
            ? scoreMilli
            : scoreMilli + (int)(policy.PriceWeightMilli * (usual - price.Fen) / usual);
    }

    private static PublicationStep StepOf(int scoreMilli, ScreeningPolicy policy) =>
        scoreMilli >= policy.RefuseFromMilli ? PublicationStep.Refuse : PublicationStep.AskReviewer;

    private static PublicationStatus Ending(PublicationVerdict verdict) =>
        verdict == PublicationVerdict.Accept ? PublicationStatus.Accepted : PublicationStatus.Refused;

    private static Screened Take(PublicationStatus status, PublicationStep step, Publication open)
    {
        var after = PublicationLifecycle.After(status, step)!.Value;
        return new(after, PublicationLifecycle.IsOpen(after) ? open : null);
    }
}

/// <summary>Where a listing's screening is, and what is known of it while it is open.</summary>
/// <param name="Status">The status, which the listing keeps.</param>
/// <param name="Open">What is kept beside it; null once it is settled.</param>
public readonly record struct Screened(PublicationStatus Status, Publication? Open);
