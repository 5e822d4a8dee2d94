namespace FlashSale.Marketplace;

/// <summary>
/// Takes a step that a person takes with an order: cancel, ship, deliver, confirm (rule ORD-1).
/// </summary>
public readonly record struct StepOrder(OrderId Id, OrderStep Step) : ICommand<StepOrder, OrderResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.StepOrder;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static StepOrder Read(ref FieldReader fields) => new(fields.TakeOrder(), fields.Take<OrderStep>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)Step);
    }
}

/// <summary>Refunds a line up to a number of units (rules ORD-3, CRT-2).</summary>
public readonly record struct Refund(OrderId Id, int Line, int UnitsInTotal) : ICommand<Refund, RefundAnswer>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Refund;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static Refund Read(ref FieldReader fields) =>
        new(fields.TakeOrder(), fields.Take<int>(), fields.Take<int>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put(Line);
        fields.Put(UnitsInTotal);
    }
}

/// <summary>The buyer rates the store of an order (rules REP-1, REP-2, REP-4).</summary>
public readonly record struct Rate(OrderId Id, Rating Rating) : ICommand<Rate, RateResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Rate;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <summary>Reads the fields; a rating that cannot be is none, and the market refuses it.</summary>
    public static Rate Read(ref FieldReader fields) => new(
        fields.TakeOrder(),
        Rating.Of(
            fields.Take<CreditRating>(), fields.Take<byte>(), fields.Take<byte>(), fields.Take<byte>(),
            fields.Take<byte>()) ?? default);

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)Rating.Credit);
        fields.Put(Rating.AsDescribed);
        fields.Put(Rating.Service);
        fields.Put(Rating.DispatchSpeed);
        fields.Put(Rating.DeliverySpeed);
    }
}

/// <summary>The store rates the buyer of an order (rule REP-2).</summary>
public readonly record struct RateBuyer(OrderId Id, CreditRating Verdict) : ICommand<RateBuyer, RateResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.RateBuyer;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id.Buyer);

    /// <inheritdoc/>
    public static RateBuyer Read(ref FieldReader fields) =>
        new(fields.TakeOrder(), fields.Take<CreditRating>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Packed);
        fields.Put((byte)Verdict);
    }
}

/// <summary>Calls about orders.</summary>
public static class OrderCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.StepOrder"/>
        public ValueTask<OrderResult> StepOrder(OrderId id, OrderStep step) =>
            market.Do<StepOrder, OrderResult>(new(id, step));

        /// <inheritdoc cref="Marketplace.Refund"/>
        public ValueTask<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal) =>
            market.Do<Refund, RefundAnswer>(new(id, line, unitsInTotal));

        /// <inheritdoc cref="Marketplace.Rate"/>
        public ValueTask<RateResult> Rate(OrderId id, Rating rating) =>
            market.Do<Rate, RateResult>(new(id, rating));

        /// <inheritdoc cref="Marketplace.RateBuyer"/>
        public ValueTask<RateResult> RateBuyer(OrderId id, CreditRating verdict) =>
            market.Do<RateBuyer, RateResult>(new(id, verdict));
    }
}
