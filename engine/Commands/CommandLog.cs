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
    public void Begin(Policy policy) => Add(CommandKind.Genesis, policy);

    /// <inheritdoc cref="Market.ChangePolicy"/>
    public void ChangePolicy(Policy policy) => Add(CommandKind.ChangePolicy, policy);

    /// <summary>Time passes.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        _fields.Begin(CommandKind.AdvanceTo);
        _fields.Put(now);
        collect(_fields.Packed);
    }

    private void Add(CommandKind kind, Policy policy)
    {
        var text = PolicyText.Write(policy); // may be longer than any other command
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = (byte)kind;
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(1));
        collect(bytes);
    }
}
