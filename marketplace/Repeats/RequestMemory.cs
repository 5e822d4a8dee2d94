using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

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

    /// <summary>
    /// The answer to a request that took effect before, or whose name stands for something else; null if it
    /// is new and has to be decided, as every one without a name.
    /// </summary>
    public static TAnswer? Answer<TAnswer>(
        ReadOnlySpan<KeyedRequest> kept, in KeyedRequest asked, TAnswer idReused)
        where TAnswer : struct, Enum
    {
        if (!asked.Id.IsNone)
        {
            foreach (ref readonly var one in kept)
            {
                if (one.Id == asked.Id)
                {
                    return one.Contents == asked.Contents ? Effect<TAnswer>() : idReused;
                }
            }
        }

        return null;
    }

    /// <summary>The answer that says that a request took effect: the first member of its result.</summary>
    public static TAnswer Effect<TAnswer>()
        where TAnswer : struct, Enum => Unsafe.BitCast<byte, TAnswer>(1);

    /// <summary>These acts and one more, the latest last; without a name they stay as they are.</summary>
    public static KeyedRequest[] With(KeyedRequest[] kept, in KeyedRequest act)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return act.Id.IsNone ? kept : [.. kept.TakeLast(ActsMax - 1), act];
    }
}
