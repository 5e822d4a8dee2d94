namespace FlashSale.Grains;

/// <summary>
/// The money of a store that is under way: written down before it moves, so that a crash ends nothing
/// halfway.
/// </summary>
internal sealed class StorePayments(GrainRoom room, GrainRows rows, StoreRows store, StoreId id)
{
    private IEscrowAccountGrain Accounts => room.Grains.Accounts(OwnerKey.Of(id));

    /// <summary>Carries a transfer out once; a repeat is answered as the first.</summary>
    public async Task<TransferResult> Move(Move command)
    {
        var transfer = command.Transfer;
        var (known, hasBuyer) = (store.State?.Store ?? default, room.Limits.Has(transfer.Buyer));
        var mark = await new TransferLog(rows, transfer).Mark();
        if (TransferProcess.Answer(transfer, known, hasBuyer, mark) is { } answer)
        {
            return answer;
        }

        (store.State!.Pending, store.State.PendingBy) = (transfer, command.By.IsNone ? null : command.By);
        await store.Save();
        return await Continue();
    }

    /// <summary>Moves the money of an act of the seller's file, as far as it is there.</summary>
    /// <remarks>
    /// What is there may have gone elsewhere by the time that it is to move; then less is there.
    /// </remarks>
    public async Task Pay(CaseAct act)
    {
        const int triesMax = 3;
        var state = store.State!;
        for (var tries = 0;
            tries < triesMax && state.Begin(act, await Accounts.Balance(act.From.Kind, 0)); tries++)
        {
            await store.Save();
            if (await Continue() == TransferResult.Moved)
            {
                return;
            }
        }

        state.Note(act, Money.Zero);
        await store.Save();
    }

    /// <summary>Carries the pending transfer out, or ends it if there is too little money.</summary>
    public async Task<TransferResult> Continue()
    {
        if (store.State?.Pending is not { } transfer)
        {
            return TransferResult.Moved;
        }

        var (movement, owner) = (MovementId.Of(transfer.Id, transfer.Kind), OwnerKey.Of(id));
        var order = transfer.ToMovement().AsOrder(
            movement, owner, transfer.HasBuyer ? OwnerKey.Of(transfer.Buyer) : owner);
        var state = store.State;
        var result = await Accounts.Move(order, []);
        var trace = await store.Trail.Next(new Move(transfer, state.PendingBy ?? default), room.Now);
        state.PendingBy = null;
        if (result != MoveResult.Moved)
        {
            (state.Pending, state.PendingAct) = (null, null);
            await store.Save();
            return TransferResult.InsufficientFunds;
        }

        state.Complete(transfer, room.Now);
        state.Certify(room.Now, room.Policies);
        store.Trail.Put(trace);
        await (transfer.Id < 0
            ? store.SaveAndTell()
            : new TransferLog(rows, transfer).Save(store.SaveAndTell));
        Accounts.Forget([movement]).Ignore(); // what is lost here is forgotten when the account asks
        return TransferResult.Moved;
    }
}
