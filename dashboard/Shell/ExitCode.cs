namespace FlashSale.Dashboard;

/// <summary>
/// What a command or a silo tells the shell. Scripts depend on the numbers: they never change.
/// </summary>
public enum ExitCode
{
    /// <summary>
    /// Done, or stopped when it was asked to: a report then says that it is partial, a silo has finished what
    /// it had begun.
    /// </summary>
    Done = 0,

    /// <summary>
    /// An invariant or a threshold failed, or a gate could not be judged; a silo stopped by itself, was told
    /// twice to stop, or was cut off while it drained.
    /// </summary>
    Failed = 1,

    /// <summary>Bad arguments, settings or input; the message says where and what is allowed.</summary>
    BadInput = 2,

    /// <summary>
    /// A file, a database, a port, a market or a cluster could not be reached, read, written or joined.
    /// </summary>
    Unreachable = 3,

    /// <summary>The program has a fault; the message says which file holds what its authors need.</summary>
    Fault = 4,
}
