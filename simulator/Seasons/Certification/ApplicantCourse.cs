using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What a seller means to do next about a store's certificate.</summary>
internal enum ApplicantPhase
{
    /// <summary>Nothing: nobody has asked for one.</summary>
    None = 0,

    /// <summary>To apply, or to apply again under another identity.</summary>
    Applies,

    /// <summary>To hand in what a check asks for, or to give up.</summary>
    HandsIn,

    /// <summary>To wait until the platform has decided a check.</summary>
    Waits,

    /// <summary>To put goods on sale: it is certified.</summary>
    Opens,

    /// <summary>Nothing more: it is certified.</summary>
    Certified,

    /// <summary>Nothing more: the seller has given up, or was refused.</summary>
    GaveUp,
}

/// <summary>How far a store of a season is with its certificate, as its seller thinks of it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ApplicantCourse
{
    /// <summary>When it applied first, in ms since the first midnight; 0 if it never did.</summary>
    public long AppliedMs;

    /// <summary>When it was certified, in the same way; 0 if it is not.</summary>
    public long CertifiedMs;

    /// <summary>What comes next.</summary>
    public ApplicantPhase Phase;

    /// <summary>Whether it was asked before it could sell, as a new seller's; 1 or 0.</summary>
    public int IsNew;

    /// <summary>Whether it was summoned, as one that sold already; 1 or 0.</summary>
    public int IsSummoned;

    /// <summary>Whether the platform has suspended it for want of a certificate; 1 or 0.</summary>
    public int WasStopped;

    /// <summary>Identities that were tried, but the one under way.</summary>
    public int Attempts;

    /// <summary>What was drawn for it so far: each draw has a number of its own.</summary>
    public int Draws;

    /// <summary>The certificate that it is after: 1 for A, 2 for B.</summary>
    public int Class;

    /// <summary>Whether anybody asked for a certificate.</summary>
    public readonly bool WasAsked => IsNew == 1 || IsSummoned == 1;

    /// <summary>Whether it is after its first certificate.</summary>
    public readonly bool IsOnItsWay => Phase is >= ApplicantPhase.Applies and <= ApplicantPhase.Waits;
}
