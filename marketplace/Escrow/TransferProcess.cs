namespace FlashSale.Marketplace;

/// <summary>
/// Money of stores that is no part of an order: what refuses it, and what follows for the store.
/// </summary>
/// <remarks>
/// Rules ESC-4, ESC-6, STO-3. A host asks whether the store refuses the transfer, carries out its movement,
/// and then completes it. A transfer without a store has nothing to do with this.
/// </remarks>
public static class TransferProcess
{
    /// <summary>Why the store's status does not allow the transfer; null if it does.</summary>
    public static TransferResult? Refuse(in Store store, in Transfer transfer)
    {
        var isRefused = MovementTable.Of(transfer.Kind).Security switch
        {
            SecurityEffect.Paid => store.Status is StoreStatus.Closed or 0,
            SecurityEffect.Returned =>
                store.Status != StoreStatus.Closed || store.DepositPaid != transfer.Amount,
            _ => false,
        };
        return isRefused ? TransferResult.WrongStatus : null;
    }

    /// <summary>The money has moved: the security deposit and the status follow.</summary>
    public static void Complete(ref Store store, in Transfer transfer, DateTimeOffset now)
    {
        switch (MovementTable.Of(transfer.Kind).Security)
        {
            case SecurityEffect.Paid:
                store.PayDeposit(transfer.Amount);
                if (store.Status == StoreStatus.Applying)
                {
                    store.Take(StoreStep.Open); // stays applying while the deposit is short
                }

                break;
            case SecurityEffect.Taken:
                store.TakeFromDeposit(transfer.Amount, now);
                break;
            case SecurityEffect.Returned:
                store.ReturnDeposit();
                break;
            default:
                break;
        }
    }
}
