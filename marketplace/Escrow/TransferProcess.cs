namespace FlashSale.Marketplace;

/// <summary>
/// Whether money that is no part of an order moves: decided here, once for all hosts (rules ESC-4, ESC-6,
/// STO-3, ORD-4).
/// </summary>
public static class TransferProcess
{
    /// <summary>Stands for a transfer whose id was not used before.</summary>
    public const int NotKnown = -1;

    /// <summary>
    /// The answer to a transfer that moves nothing; null if its money is to be moved, as far as there is any.
    /// </summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="store">The store that takes part; the default if there is none.</param>
    /// <param name="hasBuyer">Whether the market has the buyer that it names.</param>
    /// <param name="known">
    /// The <see cref="Transfer.MarkOf"/> of the transfer that was carried out under this id, or <see
    /// cref="NotKnown"/>.
    /// </param>
    public static TransferResult? Answer(in Transfer transfer, in Store store, bool hasBuyer, int known) =>
        !transfer.IsSound ? TransferResult.BadTransfer
        : (transfer.HasStore && store.Status == 0) || (transfer.HasBuyer && !hasBuyer)
            ? TransferResult.UnknownAccount
        : known == Transfer.MarkOf(transfer.Fingerprint) ? TransferResult.Moved
        : known != NotKnown ? TransferResult.IdReused
        : transfer.HasStore ? store.Refuse(transfer)
        : null;
}
