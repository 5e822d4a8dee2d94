namespace FlashSale.GrainInterfaces;

/// <summary>
/// The watch over the orders of a seller's stores, by the seller's id: it counts their events, and has a case
/// opened where a listing is suspicious (rule TRU-13).
/// </summary>
/// <remarks>
/// Batches come at least once and are counted once: how far it is stands in the same row as the counts, and
/// so do alerts until the seller's file has been told of them.
/// </remarks>
[Alias("flashsale.watch-grain")]
public interface IWatchGrain : IGrainWithIntegerKey
{
    /// <summary>Counts order events, and has cases opened; a batch that was added counts no more.</summary>
    [Alias("add")]
    Task Add(EventBatch batch);

    /// <summary>Tells the file what a crash has left.</summary>
    [Alias("wake")]
    Task Wake();
}
