using static FlashSale.Marketplace.CaseStatus;
using static FlashSale.Marketplace.CaseStep;

namespace FlashSale.Marketplace;

/// <summary>Where a case is (rules TRU-3, TRU-8). The numbers are stored.</summary>
public enum CaseStatus : byte
{
    /// <summary>It is open; nobody has sampled the goods.</summary>
    Open = 1,

    /// <summary>A test purchase is ordered (rule TRU-3).</summary>
    SampleOrdered = 2,

    /// <summary>The test purchase has come.</summary>
    SampleReceived = 3,

    /// <summary>Somebody who knows the brand looks at it.</summary>
    AtAppraiser = 4,

    /// <summary>It is decided: guilty or cleared; the seller may appeal (rule TRU-8).</summary>
    Decided = 5,

    /// <summary>The verdict stands: nothing changes any more.</summary>
    Closed = 6,
}

/// <summary>What can happen to a case.</summary>
public enum CaseStep : byte
{
    /// <summary>A test purchase is ordered.</summary>
    OrderSample = 1,

    /// <summary>It has come.</summary>
    ReceiveSample,

    /// <summary>It goes to the appraiser.</summary>
    Appraise,

    /// <summary>A verdict is given.</summary>
    Decide,

    /// <summary>The time to appeal is over.</summary>
    Close,
}

/// <summary>What was found. The numbers are stored; 0 is nothing yet.</summary>
public enum CaseVerdict : byte
{
    /// <summary>The store did it.</summary>
    Guilty = 1,

    /// <summary>The store did nothing wrong.</summary>
    Cleared = 2,
}

/// <summary>The life of a case: open → sampled → decided → closed (rules TRU-3, TRU-8).</summary>
public static class CaseLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed there.</summary>
    public static CaseStatus? After(CaseStatus status, CaseStep step) => (status, step) switch
    {
        (Open, OrderSample) => SampleOrdered,
        (SampleOrdered, ReceiveSample) => SampleReceived,
        (SampleReceived, Appraise) => AtAppraiser,
        (Open or SampleOrdered or SampleReceived or AtAppraiser, Decide) => Decided,
        (Decided, Close) => Closed,
        _ => null,
    };

    /// <summary>Whether it is a step of a test purchase.</summary>
    public static bool IsOfSample(CaseStep step) => step is OrderSample or ReceiveSample or Appraise;

    /// <summary>Where a step of a test purchase leads.</summary>
    internal static CaseStatus SampledBy(CaseStep step) => step switch
    {
        OrderSample => SampleOrdered,
        ReceiveSample => SampleReceived,
        _ => AtAppraiser,
    };
}
