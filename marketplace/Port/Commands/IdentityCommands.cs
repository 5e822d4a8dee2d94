namespace FlashSale.Marketplace;

/// <summary>
/// An existing store is summoned: it has so long to get a certificate, or sells no more (rule IDN-3). A
/// campaign in steps is a command for each store of each step.
/// </summary>
public readonly record struct SummonStore(StoreId Id, RequestId Request = default, Signature By = default)
    : IKeyedCommand<SummonStore, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.SummonStore;

    /// <summary>The platform summons.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Trace? TraceOf(in SummonStore command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), "certificate");

    /// <inheritdoc/>
    public static SummonStore WithSignature(in SummonStore command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static SummonStore Read(ref FieldReader fields)
    {
        var id = new StoreId(fields.Take<int>());
        var by = fields.TakeSignatureBeforeRequest();
        return new(id, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Puts an identity on a list of the platform, or takes it off (rules IDN-2, IDN-4).</summary>
public readonly record struct ListIdentity(
    IdentityId Identity, IdentityListing Listing, RequestId Request = default, Signature By = default)
    : IKeyedCommand<ListIdentity, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ListIdentity;

    /// <summary>The lists are the platform's.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Identities, 0);

    /// <inheritdoc/>
    public static Trace? TraceOf(in ListIdentity command) =>
        new Trace(command.By, TrailEntity.Of(command.Identity), Words.Of(command.Listing));

    /// <inheritdoc/>
    public static ListIdentity WithSignature(in ListIdentity command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static ListIdentity Read(ref FieldReader fields)
    {
        var (identity, listing) = (new IdentityId(fields.Take<long>()), fields.Take<IdentityListing>());
        var by = fields.TakeSignatureBeforeRequest();
        return new(identity, listing, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Identity.Value);
        fields.Put((byte)Listing);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Calls about identities, and about stores that have none yet.</summary>
public static class IdentityCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.SummonStore"/>
        public ValueTask<CertificationResult> SummonStore(
            StoreId id, RequestId request = default, Signature by = default) =>
            market.Do<SummonStore, CertificationResult>(new(id, request, by));

        /// <inheritdoc cref="Marketplace.ListIdentity"/>
        public ValueTask<CertificationResult> ListIdentity(
            IdentityId identity, IdentityListing listing, RequestId request = default,
            Signature by = default) =>
            market.Do<ListIdentity, CertificationResult>(new(identity, listing, request, by));
    }
}
