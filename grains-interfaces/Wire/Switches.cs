namespace FlashSale.GrainInterfaces;

/// <summary>One flip of a switch, as the trace keeps it; moments are ticks of UTC.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.switch-flip")]
internal record struct SwitchFlipSurrogate(
    [property: Id(0)] long Number,
    [property: Id(1)] byte Switch,
    [property: Id(2)] bool On,
    [property: Id(3)] string Who,
    [property: Id(4)] string Why,
    [property: Id(5)] long SinceTicks,
    [property: Id(6)] long? UntilTicks);

[RegisterConverter]
internal sealed class SwitchFlipConverter : IConverter<SwitchFlip, SwitchFlipSurrogate>
{
    public SwitchFlipSurrogate ConvertToSurrogate(in SwitchFlip value) => new(
        value.Number, (byte)value.Switch, value.On, value.Who, value.Why, value.Since.UtcTicks,
        value.Until?.UtcTicks);

    public SwitchFlip ConvertFromSurrogate(in SwitchFlipSurrogate surrogate) => new(
        surrogate.Number, (Switch)surrogate.Switch, surrogate.On, surrogate.Who, surrogate.Why,
        Moments.FromTicks(surrogate.SinceTicks), Moments.FromTicks(surrogate.UntilTicks));
}
