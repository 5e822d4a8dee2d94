namespace FlashSale.Marketplace;

/// <summary>What is known of a request before it is decided.</summary>
public enum RequestPast : byte
{
    /// <summary>Nothing: it is to be decided, and remembered if it takes effect.</summary>
    New = 1,

    /// <summary>It took effect before: it is answered as then, and nothing is done.</summary>
    Same,

    /// <summary>Its name stands for something else.</summary>
    Other,
}

/// <summary>
/// The latest acts on a subject by the names that clients gave them, asked before anything is decided
/// (rule ORD-4).
/// </summary>
/// <remarks>
/// It is kept with its subject, in the write that makes the act true. Only acts that took effect are
/// remembered. The oldest is forgotten when there are more than <see cref="ActsMax"/>: a repeat that comes
/// after so many others on the same subject counts as a new wish.
/// </remarks>
public static class RequestMemory
{
    /// <summary>Acts of one subject that are remembered (assumed).</summary>
    public const int ActsMax = 16;

    /// <summary>What is known of a request; without a name it is new.</summary>
    public static RequestPast PastOf(ReadOnlySpan<KeyedRequest> kept, in KeyedRequest asked)
    {
        if (!asked.Id.IsNone)
        {
            foreach (ref readonly var one in kept)
            {
                if (one.Id == asked.Id)
                {
                    return one.Contents == asked.Contents ? RequestPast.Same : RequestPast.Other;
                }
            }
        }

        return RequestPast.New;
    }

    /// <summary>These acts and one more, the latest last; without a name they stay as they are.</summary>
    public static KeyedRequest[] With(KeyedRequest[] kept, in KeyedRequest act)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return act.Id.IsNone ? kept : [.. kept.TakeLast(ActsMax - 1), act];
    }
}
