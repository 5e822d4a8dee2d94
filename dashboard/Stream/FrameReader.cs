namespace FlashSale.Dashboard;

/// <summary>Reads the commands of a stream's message, frame by frame.</summary>
internal ref struct FrameReader(ReadOnlySpan<byte> message)
{
    private static readonly CommandReading?[] ByKind = Table();

    private readonly int _length = message.Length;
    private ReadOnlySpan<byte> _left = message;

    private delegate MarketCommand CommandReading(ref FieldReader fields);

    /// <summary>Reads the next command; false at the end.</summary>
    /// <exception cref="MalformedException">The bytes are no frame; the message names the offset.</exception>
    public bool TryRead(out uint number, out MarketCommand? command)
    {
        (number, command) = (0, null);
        if (_left.IsEmpty)
        {
            return false;
        }

        if (!StreamFrames.TryRead(_left, out number, out var packed))
        {
            throw Wrong("no whole frame");
        }

        command = Read(packed);
        _left = _left[(StreamFrames.HeadBytes + packed.Length)..];
        return true;
    }

    private readonly MarketCommand Read(ReadOnlySpan<byte> packed)
    {
        var reading = ByKind[packed[0]] ?? throw Wrong("no such kind of command");
        var fields = new FieldReader(packed[1..]);
        try
        {
            var command = reading(ref fields);
            return fields.IsEmpty ? command : throw Wrong("the command is longer than its kind");
        }
        catch (InvalidDataException fault)
        {
            throw Wrong(fault.Message);
        }
    }

    private readonly MalformedException Wrong(string what) =>
        new(FormattableString.Invariant($"byte {_length - _left.Length}"), what);

    private static CommandReading?[] Table()
    {
        var table = new CommandReading?[byte.MaxValue + 1];
        MarketCommands.Visit(new Filling(table));
        return table;
    }

    private readonly struct Filling(CommandReading?[] table) : ICommandVisitor
    {
        public void Visit<TCommand, TAnswer>()
            where TCommand : struct, ICommand<TCommand, TAnswer>
            where TAnswer : struct =>
            table[(byte)TCommand.Kind] = static (ref fields) =>
                new MarketCommand<TCommand, TAnswer>(TCommand.Read(ref fields));
    }
}
