namespace FlashSale.Marketplace;

/// <summary>
/// Places one order per store for these lines, or nothing (rules CRT-1, CRT-2, INV-1, INV-3, ORD-4).
/// </summary>
/// <remarks>The lines leave the buyer's cart when the orders are placed.</remarks>
public readonly record struct Checkout(CheckoutId Id, ReadOnlyMemory<CartLine> Lines)
    : ICommand<Checkout, CheckoutAnswer>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Checkout;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in Checkout command) => new(Buyer: command.Id.Buyer);

    /// <inheritdoc/>
    public static Checkout Read(ref FieldReader fields) => new(fields.TakeCheckout(), fields.TakeLines());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put(Lines.Span);
    }
}

/// <summary>
/// Pays a checkout's orders in one payment; of a presale, the deposit (rules CRT-1, ESC-1).
/// </summary>
public readonly record struct Pay(CheckoutId Id, PaymentChannel Channel) : ICommand<Pay, PayAnswer>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Pay;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static Pay Read(ref FieldReader fields) =>
        new(fields.TakeCheckout(), fields.Take<PaymentChannel>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)Channel);
    }
}

/// <summary>Pays the balance of a presale (rule LST-3).</summary>
public readonly record struct PayBalance(CheckoutId Id, PaymentChannel Channel)
    : ICommand<PayBalance, PayAnswer>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.PayBalance;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static PayBalance Read(ref FieldReader fields) =>
        new(fields.TakeCheckout(), fields.Take<PaymentChannel>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)Channel);
    }
}

/// <summary>Calls about checkouts.</summary>
public static class CheckoutCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Checkout"/>
        public ValueTask<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines) =>
            market.Do<Checkout, CheckoutAnswer>(new(id, lines));

        /// <inheritdoc cref="Marketplace.Pay"/>
        public ValueTask<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) =>
            market.Do<Pay, PayAnswer>(new(id, channel));

        /// <inheritdoc cref="Marketplace.PayBalance"/>
        public ValueTask<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel) =>
            market.Do<PayBalance, PayAnswer>(new(id, channel));
    }
}
