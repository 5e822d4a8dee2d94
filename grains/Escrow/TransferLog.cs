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

    /// <summary>What is known of the transfer's id, as <see cref="TransferProcess"/> asks.</summary>
    public async ValueTask<int> Mark() => await rows.Look<TransferState>(Key) is { } known
        ? Transfer.MarkOf(known.Mark)
        : TransferProcess.NotKnown;

    /// <summary>Writes the transfer down, with all that is changed.</summary>
    public Task Save(Func<Task> save)
    {
        rows.PutOnce(Key, new TransferState(transfer.Fingerprint));
        return save();
    }
}
