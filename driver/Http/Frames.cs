using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>The commands of virtual buyers as frames of a stream.</summary>
internal static class Frames
{
    /// <summary>The most bytes that a frame of a virtual buyer has: a checkout of one line.</summary>
    public const int BytesMax = 32;

    [ThreadStatic]
    private static FieldWriter? _fields;

    [ThreadStatic]
    private static CartLine[]? _line;

    /// <summary>Writes the frame of a command; gives its length.</summary>
    public static int Write(Span<byte> to, uint ticket, in LoadCommand command) =>
        StreamFrames.Write(to, ticket, Pack(_fields ??= new FieldWriter(), command));

    /// <summary>Cuts frames into messages of at most so many bytes; no frame is cut.</summary>
    public static IEnumerable<Range> Messages(ReadOnlyMemory<byte> frames, int bytesMax)
    {
        var (from, at) = (0, 0);
        while (at < frames.Length)
        {
            var next = at + StreamFrames.HeadBytes + StreamFrames.LengthOf(frames.Span[at..]);
            if (next - from > bytesMax)
            {
                yield return from..at;
                from = at;
            }

            at = next;
        }

        if (at > from)
        {
            yield return from..at;
        }
    }

    private static ReadOnlySpan<byte> Pack(FieldWriter fields, in LoadCommand command)
    {
        switch (command.Step)
        {
            case LoadStep.Checkout:
                _line ??= new CartLine[1];
                _line[0] = command.Line;
                return fields.Pack(new Checkout(command.Checkout, _line));
            case LoadStep.Pay:
                return fields.Pack(new Pay(command.Checkout, command.Channel));
            case LoadStep.PutInCart:
                return fields.Pack(new PutInCart(command.Checkout.Buyer, command.Line));
            case var step:
                return fields.Pack(new StepOrder(command.Order, StepOf(step)));
        }
    }

    private static OrderStep StepOf(LoadStep step) => step switch
    {
        LoadStep.Ship => OrderStep.Ship,
        LoadStep.Deliver => OrderStep.Deliver,
        LoadStep.Confirm => OrderStep.Confirm,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no step of an order"),
    };
}
