namespace FlashSale.Engine;

/// <summary>
/// Carries out what <see cref="PublicationProcess"/> decides; the cluster's twin is ClusterPublications.
/// </summary>
internal sealed class EnginePublications(MarketState market)
{
    private ScreeningPolicy Policy => market.Policy.Screening;

    /// <summary>A listing is published, or its terms have changed.</summary>
    public void Begin(ListingId id) =>
        market.Screen(id, PublicationProcess.Begin(market.Listings[id], market.Now, Policy));

    /// <summary>The classifier has looked at a listing.</summary>
    public PublicationResult Score(in ScoreListing command)
    {
        if (Refuse(command.Id, PublicationProcess.Refuse(command)) is { } refusal)
        {
            return refusal;
        }

        ref readonly var listing = ref market.Listings[command.Id];
        var result = PublicationProcess.Score(
            listing, market.Publications.Of(command.Id), command, market.Publications.Of(listing.Brand),
            Policy, out var after);
        market.Screen(command.Id, after);
        return result;
    }

    /// <summary>A seller who was warned gives a listing up, or insists.</summary>
    public PublicationResult Answer(in AnswerWarning command)
    {
        if (Refuse(command.Id, null) is { } refusal)
        {
            return refusal;
        }

        var result = PublicationProcess.Answer(
            market.Listings[command.Id], market.Publications.Of(command.Id), command, market.Now, Policy,
            out var after);
        market.Screen(command.Id, after);
        return result;
    }

    /// <summary>A reviewer decides.</summary>
    public PublicationResult Review(in ReviewListing command)
    {
        if (Refuse(command.Id, null) is { } refusal)
        {
            return refusal;
        }

        if (PublicationProcess.Answer(market.Listings[command.Id].Publication, command) is { } known)
        {
            return known;
        }

        if (!market.Publications.Reviewed.Take(command.Id, market.Now, Policy))
        {
            return PublicationResult.NoReviewer;
        }

        market.Screen(command.Id, PublicationProcess.Decide(command));
        market.Trace(command, hasEffect: true);
        return PublicationResult.Done;
    }

    /// <summary>A brand joins the catalogue, or leaves it.</summary>
    public PublicationResult List(in ListBrand command)
    {
        if (PublicationProcess.Refuse(command) is { } refusal)
        {
            return refusal;
        }

        var entry = PublicationProcess.EntryOf(command);
        market.Trace(command, hasEffect: market.Publications.Set(command.Brand, entry));
        return PublicationResult.Done;
    }

    private PublicationResult? Refuse(ListingId id, PublicationResult? refusal) =>
        refusal ?? (market.Listings.Exists(id) ? null : PublicationResult.UnknownListing);
}
