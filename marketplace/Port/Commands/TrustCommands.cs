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
    SellerId Seller, StoreId Store, ListingId Listing, CaseKind What, RequestId Request = default,
    Signature By = default)
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

    /// <summary>About the listing, or the store: the case has no number before.</summary>
    public static Trace? TraceOf(in OpenCase command)
    {
        var about = command.Listing == Case.NoListing
            ? TrailEntity.Of(command.Store)
            : TrailEntity.Of(command.Listing);
        return new Trace(command.By, about, Words.Of(command.What));
    }

    /// <inheritdoc/>
    public static OpenCase WithSignature(in OpenCase command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static OpenCase Read(ref FieldReader fields)
    {
        var (seller, store) = (new SellerId(fields.Take<int>()), new StoreId(fields.Take<int>()));
        var (listing, what) = (new ListingId(fields.Take<int>()), fields.Take<CaseKind>());
        var by = fields.TakeSignatureBeforeRequest();
        return new(seller, store, listing, what, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Seller.Value);
        fields.Put(Store.Value);
        fields.Put(Listing.Value);
        fields.Put((byte)What);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Brings the recorded evidence of a case up to a number, in 1/10,000 (rule TRU-8).</summary>
public readonly record struct RecordEvidence(CaseId Id, int BasisPoints, Signature By = default)
    : ICommand<RecordEvidence, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.RecordEvidence;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform records evidence.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static Trace? TraceOf(in RecordEvidence command) =>
        new Trace(
            command.By, TrailEntity.Of(command.Id), FormattableString.Invariant($"{command.BasisPoints}"));

    /// <inheritdoc/>
    public static RecordEvidence WithSignature(in RecordEvidence command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static RecordEvidence Read(ref FieldReader fields) =>
        new(
            new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<int>(),
            fields.TakeSignature());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put(BasisPoints);
        fields.Put(By);
    }
}

/// <summary>Takes a step of a case's test purchase (rule TRU-3).</summary>
public readonly record struct StepCase(CaseId Id, CaseStep Step, Signature By = default)
    : ICommand<StepCase, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.StepCase;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform samples.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static Trace? TraceOf(in StepCase command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), Words.Of(command.Step));

    /// <inheritdoc/>
    public static StepCase WithSignature(in StepCase command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static StepCase Read(ref FieldReader fields) =>
        new(
            new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<CaseStep>(),
            fields.TakeSignature());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put((byte)Step);
        fields.Put(By);
    }
}

/// <summary>Gives the verdict on a case (rules TRU-5 to TRU-7).</summary>
public readonly record struct DecideCase(CaseId Id, CaseVerdict Verdict, Signature By = default)
    : ICommand<DecideCase, CaseResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.DecideCase;

    /// <inheritdoc/>
    public Subject Subject => Subject.CasesOf(Id.Seller);

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static Trace? TraceOf(in DecideCase command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), Words.Of(command.Verdict));

    /// <inheritdoc/>
    public static DecideCase WithSignature(in DecideCase command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static DecideCase Read(ref FieldReader fields) =>
        new(
            new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<CaseVerdict>(),
            fields.TakeSignature());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put((byte)Verdict);
        fields.Put(By);
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
public readonly record struct DecideAppeal(CaseId Id, int VotesFor, int Votes, Signature By = default)
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
    public static Trace? TraceOf(in DecideAppeal command) =>
        new Trace(
            command.By, TrailEntity.Of(command.Id),
            FormattableString.Invariant($"{command.VotesFor} of {command.Votes}"));

    /// <inheritdoc/>
    public static DecideAppeal WithSignature(in DecideAppeal command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static DecideAppeal Read(ref FieldReader fields) => new(
        new CaseId(new SellerId(fields.Take<int>()), fields.Take<int>()), fields.Take<int>(),
        fields.Take<int>(), fields.TakeSignature());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Seller.Value);
        fields.Put(Id.Number);
        fields.Put(VotesFor);
        fields.Put(Votes);
        fields.Put(By);
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
            SellerId seller, StoreId store, ListingId listing, CaseKind what, RequestId request = default,
            Signature by = default) =>
            market.Do<OpenCase, CaseResult>(new(seller, store, listing, what, request, by));

        /// <inheritdoc cref="Marketplace.RecordEvidence"/>
        public ValueTask<CaseResult> RecordEvidence(CaseId id, int basisPoints, Signature by = default) =>
            market.Do<RecordEvidence, CaseResult>(new(id, basisPoints, by));

        /// <inheritdoc cref="Marketplace.StepCase"/>
        public ValueTask<CaseResult> StepCase(CaseId id, CaseStep step, Signature by = default) =>
            market.Do<StepCase, CaseResult>(new(id, step, by));

        /// <inheritdoc cref="Marketplace.DecideCase"/>
        public ValueTask<CaseResult> DecideCase(CaseId id, CaseVerdict verdict, Signature by = default) =>
            market.Do<DecideCase, CaseResult>(new(id, verdict, by));

        /// <inheritdoc cref="Marketplace.FileAppeal"/>
        public ValueTask<AppealResult> FileAppeal(CaseId id, int basisPoints) =>
            market.Do<FileAppeal, AppealResult>(new(id, basisPoints));

        /// <inheritdoc cref="Marketplace.DecideAppeal"/>
        public ValueTask<AppealResult> DecideAppeal(
            CaseId id, int votesFor, int votes = 1, Signature by = default) =>
            market.Do<DecideAppeal, AppealResult>(new(id, votesFor, votes, by));
    }
}
