namespace FlashSale.GrainInterfaces;

/// <summary>An amount of money.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.money")]
internal record struct MoneySurrogate([property: Id(0)] long Fen);

/// <summary>A store's coupon.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.coupon")]
internal record struct CouponSurrogate([property: Id(0)] long OffFen, [property: Id(1)] long FromFen);

[RegisterConverter]
internal sealed class MoneyConverter : IConverter<Money, MoneySurrogate>
{
    public MoneySurrogate ConvertToSurrogate(in Money value) => new(value.Fen);

    public Money ConvertFromSurrogate(in MoneySurrogate surrogate) => Money.FromFen(surrogate.Fen);
}

[RegisterConverter]
internal sealed class CouponConverter : IConverter<Coupon, CouponSurrogate>
{
    public CouponSurrogate ConvertToSurrogate(in Coupon value) => new(value.Off.Fen, value.From.Fen);

    public Coupon ConvertFromSurrogate(in CouponSurrogate surrogate) =>
        new(Money.FromFen(surrogate.OffFen), Money.FromFen(surrogate.FromFen));
}
