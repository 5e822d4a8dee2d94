namespace FlashSale.Grains;

/// <summary>Takes the right to write away from silos that the cluster has declared dead.</summary>
/// <remarks>
/// A silo may be thought dead and still live: it was only slow, or cut off. Grains that now wake up elsewhere
/// must not read while it can still write. The host calls this as soon as membership declares a silo dead.
/// </remarks>
public interface ISiloFence
{
    /// <summary>
    /// Fences a silo; completes when nothing that it does can become durable any more. Reads that begin after
    /// this call wait until then.
    /// </summary>
    /// <remarks>
    /// Tried again and again while the database is away. May be called for a silo that is fenced already,
    /// that never opened the store, or for this silo itself, whose store then stops.
    /// </remarks>
    /// <param name="silo">The name under which it opened the store.</param>
    /// <param name="cancel">Ends the wait, not the fencing.</param>
    /// <exception cref="RowStoreException">The store was closed meanwhile.</exception>
    Task Fence(string silo, CancellationToken cancel = default);

    /// <summary>
    /// Whether a silo is still connected to the store: its connections for writing end with its process, and
    /// are there as long as it may write.
    /// </summary>
    /// <param name="silo">The name under which it opened the store.</param>
    /// <param name="cancel">Ends the question.</param>
    /// <returns>False if it is certainly not; true if it is, or nothing is known.</returns>
    ValueTask<bool> IsConnected(string silo, CancellationToken cancel = default);

    /// <summary>
    /// Completes when every silo that is known to be dead is fenced: who reads behind it reads nothing that a
    /// dead silo can still change.
    /// </summary>
    /// <exception cref="RowStoreException">That takes too long, or this silo's store has stopped.</exception>
    ValueTask Passed(CancellationToken cancel = default);
}
