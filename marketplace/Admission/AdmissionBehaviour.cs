namespace FlashSale.Marketplace;

/// <summary>
/// What the limit in front of the market does with a request above it (rule CAP-1; Sentinel's three).
/// </summary>
public enum AdmissionBehaviour : byte
{
    /// <summary>Refuse at once; up to a burst of requests may come together.</summary>
    Reject = 1,

    /// <summary>
    /// Refuse at once, and after a rest admit less at first: caches and pools fill up meanwhile.
    /// </summary>
    WarmUp,

    /// <summary>Let requests through at even distances; one that would wait too long is refused.</summary>
    Queue,
}
