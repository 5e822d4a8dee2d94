namespace FlashSale.Dashboard;

/// <summary>Reads the commands of a stream's message, frame by frame.</summary>
internal ref struct FrameReader(ReadOnlySpan<byte> message)
{
    private readonly int _length = message.Length;
    private ReadOnlySpan<byte> _left = message;

    /// <summary>Reads the next command; false at the end.</summary>
    /// <exception cref="MalformedException">The bytes are no frame; the message names the offset.</exception>
    public bool TryRead(out uint number, out MarketCommand? command)
    {
        (number, command) = (0, null);
        if (_left.IsEmpty)
        {
            return false;
        }

        if (!StreamFrames.TryReadHead(_left, out var head)
            || _left.Length < StreamFrames.HeadBytes + (head.Blocks * StreamFrames.BlockBytes))
        {
            throw Wrong("no whole frame");
        }

        var blocks = _left.Slice(StreamFrames.HeadBytes, head.Blocks * StreamFrames.BlockBytes);
        command = Read(head, blocks);
        number = head.Number;
        _left = _left[(StreamFrames.HeadBytes + blocks.Length)..];
        return true;
    }

    private readonly MarketCommand Read(in FrameHead head, ReadOnlySpan<byte> blocks) => head.Kind switch
    {
        StreamKind.Checkout => new CheckOut(CheckoutOf(head), LinesOf(blocks)),
        StreamKind.Pay => new Pay(CheckoutOf(head, 0), (PaymentChannel)head.Argument),
        StreamKind.PayBalance => new PayBalance(CheckoutOf(head, 0), (PaymentChannel)head.Argument),
        StreamKind.PutInCart => new PutInCart(new BuyerId(NumberOf(head, 1)), LineOf(blocks)),
        StreamKind.RemoveFromCart => new RemoveFromCart(
            new BuyerId(NumberOf(head, 1)), new ListingId(StreamFrames.ReadBlock(blocks).First)),
        <= StreamKind.RateBuyer => ReadOfOrder(head, blocks),
        StreamKind.Reprice => new Reprice(
            new ListingId(NumberOf(head, 1)), Money.FromFen(StreamFrames.ReadBlock(blocks).Amount)),
        StreamKind.Restock => new Restock(
            new ListingId(NumberOf(head, 1)), StreamFrames.ReadBlock(blocks).Second),
        StreamKind.Withdraw => new WithdrawListing(new ListingId(NumberOf(head, 0))),
        StreamKind.Move => ReadTransfer(head, blocks),
        _ => throw Wrong("no such kind of command"),
    };

    private readonly MarketCommand ReadOfOrder(in FrameHead head, ReadOnlySpan<byte> blocks)
    {
        var id = OrderId.FromPacked(head.Id) ?? throw Wrong("the id is no order");
        CheckBlocks(head, head.Kind switch { StreamKind.Refund => 1, StreamKind.Rate => 2, _ => 0 });
        switch (head.Kind)
        {
            case StreamKind.StepOrder:
                return new StepOrder(id, (OrderStep)head.Argument);
            case StreamKind.Refund:
                var refund = StreamFrames.ReadBlock(blocks);
                return new RefundLine(id, refund.First, refund.Second);
            case StreamKind.OpenDispute:
                return new OpenDispute(id);
            case StreamKind.Rate:
                var one = StreamFrames.ReadBlock(blocks);
                var other = StreamFrames.ReadBlock(blocks[StreamFrames.BlockBytes..]);
                var rating = Rating.Of(
                    (CreditRating)head.Argument, one.First, one.Second, other.First, other.Second);
                return new RateStore(id, rating ?? default);
            case StreamKind.RateBuyer:
                return new RateBuyer(id, (CreditRating)head.Argument);
            default:
                throw Wrong("no such kind of command");
        }
    }

    private readonly MoveMoney ReadTransfer(in FrameHead head, ReadOnlySpan<byte> blocks)
    {
        CheckBlocks(head, 1);
        var block = StreamFrames.ReadBlock(blocks);
        return new MoveMoney(new Transfer(
            head.Id, (MovementKind)head.Argument, new StoreId(block.First), new BuyerId(block.Second),
            Money.FromFen(block.Amount)));
    }

    private readonly CheckoutId CheckoutOf(in FrameHead head, int? blocks = null)
    {
        if (blocks is { } count)
        {
            CheckBlocks(head, count);
        }

        return CheckoutId.FromPacked(head.Id) ?? throw Wrong("the id is no checkout");
    }

    private readonly int NumberOf(in FrameHead head, int blocks)
    {
        CheckBlocks(head, blocks);
        return head.Id is >= 0 and <= int.MaxValue ? (int)head.Id : throw Wrong("the id is out of range");
    }

    private readonly void CheckBlocks(in FrameHead head, int blocks)
    {
        if (head.Blocks != blocks)
        {
            throw Wrong($"expected {blocks} blocks");
        }
    }

    private static CartLine[] LinesOf(ReadOnlySpan<byte> blocks)
    {
        var lines = new CartLine[blocks.Length / StreamFrames.BlockBytes];
        for (var at = 0; at < lines.Length; at++)
        {
            lines[at] = LineOf(blocks[(at * StreamFrames.BlockBytes)..]);
        }

        return lines;
    }

    private static CartLine LineOf(ReadOnlySpan<byte> block)
    {
        var (price, listing, units) = StreamFrames.ReadBlock(block);
        return new CartLine(new ListingId(listing), units, Money.FromFen(price));
    }

    private readonly MalformedException Wrong(string what) =>
        new(FormattableString.Invariant($"byte {_length - _left.Length}"), what);
}
