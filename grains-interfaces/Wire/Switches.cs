namespace FlashSale.GrainInterfaces;

/// <summary>One flip of a switch, as the trace keeps it; moments are ticks of UTC.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.switch-flip")]
internal struct SwitchFlipSurrogate
{
    [Id(0)]
    public long Number;

    [Id(1)]
    public byte Switch;

    [Id(2)]
    public bool On;

    [Id(3)]
    public string Who;

    [Id(4)]
    public string Why;

    [Id(5)]
    public long SinceTicks;

    [Id(6)]
    public long? UntilTicks;
}

[RegisterConverter]
internal sealed class SwitchFlipConverter : IConverter<SwitchFlip, SwitchFlipSurrogate>
{
    public SwitchFlipSurrogate ConvertToSurrogate(in SwitchFlip value) => new()
    {
        Number = value.Number,
        Switch = (byte)value.Switch,
        On = value.On,
        Who = value.Who,
        Why = value.Why,
        SinceTicks = value.Since.UtcTicks,
        UntilTicks = value.Until?.UtcTicks,
    };

    public SwitchFlip ConvertFromSurrogate(in SwitchFlipSurrogate surrogate) => new(
        surrogate.Number,
        (Switch)surrogate.Switch,
        surrogate.On,
        surrogate.Who,
        surrogate.Why,
        Moments.FromTicks(surrogate.SinceTicks),
        Moments.FromTicks(surrogate.UntilTicks));
}
