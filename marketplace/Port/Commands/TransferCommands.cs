namespace FlashSale.Marketplace;

/// <summary>Moves money that is no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
public readonly record struct Move(Transfer Transfer) : ICommand<Move, TransferResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Move;

    /// <inheritdoc/>
    public Subject Subject => Transfer.HasStore
        ? Subject.Of(Transfer.Store)
        : new(SubjectKind.Accounts, Transfer.Buyer.Value);

    /// <summary>Buyers and sellers move their own money; the rest is the platform's.</summary>
    public static Caller CallerOf(in Move command) =>
        MovementTable.Find(command.Transfer.Kind)?.Caller ?? Caller.Operator;

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in Move command) =>
        new(Buyer: command.Transfer.Buyer, Store: command.Transfer.Store);

    /// <inheritdoc/>
    public static Move Read(ref FieldReader fields) => new(new Transfer(
        fields.Take<long>(), fields.Take<MovementKind>(), new StoreId(fields.Take<int>()),
        new BuyerId(fields.Take<int>()), fields.TakeMoney()));

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Transfer.Id);
        fields.Put((byte)Transfer.Kind);
        fields.Put(Transfer.Store.Value);
        fields.Put(Transfer.Buyer.Value);
        fields.Put(Transfer.Amount);
    }
}

/// <summary>Calls about money that is no part of an order.</summary>
public static class TransferCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Move"/>
        public ValueTask<TransferResult> Move(Transfer transfer) =>
            market.Do<Move, TransferResult>(new(transfer));
    }
}
