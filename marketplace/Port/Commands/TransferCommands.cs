namespace FlashSale.Marketplace;

/// <summary>Moves money that is no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
public readonly record struct Move(Transfer Transfer, Signature By = default)
    : ICommand<Move, TransferResult>
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
    public static Trace? TraceOf(in Move command) => new Trace(
        command.By,
        command.Transfer.HasStore ? TrailEntity.Of(command.Transfer.Store)
            : TrailEntity.Of(command.Transfer.Buyer),
        $"{Words.Of(command.Transfer.Kind)} {command.Transfer.Amount}");

    /// <inheritdoc/>
    public static Move WithSignature(in Move command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in Move command) =>
        new(Buyer: command.Transfer.Buyer, Store: command.Transfer.Store);

    /// <inheritdoc/>
    public static Move Read(ref FieldReader fields)
    {
        var transfer = new Transfer(
            fields.Take<long>(), fields.Take<MovementKind>(), new StoreId(fields.Take<int>()),
            new BuyerId(fields.Take<int>()), fields.TakeMoney());
        return new(transfer, fields.TakeSignature());
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Transfer.Id);
        fields.Put((byte)Transfer.Kind);
        fields.Put(Transfer.Store.Value);
        fields.Put(Transfer.Buyer.Value);
        fields.Put(Transfer.Amount);
        fields.Put(By);
    }
}

/// <summary>Calls about money that is no part of an order.</summary>
public static class TransferCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Move"/>
        public ValueTask<TransferResult> Move(Transfer transfer, Signature by = default) =>
            market.Do<Move, TransferResult>(new(transfer, by));
    }
}
