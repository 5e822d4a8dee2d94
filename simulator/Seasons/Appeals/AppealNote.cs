using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>Where an appeal of a season is.</summary>
internal enum AppealStage
{
    /// <summary>The seller means to file it.</summary>
    Meant = 1,

    /// <summary>It is filed and not decided.</summary>
    Filed,

    /// <summary>It came after the deadline.</summary>
    Missed,

    /// <summary>It was decided for the seller.</summary>
    Upheld,

    /// <summary>It was decided against the seller.</summary>
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,
}

/// <summary>An appeal of a season: a row of the table appeal.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AppealNote
{
    /// <summary>Which verdict it is against, as a row of the ledger.</summary>
    public int Penalty;

    /// <summary>The day on which it is or was filed.</summary>
    public int FiledDay;

    /// <summary>The day on which its talk had ended; 0 before.</summary>
    public int QueuedDay;

    /// <summary>The day on which it was decided; 0 before.</summary>
    public int DecidedDay;

    /// <summary>Its evidence, in 1/10,000.</summary>
    public int EvidenceBasisPoints;

    /// <summary>Votes for the seller.</summary>
    public int VotesFor;

    /// <summary>Votes in all.</summary>
    public int Votes;

    /// <summary>Where it is.</summary>
    public AppealStage Stage;
}
