using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>Carries out commands as they were packed.</summary>
internal static class CommandReader
{
    private delegate Answer Execution(Market market, ref FieldReader fields);

    private static readonly Execution?[] ByKind = Table();

    /// <summary>The kind of a packed command.</summary>
    /// <exception cref="InvalidDataException">
    /// There is no such kind: the journal is of a newer version.
    /// </exception>
    public static CommandKind KindOf(ReadOnlySpan<byte> command)
    {
        var kind = command.Length == 0 ? 0 : (CommandKind)command[0];
        return Enum.IsDefined(kind)
            ? kind
            : throw new InvalidDataException($"A command of kind {(int)kind} is unknown to this version.");
    }

    /// <summary>Carries out a command.</summary>
    /// <exception cref="InvalidDataException">The bytes are no command.</exception>
    public static Answer Execute(Market market, ReadOnlySpan<byte> command)
    {
        if (!command.IsEmpty && ByKind[command[0]] is { } execution)
        {
            var fields = new FieldReader(command[1..], market.LinesRead);
            return execution(market, ref fields);
        }

        ExecuteOther(market, command);
        return default;
    }

    /// <summary>Sets the moment of a packed record that lets time pass.</summary>
    public static void Stamp(Span<byte> record, DateTimeOffset now) =>
        MemoryMarshal.Write(record[1..], now.ToUnixTimeMilliseconds());

    // Records that are no commands of the port.
    private static void ExecuteOther(Market market, ReadOnlySpan<byte> record)
    {
        switch (KindOf(record))
        {
            case CommandKind.Genesis:
                break;
            case CommandKind.AdvanceTo:
                market.AdvanceTo(new FieldReader(record[1..]).TakeMoment());
                break;
            case CommandKind.ReplacePolicy:
                market.State.ReplacePolicy(PolicyRecord.Of(record));
                break;
            case var kind:
                throw new InvalidDataException($"A command of kind {kind} is carried out by nothing.");
        }
    }

    private static Execution?[] Table()
    {
        var table = new Execution?[byte.MaxValue + 1];
        MarketCommands.Visit(new Filling(table));
        return table;
    }

    private readonly struct Filling(Execution?[] table) : ICommandVisitor
    {
        public void Visit<TCommand, TAnswer>()
            where TCommand : struct, ICommand<TCommand, TAnswer>
            where TAnswer : struct =>
            table[(byte)TCommand.Kind] = static (market, ref fields) =>
                Answer.Of(((IHandles<TCommand, TAnswer>)(object)market).Do(TCommand.Read(ref fields)));
    }
}
