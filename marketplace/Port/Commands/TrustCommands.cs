namespace FlashSale.Marketplace;

/// <summary>A buyer complains about a line of an order that was received (rule TRU-3).</summary>
public readonly record struct Complain(OrderId Id, int Line, ComplaintReason Reason)
    : ICommand<Complain, ComplainResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Complain;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static Complain Read(ref FieldReader fields) =>
        new(fields.TakeOrder(), fields.Take<int>(), fields.Take<ComplaintReason>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put(Line);
        fields.Put((byte)Reason);
    }
}

/// <summary>Opens a case about a store of a seller, or a listing of it (rules TRU-3, TRU-13).</summary>
public readonly record struct OpenCase(
    SellerId Seller, StoreId Store, ListingId Listing, CaseKind What, RequestId Request = default)
    : IKeyedCommand<OpenCase, CaseResult>
{
    /// <inheritdoc/>
    public static CaseResult IdReused => CaseResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.OpenCase;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Seller);

    /// <summary>The platform opens cases.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static OpenCase Read(ref FieldReader fields) => new(
        new SellerId(fields.Take<int>()), new StoreId(fields.Take<int>()), new ListingId(fields.Take<int>()),
        fields.Take<CaseKind>(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Seller.Value);
        fields.Put(Store.Value);
        fields.Put(Listing.Value);
        fields.Put((byte)What);
        fields.Put(Request);
    }
}

/// <summary>Brings the recorded evidence of a case up to a number, in 1/10,000 (rule TRU-8).</summary>
public readonly record struct RecordEvidence(CaseId Id, int BasisPoints)
    : ICommand<RecordEvidence, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.RecordEvidence;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform records evidence.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static RecordEvidence Read(ref FieldReader fields) =>
        new(new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<int>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put(BasisPoints);
    }
}

/// <summary>Takes a step of a case's test purchase (rule TRU-3).</summary>
public readonly record struct StepCase(CaseId Id, CaseStep Step) : ICommand<StepCase, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.StepCase;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform samples.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static StepCase Read(ref FieldReader fields) =>
        new(new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<CaseStep>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put((byte)Step);
    }
}

/// <summary>Gives the verdict on a case (rules TRU-5 to TRU-7).</summary>
public readonly record struct DecideCase(CaseId Id, CaseVerdict Verdict) : ICommand<DecideCase, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.DecideCase;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static DecideCase Read(ref FieldReader fields) =>
        new(new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<CaseVerdict>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put((byte)Verdict);
    }
}

/// <summary>The seller appeals against a verdict, with evidence in 1/10,000 (rule TRU-8).</summary>
public readonly record struct FileAppeal(CaseId Id, int BasisPoints) : ICommand<FileAppeal, AppealResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.FileAppeal;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <inheritdoc/>
    public static FileAppeal Read(ref FieldReader fields) =>
        new(new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<int>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put(BasisPoints);
    }
}

/// <summary>
/// Decides an appeal by the votes for the seller: one vote is a reviewer's, more are a jury's (rule TRU-8).
/// </summary>
public readonly record struct DecideAppeal(CaseId Id, int VotesFor, int Votes)
    : ICommand<DecideAppeal, AppealResult>
{
    /// <summary>Whether the majority is for the seller.</summary>
    public bool Upholds => 2L * VotesFor > Votes;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.DecideAppeal;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform's reviewers and juries decide.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static DecideAppeal Read(ref FieldReader fields) => new(
        new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<int>(),
        fields.Take<int>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put(VotesFor);
        fields.Put(Votes);
    }
}

/// <summary>Calls about complaints, cases and appeals.</summary>
public static class TrustCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Complain"/>
        public ValueTask<ComplainResult> Complain(OrderId id, int line, ComplaintReason reason) =>
            market.Do<Complain, ComplainResult>(new(id, line, reason));

        /// <inheritdoc cref="Marketplace.OpenCase"/>
        public ValueTask<CaseResult> OpenCase(
            SellerId seller, StoreId store, ListingId listing, CaseKind what, RequestId request = default) =>
            market.Do<OpenCase, CaseResult>(new(seller, store, listing, what, request));

        /// <inheritdoc cref="Marketplace.RecordEvidence"/>
        public ValueTask<CaseResult> RecordEvidence(CaseId id, int basisPoints) =>
            market.Do<RecordEvidence, CaseResult>(new(id, basisPoints));

        /// <inheritdoc cref="Marketplace.StepCase"/>
        public ValueTask<CaseResult> StepCase(CaseId id, CaseStep step) =>
            market.Do<StepCase, CaseResult>(new(id, step));

        /// <inheritdoc cref="Marketplace.DecideCase"/>
        public ValueTask<CaseResult> DecideCase(CaseId id, CaseVerdict verdict) =>
            market.Do<DecideCase, CaseResult>(new(id, verdict));

        /// <inheritdoc cref="Marketplace.FileAppeal"/>
        public ValueTask<AppealResult> FileAppeal(CaseId id, int basisPoints) =>
            market.Do<FileAppeal, AppealResult>(new(id, basisPoints));

        /// <inheritdoc cref="Marketplace.DecideAppeal"/>
        public ValueTask<AppealResult> DecideAppeal(CaseId id, int votesFor, int votes = 1) =>
            market.Do<DecideAppeal, AppealResult>(new(id, votesFor, votes));
    }
}
