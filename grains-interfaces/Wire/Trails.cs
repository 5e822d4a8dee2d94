using Orleans.Serialization.Cloning;

namespace FlashSale.GrainInterfaces;

/// <summary>An act of an operator or reviewer, as the trail keeps it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.trail-entry")]
internal record struct TrailEntrySurrogate(
    [property: Id(0)] long AtMs,
    [property: Id(1)] long Subject,
    [property: Id(2)] int Number,
    [property: Id(3)] byte What,
    [property: Id(4)] byte AboutKind,
    [property: Id(5)] long About,
    [property: Id(6)] string Detail,
    [property: Id(7)] string Who,
    [property: Id(8)] string Why);

/// <summary>Who signed, and why.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.signature")]
internal record struct SignatureSurrogate([property: Id(0)] string Who, [property: Id(1)] string Why);

[RegisterConverter]
internal sealed class TrailEntryConverter : IConverter<TrailEntry, TrailEntrySurrogate>
{
    public TrailEntrySurrogate ConvertToSurrogate(in TrailEntry value)
    {
        var (mark, what, trace) = value;
        return new(
            mark.AtMs, mark.Subject, mark.Number, (byte)what, (byte)trace.About.Kind, trace.About.Id,
            trace.Detail, trace.By.Who, trace.By.Why);
    }

    public TrailEntry ConvertFromSurrogate(in TrailEntrySurrogate surrogate) => new(
        new TrailMark(surrogate.AtMs, surrogate.Subject, surrogate.Number), (CommandKind)surrogate.What,
        new Trace(
            new Signature(surrogate.Who, surrogate.Why),
            new TrailEntity((EntityKind)surrogate.AboutKind, surrogate.About), surrogate.Detail));
}

[RegisterConverter]
internal sealed class SignatureConverter : IConverter<Signature, SignatureSurrogate>
{
    public SignatureSurrogate ConvertToSurrogate(in Signature value) => new(value.Who, value.Why);

    public Signature ConvertFromSurrogate(in SignatureSurrogate surrogate) =>
        new(surrogate.Who ?? "", surrogate.Why ?? "");
}

// An act never changes, so a call within a silo hands over the same object.
[RegisterCopier]
internal sealed class TrailEntryCopier : ShallowCopier<TrailEntry>;
