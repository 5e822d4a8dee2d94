using System.Text;

namespace FlashSale.Engine;

/// <summary>
/// Writes the commands that a market is about to carry out, in their order, as journal records.
/// </summary>
/// <param name="collect">Takes each record; its bytes are valid only until it returns.</param>
public sealed class CommandLog(Action<ReadOnlySpan<byte>> collect)
{
    private readonly FieldWriter _fields = new();

    /// <summary>A command.</summary>
    public void Add<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand> => collect(_fields.Pack(command));

    /// <summary>The policy under which all that follows is carried out.</summary>
    public void Begin(Policy policy)
    {
        var text = PolicyText.Write(policy);
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = (byte)CommandKind.Genesis;
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(1));
        collect(bytes);
    }

    /// <summary>Time passes.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        _fields.Begin(CommandKind.AdvanceTo);
        _fields.Put(now);
        collect(_fields.Packed);
    }
}
