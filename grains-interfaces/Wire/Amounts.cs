namespace FlashSale.GrainInterfaces;

/// <summary>An amount of money.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.money")]
internal struct MoneySurrogate
{
    [Id(0)]
    public long Fen;
}

/// <summary>A store's coupon.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.coupon")]
internal struct CouponSurrogate
{
    [Id(0)]
    public long OffFen;

    [Id(1)]
    public long FromFen;
}

[RegisterConverter]
internal sealed class MoneyConverter : IConverter<Money, MoneySurrogate>
{
    public MoneySurrogate ConvertToSurrogate(in Money value) => new() { Fen = value.Fen };

    public Money ConvertFromSurrogate(in MoneySurrogate surrogate) => Money.FromFen(surrogate.Fen);
}

[RegisterConverter]
internal sealed class CouponConverter : IConverter<Coupon, CouponSurrogate>
{
    public CouponSurrogate ConvertToSurrogate(in Coupon value) =>
        new() { OffFen = value.Off.Fen, FromFen = value.From.Fen };

    public Coupon ConvertFromSurrogate(in CouponSurrogate surrogate) =>
        new(Money.FromFen(surrogate.OffFen), Money.FromFen(surrogate.FromFen));
}
