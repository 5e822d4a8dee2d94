namespace FlashSale.GrainInterfaces;

/// <summary>A store's certificate; all 0 is none. Moments are Unix time in milliseconds.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.certification")]
internal record struct CertificationSurrogate(
    [property: Id(0)] long Identity,
    [property: Id(1)] byte Status,
    [property: Id(2)] byte Certificate,
    [property: Id(3)] byte Asked,
    [property: Id(4)] byte Failures,
    [property: Id(5)] bool NeedsPlace,
    [property: Id(6)] long ReadyMs,
    [property: Id(7)] long MustByMs,
    [property: Id(8)] long Given,
    [property: Id(9)] long AppliedMs);

/// <summary>What the lists say of an application.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.identity-links")]
internal record struct IdentityLinksSurrogate(
    [property: Id(0)] byte Listing, [property: Id(1)] bool IsLinkBarred);

[RegisterConverter]
internal sealed class CertificationConverter : IConverter<Certification, CertificationSurrogate>
{
    public CertificationSurrogate ConvertToSurrogate(in Certification value)
    {
        var facts = value.Facts;
        return new(
            facts.Identity.Value, (byte)facts.Status, (byte)facts.Certificate, (byte)facts.Asked,
            facts.Failures, facts.NeedsPlace, Moments.ToMsOrNone(facts.ReadyAt),
            Moments.ToMsOrNone(facts.MustBy), facts.Given, Moments.ToMsOrNone(facts.AppliedAt));
    }

    public Certification ConvertFromSurrogate(in CertificationSurrogate surrogate) =>
        Certification.Of(new CertificationFacts(
            new IdentityId(surrogate.Identity), surrogate.Given, (ApplicationStatus)surrogate.Status,
            (CertificateClass)surrogate.Certificate, (CertificateClass)surrogate.Asked, surrogate.Failures,
            surrogate.NeedsPlace, Moments.FromMsOrNone(surrogate.AppliedMs),
            Moments.FromMsOrNone(surrogate.ReadyMs),
            Moments.FromMsOrNone(surrogate.MustByMs)));
}

[RegisterConverter]
internal sealed class IdentityLinksConverter : IConverter<IdentityLinks, IdentityLinksSurrogate>
{
    public IdentityLinksSurrogate ConvertToSurrogate(in IdentityLinks value) =>
        new((byte)value.Listing, value.IsLinkBarred);

    public IdentityLinks ConvertFromSurrogate(in IdentityLinksSurrogate surrogate) =>
        new((IdentityListing)surrogate.Listing, surrogate.IsLinkBarred);
}
