namespace FlashSale.Engine;

/// <summary>Carries out commands as they were packed.</summary>
internal static class CommandReader
{
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
        var kind = KindOf(command);
        var fields = new CommandUnpacker(command[1..]);
        return kind switch
        {
            CommandKind.Genesis => Answer.Of(0),
            CommandKind.AdvanceTo => Advance(market, ref fields),
            <= CommandKind.Withdraw => ExecuteSeller(market, kind, ref fields),
            <= CommandKind.PayBalance => ExecuteBuyer(market, kind, ref fields),
            <= CommandKind.RateBuyer => ExecuteOrder(market, kind, ref fields),
            CommandKind.ChangePolicy => ChangePolicy(market, command),
            CommandKind.Move => Answer.Of((byte)market.Move(TakeTransfer(ref fields))),
            _ => Answer.Of((byte)market.Flip(TakeFlip(ref fields))),
        };
    }

    private static Answer ChangePolicy(Market market, ReadOnlySpan<byte> command)
    {
        market.ChangePolicy(PolicyRecord.Of(command));
        return Answer.Of(0);
    }

    private static Answer Advance(Market market, ref CommandUnpacker fields)
    {
        market.AdvanceTo(fields.TakeMoment());
        return Answer.Of(0);
    }

    private static Answer ExecuteSeller(Market market, CommandKind kind, ref CommandUnpacker fields)
    {
        var id = fields.Take<int>();
        return Answer.Of(kind switch
        {
            CommandKind.OpenStore => (byte)market.OpenStore(TakeApplication(id, ref fields)),
            CommandKind.StepStore => (byte)market.StepStore(new StoreId(id), fields.Take<StoreStep>()),
            CommandKind.SetCoupon => (byte)market.SetCoupon(
                new StoreId(id), new Coupon(fields.TakeMoney(), fields.TakeMoney())),
            CommandKind.Publish => (byte)market.Publish(new ListingId(id), TakeTerms(ref fields)),
            CommandKind.Reprice => (byte)market.Reprice(new ListingId(id), fields.TakeMoney()),
            CommandKind.Restock => (byte)market.Restock(new ListingId(id), fields.Take<int>()),
            _ => (byte)market.Withdraw(new ListingId(id)),
        });
    }

    private static Answer ExecuteBuyer(Market market, CommandKind kind, ref CommandUnpacker fields)
    {
        switch (kind)
        {
            case CommandKind.PutInCart:
                return Answer.Of(
                    (byte)market.PutInCart(new BuyerId(fields.Take<int>()), fields.Take<CartLine>()));
            case CommandKind.RemoveFromCart:
                return Answer.Of((byte)market.RemoveFromCart(
                    new BuyerId(fields.Take<int>()), new ListingId(fields.Take<int>())));
            case CommandKind.Checkout:
                var id = TakeCheckout(ref fields);
                return Answer.Of(market.Checkout(id, fields.TakeRows<CartLine>(fields.Take<byte>())));
            case CommandKind.Pay:
                return Answer.Of(market.Pay(TakeCheckout(ref fields), fields.Take<PaymentChannel>()));
            default:
                return Answer.Of(market.PayBalance(TakeCheckout(ref fields), fields.Take<PaymentChannel>()));
        }
    }

    private static Answer ExecuteOrder(Market market, CommandKind kind, ref CommandUnpacker fields)
    {
        var id = OrderId.FromPacked(fields.Take<long>())
            ?? throw new InvalidDataException("A command names no order id.");
        return kind switch
        {
            CommandKind.StepOrder => Answer.Of((byte)market.StepOrder(id, fields.Take<OrderStep>())),
            CommandKind.Refund => Answer.Of(market.Refund(id, fields.Take<int>(), fields.Take<int>())),
            CommandKind.OpenDispute => Answer.Of((byte)market.OpenDispute(id)),
            CommandKind.ResolveDispute => Answer.Of(
                (byte)market.ResolveDispute(id, fields.Take<byte>() == 1)),
            CommandKind.Rate => Answer.Of((byte)market.Rate(id, TakeRating(ref fields))),
            _ => Answer.Of((byte)market.RateBuyer(id, fields.Take<CreditRating>())),
        };
    }

    private static CheckoutId TakeCheckout(ref CommandUnpacker fields) =>
        CheckoutId.FromPacked(fields.Take<long>())
            ?? throw new InvalidDataException("A command names no checkout id.");

    // A rating that cannot be is none: the market refuses it, as it did when the command was written.
    private static Rating TakeRating(ref CommandUnpacker fields) =>
        Rating.Of(
            fields.Take<CreditRating>(), fields.Take<byte>(), fields.Take<byte>(), fields.Take<byte>(),
            fields.Take<byte>()) ?? default;

    private static StoreApplication TakeApplication(int id, ref CommandUnpacker fields)
    {
        var (owner, market, tier) =
            (new SellerId(fields.Take<int>()), fields.Take<MarketKind>(), fields.Take<DepositTier>());
        var deposit = fields.TakeMoney();
        return new StoreApplication(new StoreId(id), owner, market, tier, fields.TakeText(), deposit);
    }

    private static ListingTerms TakeTerms(ref CommandUnpacker fields) => new()
    {
        Store = new StoreId(fields.Take<int>()),
        Category = new CategoryId(fields.Take<byte>()),
        Brand = fields.Take<int>(),
        Price = fields.TakeMoney(),
        UnitsPerBuyer = fields.Take<int>(),
        Hold = fields.Take<HoldMode>(),
        Stock = fields.Take<int>(),
        Buckets = fields.Take<int>(),
        Festival = TakeFestival(ref fields),
        Presale = TakePresale(ref fields),
        Title = fields.TakeText(),
    };

    private static FestivalPrice? TakeFestival(ref CommandUnpacker fields)
    {
        var isThere = fields.Take<byte>() == 1;
        var festival = new FestivalPrice(fields.TakeMoney(), fields.TakeMoment(), fields.TakeMoment());
        return isThere ? festival : null;
    }

    private static Presale? TakePresale(ref CommandUnpacker fields)
    {
        var isThere = fields.Take<byte>() == 1;
        var presale = new Presale(fields.TakeMoney(), fields.TakeMoment(), fields.TakeMoment());
        return isThere ? presale : null;
    }

    private static Transfer TakeTransfer(ref CommandUnpacker fields) => new(
        fields.Take<long>(), fields.Take<MovementKind>(), new StoreId(fields.Take<int>()),
        new BuyerId(fields.Take<int>()), fields.TakeMoney());

    private static SwitchCommand TakeFlip(ref CommandUnpacker fields)
    {
        var (which, on, until) = (fields.Take<Switch>(), fields.Take<byte>() == 1, fields.TakeMomentOrNone());
        return new SwitchCommand(which, on, fields.TakeText(), fields.TakeText(), until);
    }
}
