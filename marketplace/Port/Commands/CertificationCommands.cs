namespace FlashSale.Marketplace;

/// <summary>A store applies for a certificate (rules IDN-1 to IDN-4).</summary>
/// <param name="Id">The store.</param>
/// <param name="Asked">The class that it wants.</param>
/// <param name="Identity">The person or company behind it, by the hash of its document.</param>
/// <param name="Account">The bank account for the remittance, by its hash.</param>
/// <param name="Device">What was applied from, by its hash.</param>
/// <param name="Region">Where the store is.</param>
/// <param name="Request">The client's name for the wish.</param>
public readonly record struct ApplyForCertificate(
    StoreId Id, CertificateClass Asked, IdentityId Identity, IdentityId Account, IdentityId Device,
    RegionId Region, RequestId Request = default)
    : IKeyedCommand<ApplyForCertificate, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ApplyForCertificate;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static ApplyForCertificate Read(ref FieldReader fields)
    {
        var (id, asked) = (new StoreId(fields.Take<int>()), fields.Take<CertificateClass>());
        var (identity, account) = (new IdentityId(fields.Take<long>()), new IdentityId(fields.Take<long>()));
        var (device, region) = (new IdentityId(fields.Take<long>()), new RegionId(fields.Take<byte>()));
        return new(id, asked, identity, account, device, region, fields.TakeRequest());
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put((byte)Asked);
        fields.Put(Identity.Value);
        fields.Put(Account.Value);
        fields.Put(Device.Value);
        fields.Put(Region.Value);
        fields.Put(Request);
    }
}

/// <summary>A seller hands in what a check asks for (rules IDN-1, IDN-2).</summary>
public readonly record struct HandIn(StoreId Id, ApplicationStatus Check, RequestId Request = default)
    : IKeyedCommand<HandIn, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.HandIn;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static HandIn Read(ref FieldReader fields) =>
        new(new StoreId(fields.Take<int>()), fields.Take<ApplicationStatus>(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put((byte)Check);
        fields.Put(Request);
    }
}

/// <summary>A check comes to its end, by the register, the bank, or a reviewer (IDN-1, IDN-2).</summary>
public readonly record struct DecideCheck(
    StoreId Id, ApplicationStatus Check, CheckVerdict Verdict, RequestId Request = default,
    Signature By = default)
    : IKeyedCommand<DecideCheck, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.DecideCheck;

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Trace? TraceOf(in DecideCheck command) => new Trace(
        command.By, TrailEntity.Of(command.Id), $"{Words.Of(command.Check)} {Words.Of(command.Verdict)}");

    /// <inheritdoc/>
    public static DecideCheck WithSignature(in DecideCheck command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static DecideCheck Read(ref FieldReader fields)
    {
        var (id, check) = (new StoreId(fields.Take<int>()), fields.Take<ApplicationStatus>());
        var (verdict, by) = (fields.Take<CheckVerdict>(), fields.TakeSignatureBeforeRequest());
        return new(id, check, verdict, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put((byte)Check);
        fields.Put((byte)Verdict);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>A seller gives up the application of a store (rule IDN-1).</summary>
public readonly record struct WithdrawApplication(StoreId Id, RequestId Request = default)
    : IKeyedCommand<WithdrawApplication, CertificationResult>
{
    /// <inheritdoc/>
    public static CertificationResult IdReused => CertificationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.WithdrawApplication;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static WithdrawApplication Read(ref FieldReader fields) =>
        new(new StoreId(fields.Take<int>()), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(Request);
    }
}

/// <summary>Calls about certificates of stores.</summary>
public static class CertificationCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.ApplyForCertificate"/>
        public ValueTask<CertificationResult> Apply(ApplyForCertificate command) =>
            market.Do<ApplyForCertificate, CertificationResult>(command);

        /// <inheritdoc cref="Marketplace.HandIn"/>
        public ValueTask<CertificationResult> HandIn(
            StoreId id, ApplicationStatus check, RequestId request = default) =>
            market.Do<HandIn, CertificationResult>(new(id, check, request));

        /// <inheritdoc cref="Marketplace.DecideCheck"/>
        public ValueTask<CertificationResult> DecideCheck(
            StoreId id, ApplicationStatus check, CheckVerdict verdict, RequestId request = default,
            Signature by = default) =>
            market.Do<DecideCheck, CertificationResult>(new(id, check, verdict, request, by));

        /// <inheritdoc cref="Marketplace.WithdrawApplication"/>
        public ValueTask<CertificationResult> WithdrawApplication(StoreId id, RequestId request = default) =>
            market.Do<WithdrawApplication, CertificationResult>(new(id, request));
    }
}
