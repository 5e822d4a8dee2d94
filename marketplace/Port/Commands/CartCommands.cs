namespace FlashSale.Marketplace;

/// <summary>Puts a line into a buyer's cart, in the place of the listing's line (rule CRT-1).</summary>
public readonly record struct PutInCart(BuyerId Buyer, CartLine Line, RequestId Request = default)
    : IKeyedCommand<PutInCart, CartResult>
{
    /// <inheritdoc/>
    public static CartResult IdReused => CartResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.PutInCart;

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in PutInCart command) => new(Buyer: command.Buyer);

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Buyer);

    /// <inheritdoc/>
    public static PutInCart Read(ref FieldReader fields) =>
        new(new BuyerId(fields.Take<int>()), fields.Take<CartLine>(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Buyer.Value);
        fields.Put(Line);
        fields.Put(Request);
    }
}

/// <summary>Takes a listing out of a buyer's cart.</summary>
public readonly record struct RemoveFromCart(BuyerId Buyer, ListingId Listing, RequestId Request = default)
    : IKeyedCommand<RemoveFromCart, CartResult>
{
    /// <inheritdoc/>
    public static CartResult IdReused => CartResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.RemoveFromCart;

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in RemoveFromCart command) => new(Buyer: command.Buyer);

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Buyer);

    /// <inheritdoc/>
    public static RemoveFromCart Read(ref FieldReader fields) => new(
        new BuyerId(fields.Take<int>()), new ListingId(fields.Take<int>()), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Buyer.Value);
        fields.Put(Listing.Value);
        fields.Put(Request);
    }
}

/// <summary>Calls about carts.</summary>
public static class CartCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.PutInCart"/>
        public ValueTask<CartResult> PutInCart(BuyerId buyer, CartLine line, RequestId request = default) =>
            market.Do<PutInCart, CartResult>(new(buyer, line, request));

        /// <inheritdoc cref="Marketplace.RemoveFromCart"/>
        public ValueTask<CartResult> RemoveFromCart(
            BuyerId buyer, ListingId listing, RequestId request = default) =>
            market.Do<RemoveFromCart, CartResult>(new(buyer, listing, request));
    }
}
