namespace FlashSale.Grains;

/// <summary>A transfer that was carried out, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.transfer")]
internal sealed record TransferState([property: Id(0)] ulong Mark);

/// <summary>
/// Remembers that a transfer was carried out, in the write that carries it out (rule ORD-4).
/// </summary>
internal sealed class TransferLog(GrainRows rows, Transfer transfer)
{
    private RowKey Key => new(RowKind.Transfer, transfer.Id);

    /// <summary>The answer to a transfer whose id was used before; null if it was not.</summary>
    public async ValueTask<TransferResult?> Find()
    {
        var known = await rows.Look<TransferState>(Key);
        return known is null ? null
            : Transfer.MarkOf(known.Mark) == Transfer.MarkOf(transfer.Fingerprint) ? TransferResult.Moved
            : TransferResult.IdReused;
    }

    /// <summary>Writes the transfer down, with all that is changed.</summary>
    public Task Save(Func<Task> save)
    {
        rows.PutOnce(Key, new TransferState(transfer.Fingerprint));
        return save();
    }
}
