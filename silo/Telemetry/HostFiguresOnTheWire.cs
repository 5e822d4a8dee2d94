using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary><see cref="HostFigures"/> between silos; a field that an older silo lacks is 0.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.host-figures")]
internal struct HostFiguresOnTheWire
{
    [Id(0)]
    public string Name;

    [Id(1)]
    public string State;

    [Id(2)]
    public double Cpu;

    [Id(3)]
    public long MemoryBytes;

    [Id(4)]
    public double GcPause;

    [Id(5)]
    public long? Activations;

    [Id(6)]
    public double? Messages;

    [Id(7)]
    public long Queue;

    [Id(8)]
    public double Requests;

    [Id(9)]
    public double Errors;

    [Id(10)]
    public double Shed;

    [Id(11)]
    public double? RequestMsP99;

    [Id(12)]
    public double? WriteMsP99;

    [Id(13)]
    public long Checkouts;
}

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
