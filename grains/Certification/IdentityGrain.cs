namespace FlashSale.Grains;

/// <summary>The lists of identities, and which were given with the same account or device.</summary>
/// <remarks>
/// There is one: stores apply seldom, and each row is loaded when it is asked for. Rules IDN-2, IDN-4.
/// </remarks>
internal sealed class IdentityGrain(GrainRoom room)
    : Grain, IIdentityGrain, ICommandTurns, ICarries<ListIdentity, CertificationResult>
{
    private static readonly RowKey ActsKey = new(RowKind.Identity, 0);

    private GrainRows _rows = null!;
    private TrailRows _trail = null!;
    private IdentityActs _acts = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _trail = new TrailRows(_rows);
        _acts = await _rows.Load<IdentityActs>(ActsKey) ?? new IdentityActs([]);
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<IdentityGrain>.Do(this, command);

    public async Task<CertificationResult> Do(ListIdentity command)
    {
        var request = KeyedRequest.Of<ListIdentity, CertificationResult>(command);
        var past = RequestMemory.Answer(_acts.Requests, request, CertificationResult.IdReused);
        if ((past ?? CertificationProcess.Refuse(command)) is { } answer)
        {
            return answer;
        }

        var (key, trace) = (KeyOf(command.Identity.Value), await _trail.Next(command, room.Now));
        var before = await _rows.Load<ListedIdentity>(key);
        var isNew = (before?.Listing ?? IdentityListing.None) != command.Listing;
        if (isNew)
        {
            Put(key, command.Listing);
            _trail.Put(trace);
        }

        if (isNew || !request.Id.IsNone)
        {
            _acts = new IdentityActs(RequestMemory.With(_acts.Requests, request));
            _rows.Put(ActsKey, _acts);
            await _rows.Save();
        }

        _rows.Unload(key);
        return CertificationResult.Done;
    }

    public async Task<IdentityLinks> LinksOf(long identity, long account, long device) => new(
        await ListingOf(identity), await HasBarred(account) || await HasBarred(device));

    public async Task Link(long identity, long account, long device)
    {
        foreach (var link in (long[])[account, device])
        {
            var linked = await _rows.Load<LinkedIdentities>(LinkKey(link)) ?? new LinkedIdentities([]);
            if (!linked.Identities.Contains(identity) && linked.Identities.Length < IdentityLinks.LinksMax)
            {
                _rows.Put(LinkKey(link), new LinkedIdentities([.. linked.Identities, identity]));
            }
        }

        await _rows.Save();
        _rows.Unload(LinkKey(account));
        _rows.Unload(LinkKey(device));
    }

    private void Put(RowKey key, IdentityListing listing)
    {
        if (listing == IdentityListing.None)
        {
            _rows.Delete(key);
        }
        else
        {
            _rows.Put(key, new ListedIdentity(listing));
        }
    }

    private async Task<IdentityListing> ListingOf(long identity) =>
        (await _rows.Look<ListedIdentity>(KeyOf(identity)))?.Listing ?? IdentityListing.None;

    private async Task<bool> HasBarred(long link)
    {
        foreach (var identity in (await _rows.Look<LinkedIdentities>(LinkKey(link)))?.Identities ?? [])
        {
            if (await ListingOf(identity) == IdentityListing.Black)
            {
                return true;
            }
        }

        return false;
    }

    private static RowKey KeyOf(long identity) => new(RowKind.Identity, identity);

    private static RowKey LinkKey(long link) => new(RowKind.IdentityLink, link);
}

/// <summary>On which list an identity stands, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.listed-identity")]
internal sealed record ListedIdentity([property: Id(0)] IdentityListing Listing);

/// <summary>Identities that were given with one account or device, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.linked-identities")]
internal sealed record LinkedIdentities([property: Id(0)] long[] Identities);

/// <summary>Acts by the names that clients gave them (rule ORD-4), as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.identity-acts")]
internal sealed record IdentityActs([property: Id(0)] KeyedRequest[] Requests);
