using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What a reviewer has said of a text.</summary>
internal enum ReviewerOpinion
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It may be sold.</summary>
    Sound,

    /// <summary>It may not.</summary>
    Bad,
}

/// <summary>Text and pictures of a listing of a season, as the simulator thinks of their screening.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ScreenedText
{
    /// <summary>When it came to the reviewers, in ms since the first midnight.</summary>
    public long SinceMs;

    /// <summary>The number of the text, from 1; 0 if the listing is not published.</summary>
    public int Number;

    /// <summary>Whether the classifier has looked at it; 1 or 0.</summary>
    public int IsScored;

    /// <summary>Whether it waits for a reviewer; 1 or 0.</summary>
    public int IsWaiting;

    /// <summary>Whether it is sold while it waits; 1 or 0.</summary>
    public int IsProvisional;

    /// <summary>Whether it was refused or given up, and counted so; 1 or 0.</summary>
    public int IsStopped;

    /// <summary>What a reviewer has said of it.</summary>
    public ReviewerOpinion Finding;

    /// <summary>Whether the goods are of a restricted kind, whatever the text: truth; 1 or 0.</summary>
    public int IsRestricted;

    /// <summary>What was sold of the goods under texts before this one, in orders.</summary>
    public int OrdersBefore;

    /// <summary>The last score, in 1/1,000.</summary>
    public int ScoreMilli;
}
