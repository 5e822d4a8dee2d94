namespace FlashSale.GrainInterfaces;

/// <summary>A case; moments are Unix time in milliseconds, 0 for none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.case")]
internal record struct CaseSurrogate(
    [property: Id(0)] int Number,
    [property: Id(1)] int Store,
    [property: Id(2)] int Listing,
    [property: Id(3)] byte Kind,
    [property: Id(4)] byte Status,
    [property: Id(5)] byte Source,
    [property: Id(6)] byte Verdict,
    [property: Id(7)] byte Measure,
    [property: Id(8)] byte Sampled,
    [property: Id(9)] bool HasFrozen,
    [property: Id(10)] int Complaints,
    [property: Id(11)] int EvidenceBasisPoints,
    [property: Id(12)] int Points,
    [property: Id(13)] long OpenedMs,
    [property: Id(14)] long DecidedMs,
    [property: Id(15)] long UntilMs,
    [property: Id(16)] long CloseMs,
    [property: Id(17)] long FrozenFen,
    [property: Id(18)] long FineFen,
    [property: Id(19)] byte Appeal,
    [property: Id(20)] int AppealBasisPoints,
    [property: Id(21)] long AppealMs,
    [property: Id(22)] long TalkUntilMs,
    [property: Id(23)] bool HasTakenDown);

/// <summary>A complaint; the moment is Unix time in milliseconds.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.complaint")]
internal record struct ComplaintSurrogate(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] int Units,
    [property: Id(3)] long PaidFen,
    [property: Id(4)] int Listing,
    [property: Id(5)] int Store,
    [property: Id(6)] int Case,
    [property: Id(7)] byte Reason,
    [property: Id(8)] long AtMs);

/// <summary>An act of a seller's file; the moment is Unix time in milliseconds.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.case-act")]
internal record struct CaseActSurrogate(
    [property: Id(0)] long Number,
    [property: Id(1)] byte Kind,
    [property: Id(2)] byte Measure,
    [property: Id(3)] int Store,
    [property: Id(4)] int Listing,
    [property: Id(5)] int Buyer,
    [property: Id(6)] int Case,
    [property: Id(7)] long AmountFen,
    [property: Id(8)] long AtMs);

/// <summary>A case's id.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.case-id")]
internal record struct CaseIdSurrogate([property: Id(0)] int Seller, [property: Id(1)] int Number);

/// <summary>What a store was told.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.store-hold")]
internal record struct StoreHoldSurrogate([property: Id(0)] int Store, [property: Id(1)] int Told);

[RegisterConverter]
internal sealed class CaseConverter : IConverter<Case, CaseSurrogate>
{
    public CaseSurrogate ConvertToSurrogate(in Case value) => new(
        value.Number, value.Store.Value, value.Listing.Value, (byte)value.Kind, (byte)value.Status,
        (byte)value.Source, (byte)value.Verdict, (byte)value.Measure, (byte)value.Sampled, value.HasFrozen,
        value.Complaints, value.EvidenceBasisPoints, value.Points, value.OpenedMs, value.DecidedMs,
        value.UntilMs, value.CloseMs, value.Frozen.Fen, value.Fine.Fen, (byte)value.Appeal,
        value.AppealBasisPoints, value.AppealMs, value.TalkUntilMs, value.HasTakenDown);

    public Case ConvertFromSurrogate(in CaseSurrogate surrogate) => new()
    {
        Number = surrogate.Number,
        Store = new StoreId(surrogate.Store),
        Listing = new ListingId(surrogate.Listing),
        Kind = (CaseKind)surrogate.Kind,
        Status = (CaseStatus)surrogate.Status,
        Source = (CaseSource)surrogate.Source,
        Verdict = (CaseVerdict)surrogate.Verdict,
        Measure = (StoreMeasure)surrogate.Measure,
        Sampled = (CaseStatus)surrogate.Sampled,
        HasFrozen = surrogate.HasFrozen,
        Complaints = surrogate.Complaints,
        EvidenceBasisPoints = surrogate.EvidenceBasisPoints,
        Points = surrogate.Points,
        OpenedMs = surrogate.OpenedMs,
        DecidedMs = surrogate.DecidedMs,
        UntilMs = surrogate.UntilMs,
        CloseMs = surrogate.CloseMs,
        Frozen = Money.FromFen(surrogate.FrozenFen),
        Fine = Money.FromFen(surrogate.FineFen),
        Appeal = (AppealStatus)surrogate.Appeal,
        AppealBasisPoints = surrogate.AppealBasisPoints,
        AppealMs = surrogate.AppealMs,
        TalkUntilMs = surrogate.TalkUntilMs,
        HasTakenDown = surrogate.HasTakenDown,
    };
}

[RegisterConverter]
internal sealed class ComplaintConverter : IConverter<Complaint, ComplaintSurrogate>
{
    public ComplaintSurrogate ConvertToSurrogate(in Complaint value) => new(
        value.Order, value.Line, value.Units, value.Paid.Fen, value.Listing.Value, value.Store.Value,
        value.Case, (byte)value.Reason, value.AtMs);

    public Complaint ConvertFromSurrogate(in ComplaintSurrogate surrogate) => new()
    {
        Order = surrogate.Order,
        Line = surrogate.Line,
        Units = surrogate.Units,
        Paid = Money.FromFen(surrogate.PaidFen),
        Listing = new ListingId(surrogate.Listing),
        Store = new StoreId(surrogate.Store),
        Case = surrogate.Case,
        Reason = (ComplaintReason)surrogate.Reason,
        AtMs = surrogate.AtMs,
    };
}

[RegisterConverter]
internal sealed class CaseActConverter : IConverter<CaseAct, CaseActSurrogate>
{
    public CaseActSurrogate ConvertToSurrogate(in CaseAct value) => new(
        value.Number, (byte)value.Kind, (byte)value.Measure, value.Store.Value, value.Listing.Value,
        value.Buyer.Value, value.Case, value.Amount.Fen, value.AtMs);

    public CaseAct ConvertFromSurrogate(in CaseActSurrogate surrogate) => new()
    {
        Number = surrogate.Number,
        Kind = (CaseActKind)surrogate.Kind,
        Measure = (StoreMeasure)surrogate.Measure,
        Store = new StoreId(surrogate.Store),
        Listing = new ListingId(surrogate.Listing),
        Buyer = new BuyerId(surrogate.Buyer),
        Case = surrogate.Case,
        Amount = Money.FromFen(surrogate.AmountFen),
        AtMs = surrogate.AtMs,
    };
}

[RegisterConverter]
internal sealed class CaseIdConverter : IConverter<CaseId, CaseIdSurrogate>
{
    public CaseIdSurrogate ConvertToSurrogate(in CaseId value) => new(value.Seller.Value, value.Number);

    public CaseId ConvertFromSurrogate(in CaseIdSurrogate surrogate) =>
        new(new SellerId(surrogate.Seller), surrogate.Number);
}

[RegisterConverter]
internal sealed class StoreHoldConverter : IConverter<StoreHold, StoreHoldSurrogate>
{
    public StoreHoldSurrogate ConvertToSurrogate(in StoreHold value) => new(value.Store.Value, value.Told);

    public StoreHold ConvertFromSurrogate(in StoreHoldSurrogate surrogate) =>
        new(new StoreId(surrogate.Store), surrogate.Told);
}
