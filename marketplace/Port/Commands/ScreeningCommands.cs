namespace FlashSale.Marketplace;

/// <summary>The platform's classifier says how wrong a listing looks (rule LST-2).</summary>
/// <param name="Id">The listing.</param>
/// <param name="ScoreMilli">By its text and pictures, in 1/1,000 of honest listings' deviation.</param>
/// <param name="RestrictedMilli">How much it looks like goods of a restricted kind, likewise.</param>
/// <param name="Request">The client's name for the wish.</param>
public readonly record struct ScoreListing(
    ListingId Id, int ScoreMilli, int RestrictedMilli, RequestId Request = default)
    : IKeyedCommand<ScoreListing, PublicationResult>
{
    /// <inheritdoc/>
    public static PublicationResult IdReused => PublicationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ScoreListing;

    /// <summary>The platform looks, not the seller.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static ScoreListing Read(ref FieldReader fields) => new(
        new ListingId(fields.Take<int>()), fields.Take<int>(), fields.Take<int>(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(ScoreMilli);
        fields.Put(RestrictedMilli);
        fields.Put(Request);
    }
}

/// <summary>A seller who was warned gives a listing up, or insists on it (rule LST-2).</summary>
public readonly record struct AnswerWarning(ListingId Id, bool Insists, RequestId Request = default)
    : IKeyedCommand<AnswerWarning, PublicationResult>
{
    /// <inheritdoc/>
    public static PublicationResult IdReused => PublicationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.AnswerWarning;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static AnswerWarning Read(ref FieldReader fields) =>
        new(new ListingId(fields.Take<int>()), fields.TakeBool(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(Insists);
        fields.Put(Request);
    }
}

/// <summary>A reviewer decides about a listing that waits (rules LST-2, IDN-5).</summary>
public readonly record struct ReviewListing(
    ListingId Id, PublicationVerdict Verdict, RequestId Request = default, Signature By = default)
    : IKeyedCommand<ReviewListing, PublicationResult>
{
    /// <inheritdoc/>
    public static PublicationResult IdReused => PublicationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ReviewListing;

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Trace? TraceOf(in ReviewListing command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), Words.Of(command.Verdict));

    /// <inheritdoc/>
    public static ReviewListing WithSignature(in ReviewListing command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static ReviewListing Read(ref FieldReader fields)
    {
        var (id, verdict) = (new ListingId(fields.Take<int>()), fields.Take<PublicationVerdict>());
        var by = fields.TakeSignatureBeforeRequest();
        return new(id, verdict, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put((byte)Verdict);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>A brand joins the catalogue, or leaves it (rule LST-2).</summary>
/// <param name="Brand">The brand, by its number; above 0.</param>
/// <param name="IsKnown">Whether its owner cooperates from now on.</param>
/// <param name="UsualPrice">What one unit usually costs; nothing if the owner does not say.</param>
/// <param name="Request">The client's name for the wish.</param>
/// <param name="By">Who and why.</param>
public readonly record struct ListBrand(
    int Brand, bool IsKnown, Money UsualPrice, RequestId Request = default, Signature By = default)
    : IKeyedCommand<ListBrand, PublicationResult>
{
    /// <inheritdoc/>
    public static PublicationResult IdReused => PublicationResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ListBrand;

    /// <summary>The platform keeps the catalogue.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Brand, Brand);

    /// <inheritdoc/>
    public static Trace? TraceOf(in ListBrand command) => new Trace(
        command.By, TrailEntity.Market,
        FormattableString.Invariant($"brand {command.Brand} {(command.IsKnown ? "known" : "unknown")}"));

    /// <inheritdoc/>
    public static ListBrand WithSignature(in ListBrand command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static ListBrand Read(ref FieldReader fields)
    {
        var (brand, isKnown, price) = (fields.Take<int>(), fields.TakeBool(), fields.TakeMoney());
        var by = fields.TakeSignatureBeforeRequest();
        return new(brand, isKnown, price, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Brand);
        fields.Put(IsKnown);
        fields.Put(UsualPrice);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Calls about the screening of listings.</summary>
public static class ScreeningCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.ScoreListing"/>
        public ValueTask<PublicationResult> ScoreListing(
            ListingId id, int scoreMilli, int restrictedMilli = 0, RequestId request = default) =>
            market.Do<ScoreListing, PublicationResult>(new(id, scoreMilli, restrictedMilli, request));

        /// <inheritdoc cref="Marketplace.AnswerWarning"/>
        public ValueTask<PublicationResult> AnswerWarning(
            ListingId id, bool insists, RequestId request = default) =>
            market.Do<AnswerWarning, PublicationResult>(new(id, insists, request));

        /// <inheritdoc cref="Marketplace.ReviewListing"/>
        public ValueTask<PublicationResult> ReviewListing(
            ListingId id, PublicationVerdict verdict, RequestId request = default, Signature by = default) =>
            market.Do<ReviewListing, PublicationResult>(new(id, verdict, request, by));

        /// <inheritdoc cref="Marketplace.ListBrand"/>
        public ValueTask<PublicationResult> ListBrand(
            int brand, bool isKnown, Money usualPrice, RequestId request = default, Signature by = default) =>
            market.Do<ListBrand, PublicationResult>(new(brand, isKnown, usualPrice, request, by));
    }
}
