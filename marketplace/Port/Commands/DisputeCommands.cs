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
public readonly record struct ResolveDispute(OrderId Id, bool ForBuyer, Signature By = default)
    : ICommand<ResolveDispute, OrderResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ResolveDispute;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <summary>The platform decides.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public static Trace? TraceOf(in ResolveDispute command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), command.ForBuyer ? "for-buyer" : "for-store");

    /// <inheritdoc/>
    public static ResolveDispute WithSignature(in ResolveDispute command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static ResolveDispute Read(ref FieldReader fields) =>
        new(fields.TakeOrder(), fields.TakeBool(), fields.TakeSignature());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put(ForBuyer);
        fields.Put(By);
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
        public ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer, Signature by = default) =>
            market.Do<ResolveDispute, OrderResult>(new(id, forBuyer, by));
    }
}
