namespace FlashSale.Simulator;

/// <summary>Carries out the runs of a study: in this process, in others, on a cluster.</summary>
/// <remarks>
/// A run is a pure function named by its hash, so no engine can change a result: only how soon it is there.
/// An outcome that is of the code is in the cache before it is told.
/// </remarks>
public interface IRunEngine
{
    /// <summary>Carries out runs; outcomes come in any order.</summary>
    /// <param name="orders">The runs, each name once; those of a seed in a row.</param>
    /// <param name="stop">Cancelled when the user asks to stop: runs under way are abandoned.</param>
    IAsyncEnumerable<RunOutcome> Run(IReadOnlyList<RunOrder> orders, CancellationToken stop);

    /// <summary>How many runs went on at once, at most; 0 if there was none.</summary>
    int Workers { get; }
}
