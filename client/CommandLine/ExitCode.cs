namespace FlashSale.Client;

/// <summary>What the command tells the shell. Scripts depend on the numbers: they never change.</summary>
internal enum ExitCode
{
    /// <summary>Done; a run that was stopped by Ctrl-C too, and its report says that it is partial.</summary>
    Done = 0,

    /// <summary>An invariant or a threshold failed, or a gate could not be judged.</summary>
    Failed = 1,

    /// <summary>Bad arguments or a bad input file; the message says where and what is allowed.</summary>
    BadInput = 2,

    /// <summary>Something could not be reached, read or written.</summary>
    Unreachable = 3,
}
