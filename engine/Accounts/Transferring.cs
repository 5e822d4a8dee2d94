namespace FlashSale.Engine;

/// <summary>Movements of money that are no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
internal sealed class Transferring(MarketState market)
{
    /// <summary>Carries a transfer out once; its repeat is answered as the first.</summary>
    public TransferResult Move(in Transfer transfer)
    {
        if (transfer.Movement() is not { } movement)
        {
            return TransferResult.BadTransfer;
        }

        if ((transfer.HasStore && !market.Stores.Exists(transfer.Store))
            || (transfer.HasBuyer && (
                transfer.Buyer.Value < 0 || transfer.Buyer.Value >= market.Size.BuyersMax)))
        {
            return TransferResult.UnknownAccount;
        }

        var mark = Transfer.MarkOf(transfer.Fingerprint);
        var known = market.Transfers.Find(transfer.Id);
        if (known >= 0)
        {
            return known == mark ? TransferResult.Moved : TransferResult.IdReused;
        }

        var result = Move(transfer, movement);
        if (result == TransferResult.Moved)
        {
            market.Transfers.Note(transfer.Id, mark);
        }

        return result;
    }

    private TransferResult Move(in Transfer transfer, in Movement movement)
    {
        if (transfer.Kind == MovementKind.DepositPaid)
        {
            ref var store = ref market.Stores[transfer.Store];
            if (store.PayDeposit(transfer.Amount) != StoreResult.Done)
            {
                return TransferResult.WrongStatus;
            }

            if (store.Status == StoreStatus.Applying)
            {
                store.Take(StoreStep.Open);
            }
        }
        else if (transfer.Kind == MovementKind.DepositReturned
            && market.Stores[transfer.Store] is var closed
            && (closed.Status != StoreStatus.Closed || closed.DepositPaid != transfer.Amount))
        {
            return TransferResult.WrongStatus;
        }

        if (market.Accounts.Move(movement) != MoveResult.Moved)
        {
            return TransferResult.InsufficientFunds;
        }

        NoteDeposit(transfer);
        return TransferResult.Moved;
    }

    private void NoteDeposit(in Transfer transfer)
    {
        if (transfer.Kind is MovementKind.ViolationFee or MovementKind.Compensation)
        {
            ref var store = ref market.Stores[transfer.Store];
            store.TakeFromDeposit(transfer.Amount, market.Now);
            if (store.ShortSince is { } since)
            {
                var due = (since + market.Policy.Stores.TopUpWithin).AddMilliseconds(1);
                market.Deadlines.Add(Due.Deposit, due, transfer.Store.Value);
            }
        }
        else if (transfer.Kind == MovementKind.DepositReturned)
        {
            market.Stores[transfer.Store].ReturnDeposit();
        }
    }
}
