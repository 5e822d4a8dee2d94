namespace FlashSale.Silo;

/// <summary>What a silo tells the shell; the same numbers as those of the `flashsale` command.</summary>
internal enum ExitCode
{
    /// <summary>It was asked to stop, and has finished what it had begun.</summary>
    Done = 0,

    /// <summary>It stopped by itself, was told twice to stop, or was cut off while it drained.</summary>
    Failed = 1,

    /// <summary>Bad options or settings; the message says which and what is allowed.</summary>
    BadInput = 2,

    /// <summary>
    /// A file, a database or a port could not be reached or used, or the cluster not be joined.
    /// </summary>
    Unreachable = 3,
}
