namespace FlashSale.Marketplace;

/// <summary>Whether exactly the listings whose screening is open wait for it (rule LST-2).</summary>
public sealed class PublicationAudit
{
    private readonly AuditFindings _findings = new("publications-wait-while-they-are-open", "LST-2");
    private readonly HashSet<ListingId> _waiting = [];
    private int _screened;

    /// <summary>Adds what is kept of a publication.</summary>
    public void Add(ListingId id, Publication open)
    {
        _waiting.Add(id);
        _findings.Expect(
            Math.Abs((long)open.ScoreMilli) <= 2L * Publication.ScoreMilliMax,
            $"{id} has a score of {open.ScoreMilli}");
    }

    /// <summary>Adds a listing, after all publications.</summary>
    public void Add(ListingId id, in Listing listing)
    {
        var isOpen = PublicationLifecycle.IsOpen(listing.Publication);
        _screened += listing.Publication == PublicationStatus.None ? 0 : 1;
        _findings.Expect(
            isOpen == _waiting.Remove(id), $"{id} is {listing.Publication} and waits: {!isOpen}");
    }

    /// <summary>The finding.</summary>
    public AuditCheck Close()
    {
        _findings.Expect(_waiting.Count == 0, $"{_waiting.Count} publications have no listing");
        return _findings.Close($"{_screened} listings were screened");
    }
}
