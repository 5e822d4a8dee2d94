namespace FlashSale.Grains;

/// <summary>What carries out the commits of a <see cref="CommitQueue"/>, one after the other.</summary>
internal interface ICommitter : IAsyncDisposable
{
    /// <summary>Makes changes durable, all or none.</summary>
    /// <param name="changes">At most one for each row, by rising key.</param>
    /// <returns>
    /// Nothing if all is durable. Else the rows that had other versions than expected, with the versions that
    /// they have (0 where there is no row); then nothing was written.
    /// </returns>
    /// <exception cref="RowStoreException">
    /// The commit failed, or its fate is unknown; the next may work.
    /// </exception>
    /// <exception cref="StoreHaltedException">The store must not go on.</exception>
    ValueTask<IReadOnlyDictionary<RowKey, long>> Commit(IReadOnlyList<RowChange> changes);
}

/// <summary>A store must not go on: what it did last cannot be trusted, or it was fenced.</summary>
internal sealed class StoreHaltedException(string reason, Exception? cause = null) : Exception(reason, cause);
