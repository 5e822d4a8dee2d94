namespace FlashSale.GrainInterfaces;

/// <summary>A command on its way to the grain of its subject: the bytes of journals and streams.</summary>
/// <param name="Bytes">The command's kind and fields; nobody changes them.</param>
[GenerateSerializer, Immutable, Alias("flashsale.packed-command")]
public readonly record struct PackedCommand([property: Id(0)] byte[] Bytes)
{
    [ThreadStatic]
    private static FieldWriter? _fields;

    /// <summary>Packs a command.</summary>
    public static PackedCommand Of<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand> =>
        new((_fields ??= new FieldWriter()).Pack(command).ToArray());
}
