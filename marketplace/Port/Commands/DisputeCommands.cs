namespace FlashSale.Marketplace;

/// <summary>Opens a dispute (rules ORD-2, ORD-3).</summary>
public readonly record struct OpenDispute(OrderId Id) : ICommand<OpenDispute, OrderResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.OpenDispute;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static OpenDispute Read(ref FieldReader fields)
    {
        var id = fields.TakeOrder();
        fields.Take<byte>(); // never used
        return new(id);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)0);
    }
}

/// <summary>Ends a dispute for one side (rule ORD-3).</summary>
public readonly record struct ResolveDispute(OrderId Id, bool ForBuyer)
    : ICommand<ResolveDispute, OrderResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ResolveDispute;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static ResolveDispute Read(ref FieldReader fields) => new(fields.TakeOrder(), fields.TakeBool());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put(ForBuyer);
    }
}

/// <summary>Calls about disputes.</summary>
public static class DisputeCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.OpenDispute"/>
        public ValueTask<OrderResult> OpenDispute(OrderId id) => market.Do<OpenDispute, OrderResult>(new(id));

        /// <inheritdoc cref="Marketplace.ResolveDispute"/>
        public ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer) =>
            market.Do<ResolveDispute, OrderResult>(new(id, forBuyer));
    }
}
