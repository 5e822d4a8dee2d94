using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>The commands of virtual buyers as frames of a stream.</summary>
internal static class Frames
{
    /// <summary>Writes the frame of a command; gives its length.</summary>
    public static int Write(Span<byte> to, uint ticket, in LoadCommand command)
    {
        var line = command.Line;
        return command.Step switch
        {
            LoadStep.Checkout => StreamFrames.WriteCheckout(to, ticket, command.Checkout, [line]),
            LoadStep.Pay => StreamFrames.Write(
                to,
                new FrameHead(ticket, StreamKind.Pay, (byte)command.Channel, 0, command.Checkout.Packed), []),
            LoadStep.PutInCart => StreamFrames.Write(
                to, new FrameHead(ticket, StreamKind.PutInCart, 0, 1, command.Checkout.Buyer.Value),
                [new FrameBlock(line.PriceSeen.Fen, line.Listing.Value, line.Units)]),
            var step => StreamFrames.Write(
                to,
                new FrameHead(ticket, StreamKind.StepOrder, (byte)StepOf(step), 0, command.Order.Packed), []),
        };
    }

    /// <summary>Cuts frames into messages of at most so many bytes; no frame is cut.</summary>
    public static IEnumerable<Range> Messages(ReadOnlyMemory<byte> frames, int bytesMax)
    {
        var (from, at) = (0, 0);
        while (at < frames.Length)
        {
            // Byte 6 of a head counts the blocks after it.
            var next = at + StreamFrames.HeadBytes + (frames.Span[at + 6] * StreamFrames.BlockBytes);
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

    private static OrderStep StepOf(LoadStep step) => step switch
    {
        LoadStep.Ship => OrderStep.Ship,
        LoadStep.Deliver => OrderStep.Deliver,
        LoadStep.Confirm => OrderStep.Confirm,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no step of an order"),
    };
}
