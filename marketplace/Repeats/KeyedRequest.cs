using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>A command that may be done again, so that its client may name it (rule ORD-4).</summary>
/// <typeparam name="TCommand">The command itself.</typeparam>
/// <typeparam name="TAnswer">Its answer; the first member took effect.</typeparam>
public interface IKeyedCommand<TCommand, TAnswer> : ICommand<TCommand, TAnswer>
    where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
    where TAnswer : struct, Enum
{
    /// <summary>The answer to other contents under the same name.</summary>
    static abstract TAnswer IdReused { get; }

    /// <summary>The client's name for this wish; none if it gave none.</summary>
    RequestId Request { get; }
}

/// <summary>An act that took effect under its client's name. Sixteen bytes.</summary>
/// <param name="Id">The name.</param>
/// <param name="Contents">A hash of what was asked for under it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public readonly record struct KeyedRequest(RequestId Id, long Contents)
{
    [ThreadStatic]
    private static FieldWriter? _fields;

    /// <summary>What would be remembered of a command; the default if its client gave it no name.</summary>
    public static KeyedRequest Of<TCommand, TAnswer>(in TCommand command)
        where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
        where TAnswer : struct, Enum
    {
        if (command.Request.IsNone)
        {
            return default;
        }

        var packed = (_fields ??= new FieldWriter()).Pack(command)[..^sizeof(long)]; // the name stands last
        var hash = default(Fingerprint).With(packed.Length);
        foreach (var part in packed)
        {
            hash = hash.With(part);
        }

        return new KeyedRequest(command.Request, unchecked((long)hash.Value));
    }
}
