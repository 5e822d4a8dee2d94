namespace FlashSale.Simulator;

/// <summary>What a run of a study is for: the column «role» of runs.csv.</summary>
public enum RunRole
{
    /// <summary>An answer is read from it.</summary>
    Main = 1,

    /// <summary>It says how many more are needed, and counts with them.</summary>
    Pilot,

    /// <summary>A search looks at it.</summary>
    Search,

    /// <summary>On a fresh seed, to confirm what a search found on others.</summary>
    Confirm,

    /// <summary>Of what was left out of a fit, to judge it.</summary>
    HeldOut,

    /// <summary>At a second scale, to see whether the answer depends on it.</summary>
    ScaleCheck,
}
