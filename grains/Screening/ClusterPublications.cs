namespace FlashSale.Grains;

/// <summary>
/// Carries out what <see cref="PublicationProcess"/> decides, for one listing; the engine's twin is
/// EnginePublications.
/// </summary>
/// <remarks>
/// The listing keeps the status; a row beside it is there while its screening is open. Whatever is asked of
/// others is asked before the status is looked at: the listing's grain is reentrant.
/// </remarks>
/// <param name="room">What a grain needs.</param>
/// <param name="rows">The listing's rows.</param>
/// <param name="id">The listing.</param>
/// <param name="state">The listing as it is stored; null if there is none.</param>
/// <param name="change">Keeps a listing that has changed, and tells its buckets.</param>
internal sealed class ClusterPublications(
    GrainRoom room, GrainRows rows, ListingId id, Func<ListingState?> state, Func<Listing, Task> change)
{
    private readonly TrailRows _trail = new(rows);
    private Publication? _open;

    private delegate PublicationResult Decision(in Listing listing, out Screened? after);

    /// <summary>Listings that wait: some of them are sold when that takes too long.</summary>
    public static RowTable Table { get; } = new(RowKind.Publication)
    {
        Wake = (room, owner) => room.Grains.Listing(new ListingId((int)owner)).Wake(),
        Audit = Audit,
    };

    private ScreeningPolicy Policy => room.Policy.Screening;

    private RowKey Key => new(RowKind.Publication, id.Value);

    /// <summary>Reads what was kept of a listing whose screening is open.</summary>
    public async Task Load()
    {
        if (state() is { } kept && PublicationLifecycle.IsOpen(kept.Listing.Publication))
        {
            _open = await rows.Load<Publication>(Key);
        }
    }

    /// <summary>The listing is published, or its terms have changed; it is still to be saved.</summary>
    public Listing Begun(Listing listing) =>
        Moved(listing, PublicationProcess.Begin(listing, room.Now, Policy));

    /// <summary>The seller has taken the listing off; it is still to be saved.</summary>
    public Listing Withdrawn(Listing listing) =>
        Moved(listing, PublicationProcess.GiveUp(listing.Publication));

    /// <summary>What time has brought.</summary>
    public Task CatchUp() => state() is { } kept
        && PublicationProcess.Fall(kept.Listing.Publication, _open, room.Now) is { } after
            ? change(Moved(kept.Listing, after))
            : Task.CompletedTask;

    /// <summary>The classifier has looked.</summary>
    public async Task<PublicationResult> Score(ScoreListing command)
    {
        var brand = state() is { Listing.Brand: > 0 and var number }
            ? await room.Grains.Brand(number).Find()
            : default;
        return await Do<ScoreListing>(
            command, PublicationProcess.Refuse(command), null,
            (in listing, out after) => PublicationProcess.Score(
                listing, _open, command, brand, Policy, out after));
    }

    /// <summary>The seller gives it up, or insists.</summary>
    public Task<PublicationResult> Answer(AnswerWarning command) => Do<AnswerWarning>(
        command, null, null, (in listing, out after) => PublicationProcess.Answer(
            listing, _open, command, room.Now, Policy, out after));

    /// <summary>A reviewer decides.</summary>
    public async Task<PublicationResult> Review(ReviewListing command)
    {
        var request = KeyedRequest.Of<ReviewListing, PublicationResult>(command);
        if (state() is { } kept
            && RequestMemory.Answer(kept.Requests, request, PublicationResult.IdReused) is null
            && PublicationProcess.Answer(kept.Listing.Publication, command) is null
            && !await room.Grains.ListingReviewers.Take(id))
        {
            return PublicationResult.NoReviewer;
        }

        var trace = await _trail.Next(command, room.Now);
        return await Do<ReviewListing>(command, null, trace, (in listing, out after) =>
        {
            var known = PublicationProcess.Answer(listing.Publication, command);
            after = known is null ? PublicationProcess.Decide(command) : null;
            return known ?? PublicationResult.Done;
        });
    }

    private async Task<PublicationResult> Do<TCommand>(
        TCommand command, PublicationResult? refusal, TrailEntry? trace, Decision decide)
        where TCommand : struct, IKeyedCommand<TCommand, PublicationResult>
    {
        var request = KeyedRequest.Of<TCommand, PublicationResult>(command);
        if (state() is not { } kept)
        {
            return refusal ?? PublicationResult.UnknownListing;
        }

        var past = RequestMemory.Answer(kept.Requests, request, PublicationResult.IdReused);
        if ((past ?? refusal) is { } answer)
        {
            return answer;
        }

        var result = decide(kept.Listing, out var after);
        if (result == PublicationResult.Done && (after is not null || !request.Id.IsNone))
        {
            _trail.Put(after is null ? null : trace);
            kept.Requests = RequestMemory.With(kept.Requests, request);
            await change(Moved(kept.Listing, after));
        }

        return result;
    }

    private Listing Moved(Listing listing, Screened? after)
    {
        if (after is { } next)
        {
            listing.Screen(next.Status);
            _open = next.Open;
            if (next.Open is { } open)
            {
                rows.Put(Key, open, open.DueAt(next.Status));
            }
            else
            {
                rows.Delete(Key);
            }
        }

        return listing;
    }

    private static async Task<AuditCheck> Audit(GrainRoom room)
    {
        var audit = new PublicationAudit();
        await foreach (var (key, open) in RowPages.All<Publication>(room, RowKind.Publication))
        {
            audit.Add(new ListingId((int)key.Owner), open);
        }

        await foreach (var (key, kept) in RowPages.All<ListingState>(room, RowKind.Listing))
        {
            if (key.Item == 0)
            {
                audit.Add(new ListingId((int)key.Owner), kept.Listing);
            }
        }

        return audit.Close();
    }
}
