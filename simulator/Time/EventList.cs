namespace FlashSale.Simulator;

/// <summary>A list of events, first in first out: a chain of chunks in <see cref="EventChunks"/>.</summary>
internal record struct EventList(int Head)
{
    /// <summary>The chunk that is appended to.</summary>
    public int Tail { get; set; } = Head;

    /// <summary>How many events the last chunk holds; 0 only in an empty list.</summary>
    public int TailCount { get; set; }

    /// <summary>How many events of the first chunk are taken already.</summary>
    public int Read { get; set; }

    /// <summary>How many events the first chunk holds, those taken included.</summary>
    public readonly int HeadCount => Head == Tail ? TailCount : EventChunks.ChunkSize;

    /// <summary>Whether nothing is in the list.</summary>
    public readonly bool IsEmpty => TailCount == 0;
}
