using static FlashSale.Marketplace.AppealStatus;
using static FlashSale.Marketplace.AppealStep;

namespace FlashSale.Marketplace;

/// <summary>Where the appeal is that a case may have (rule TRU-8). The numbers are stored.</summary>
public enum AppealStatus : byte
{
    /// <summary>There was none.</summary>
    None = 0,

    /// <summary>Seller and buyer have time to talk about it themselves.</summary>
    Talking = 1,

    /// <summary>It waits for a reviewer or a jury.</summary>
    Queued = 2,

    /// <summary>The verdict is overturned: nothing of it has ever counted.</summary>
    Upheld = 3,

    /// <summary>The verdict stands.</summary>
    Rejected = 4,

    /// <summary>Nobody decided in time: the verdict stands.</summary>
    Expired = 5,
}

/// <summary>What can happen to an appeal.</summary>
public enum AppealStep : byte
{
    /// <summary>The seller files it.</summary>
    FileIt = 1,

    /// <summary>The time to talk is over.</summary>
    EndTalk,

    /// <summary>It is decided for the seller.</summary>
    Uphold,

    /// <summary>It is decided against the seller.</summary>
    Reject,

    /// <summary>The time to decide is over.</summary>
    Expire,
}

/// <summary>The life of an appeal: filed → talk → queue → decided or expired (rule TRU-8).</summary>
public static class AppealLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed there.</summary>
    public static AppealStatus? After(AppealStatus status, AppealStep step) => (status, step) switch
    {
        (None, FileIt) => Talking,
        (Talking, EndTalk) => Queued,
        (Queued, Uphold) => Upheld,
        (Queued, Reject) => Rejected,
        (Talking or Queued, Expire) => Expired,
        _ => null,
    };

    /// <summary>Whether it waits for somebody.</summary>
    public static bool IsUnderWay(AppealStatus status) => status is Talking or Queued;
}

/// <summary>The answer to a command about an appeal.</summary>
public enum AppealResult : byte
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>There is nothing to appeal against, or the appeal's status does not allow it.</summary>
    WrongStatus,

    /// <summary>The verdict stands already.</summary>
    TooLate,

    /// <summary>The reviewers have decided as many appeals as they can today.</summary>
    NoReviewer,

    /// <summary>The evidence or the votes are none that can be.</summary>
    BadAppeal,

    /// <summary>No such case.</summary>
    UnknownCase,
}
