namespace FlashSale.GrainInterfaces;

/// <summary>An act under its client's name.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.keyed-request")]
internal record struct KeyedRequestSurrogate([property: Id(0)] long Id, [property: Id(1)] long Contents);

[RegisterConverter]
internal sealed class KeyedRequestConverter : IConverter<KeyedRequest, KeyedRequestSurrogate>
{
    public KeyedRequestSurrogate ConvertToSurrogate(in KeyedRequest value) =>
        new(value.Id.Value, value.Contents);

    public KeyedRequest ConvertFromSurrogate(in KeyedRequestSurrogate surrogate) =>
        new(new RequestId(surrogate.Id), surrogate.Contents);
}
