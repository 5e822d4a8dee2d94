namespace FlashSale.Engine;

/// <summary>
/// A write or a sync of the journal failed, now or before: nothing more is written until the journal is
/// reopened.
/// </summary>
/// <remarks>
/// The kernel may have dropped the pages of a failed sync, so that trying again would report success for
/// bytes that are not on the disk. Stop the process; opening the journal again finds out what is there.
/// </remarks>
public sealed class JournalHaltedException(string message, Exception inner) : Exception(message, inner);
