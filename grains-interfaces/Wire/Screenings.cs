namespace FlashSale.GrainInterfaces;

/// <summary>A brand as the catalogue knows it.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.catalogue-brand")]
internal record struct CatalogueBrandSurrogate(
    [property: Id(0)] bool IsKnown, [property: Id(1)] long UsualPriceFen);

/// <summary>A publication; moments are Unix time in milliseconds, 0 is none.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.publication")]
internal record struct PublicationSurrogate(
    [property: Id(0)] int ScoreMilli,
    [property: Id(1)] long SinceMs,
    [property: Id(2)] long ProvisionalMs,
    [property: Id(3)] bool IsBrandKnown);

/// <summary>The reviewers of listings and their day.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.review-pool")]
internal record struct ReviewPoolSurrogate(
    [property: Id(0)] int TakenToday, [property: Id(1)] int PerDay, [property: Id(2)] bool IsByRisk);

[RegisterConverter]
internal sealed class ReviewPoolConverter : IConverter<ReviewPool, ReviewPoolSurrogate>
{
    public ReviewPoolSurrogate ConvertToSurrogate(in ReviewPool value) =>
        new(value.TakenToday, value.PerDay, value.IsByRisk);

    public ReviewPool ConvertFromSurrogate(in ReviewPoolSurrogate surrogate) =>
        new(surrogate.TakenToday, surrogate.PerDay, surrogate.IsByRisk);
}

[RegisterConverter]
internal sealed class CatalogueBrandConverter : IConverter<CatalogueBrand, CatalogueBrandSurrogate>
{
    public CatalogueBrandSurrogate ConvertToSurrogate(in CatalogueBrand value) =>
        new(value.IsKnown, value.UsualPrice.Fen);

    public CatalogueBrand ConvertFromSurrogate(in CatalogueBrandSurrogate surrogate) =>
        new(surrogate.IsKnown, Money.FromFen(surrogate.UsualPriceFen));
}

[RegisterConverter]
internal sealed class PublicationConverter : IConverter<Publication, PublicationSurrogate>
{
    public PublicationSurrogate ConvertToSurrogate(in Publication value) => new(
        value.ScoreMilli, Moments.ToMsOrNone(value.Since), Moments.ToMsOrNone(value.ProvisionalAt),
        value.IsBrandKnown);

    public Publication ConvertFromSurrogate(in PublicationSurrogate surrogate) => new(
        surrogate.ScoreMilli, Moments.FromMsOrNone(surrogate.SinceMs)!.Value,
        Moments.FromMsOrNone(surrogate.ProvisionalMs), surrogate.IsBrandKnown);
}
