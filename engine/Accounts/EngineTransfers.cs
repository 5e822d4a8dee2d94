namespace FlashSale.Engine;

/// <summary>
/// Carries transfers out that <see cref="TransferProcess"/> lets pass; the cluster's twins are StoreGrain and
/// EscrowAccountGrain.
/// </summary>
internal sealed class EngineTransfers(MarketState market)
{
    /// <summary>Carries a transfer out once; its repeat is answered as the first.</summary>
    public TransferResult Move(in Move command)
    {
        var transfer = command.Transfer;
        var isOfStore = transfer.HasStore && market.Stores.Exists(transfer.Store);
        var answer = TransferProcess.Answer(
            transfer, isOfStore ? market.Stores[transfer.Store] : default, market.Size.Has(transfer.Buyer),
            transfer.IsSound ? market.Transfers.Find(transfer.Id) : TransferProcess.NotKnown);
        if (answer is { } known)
        {
            return known;
        }

        if (market.Accounts.Move(transfer.ToMovement()) != MoveResult.Moved)
        {
            return TransferResult.InsufficientFunds;
        }

        market.Transfers.Note(transfer.Id, Transfer.MarkOf(transfer.Fingerprint));
        if (isOfStore)
        {
            Complete(ref market.Stores[transfer.Store], transfer);
        }

        market.Trace(command, hasEffect: true);
        return TransferResult.Moved;
    }

    private void Complete(ref Store store, in Transfer transfer)
    {
        var before = store.CheckAt(market.Policies);
        store.Complete(transfer, market.Now);
        market.Follow(transfer.Store, before);
    }
}
