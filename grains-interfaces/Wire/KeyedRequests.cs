namespace FlashSale.GrainInterfaces;

/// <summary>An act under its client's name.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.keyed-request")]
internal struct KeyedRequestSurrogate
{
    [Id(0)]
    public long Id;

    [Id(1)]
    public long Contents;
}

[RegisterConverter]
internal sealed class KeyedRequestConverter : IConverter<KeyedRequest, KeyedRequestSurrogate>
{
    public KeyedRequestSurrogate ConvertToSurrogate(in KeyedRequest value) =>
        new() { Id = value.Id.Value, Contents = value.Contents };

    public KeyedRequest ConvertFromSurrogate(in KeyedRequestSurrogate surrogate) =>
        new(new RequestId(surrogate.Id), surrogate.Contents);
}
