namespace FlashSale.Engine;

/// <summary>Moves money that is no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
internal sealed class EngineTransfers(MarketState market)
{
    /// <summary>Carries a transfer out once; its repeat is answered as the first.</summary>
    public TransferResult Move(in Transfer transfer)
    {
        if (!transfer.IsSound)
        {
            return TransferResult.BadTransfer;
        }

        if ((transfer.HasStore && !market.Stores.Exists(transfer.Store))
            || (transfer.HasBuyer && !market.Size.Has(transfer.Buyer)))
        {
            return TransferResult.UnknownAccount;
        }

        var mark = Transfer.MarkOf(transfer.Fingerprint);
        var known = market.Transfers.Find(transfer.Id);
        if (known >= 0)
        {
            return known == mark ? TransferResult.Moved : TransferResult.IdReused;
        }

        var result = Carry(transfer);
        if (result == TransferResult.Moved)
        {
            market.Transfers.Note(transfer.Id, mark);
        }

        return result;
    }

    private TransferResult Carry(in Transfer transfer)
    {
        if (!transfer.HasStore)
        {
            return MoveOf(transfer);
        }

        ref var store = ref market.Stores[transfer.Store];
        var result = store.Refuse(transfer) ?? MoveOf(transfer);
        if (result == TransferResult.Moved)
        {
            var before = store.CheckAt(market.Policy.Stores);
            store.Complete(transfer, market.Now);
            if (store.CheckAt(market.Policy.Stores) is { } at && at != before)
            {
                market.Deadlines.Add(Due.StoreCheck, at, transfer.Store.Value);
            }
        }

        return result;
    }

    private TransferResult MoveOf(in Transfer transfer) =>
        market.Accounts.Move(transfer.ToMovement()) == MoveResult.Moved
            ? TransferResult.Moved
            : TransferResult.InsufficientFunds;
}
