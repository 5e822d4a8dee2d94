using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary><see cref="HostFigures"/> between silos; a field that an older silo lacks is 0.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.host-figures")]
internal record struct HostFiguresOnTheWire(
    [property: Id(0)] string Name,
    [property: Id(1)] string State,
    [property: Id(2)] double Cpu,
    [property: Id(3)] long MemoryBytes,
    [property: Id(4)] double GcPause,
    [property: Id(5)] long? Activations,
    [property: Id(6)] double? Messages,
    [property: Id(7)] long Queue,
    [property: Id(8)] double Requests,
    [property: Id(9)] double Errors,
    [property: Id(10)] double Shed,
    [property: Id(11)] double? RequestMsP99,
    [property: Id(12)] double? WriteMsP99,
    [property: Id(13)] long Checkouts);

/// <inheritdoc cref="HostFiguresOnTheWire"/>
[RegisterConverter]
internal sealed class HostFiguresConverter : IConverter<HostFigures, HostFiguresOnTheWire>
{
    public HostFigures ConvertFromSurrogate(in HostFiguresOnTheWire surrogate) => new()
    {
        Name = surrogate.Name,
        State = surrogate.State,
        Cpu = surrogate.Cpu,
        MemoryBytes = surrogate.MemoryBytes,
        GcPause = surrogate.GcPause,
        Activations = surrogate.Activations,
        Messages = surrogate.Messages,
        Queue = surrogate.Queue,
        Requests = surrogate.Requests,
        Errors = surrogate.Errors,
        Shed = surrogate.Shed,
        RequestMsP99 = surrogate.RequestMsP99,
        WriteMsP99 = surrogate.WriteMsP99,
        Checkouts = surrogate.Checkouts,
    };

    public HostFiguresOnTheWire ConvertToSurrogate(in HostFigures value) => new()
    {
        Name = value.Name,
        State = value.State,
        Cpu = value.Cpu,
        MemoryBytes = value.MemoryBytes,
        GcPause = value.GcPause,
        Activations = value.Activations,
        Messages = value.Messages,
        Queue = value.Queue,
        Requests = value.Requests,
        Errors = value.Errors,
        Shed = value.Shed,
        RequestMsP99 = value.RequestMsP99,
        WriteMsP99 = value.WriteMsP99,
        Checkouts = value.Checkouts,
    };
}
