namespace FlashSale.Simulator;

/// <summary>Why a search looks at a level or an arm.</summary>
public enum SearchAim
{
    /// <summary>To see both ends.</summary>
    Ends = 1,

    /// <summary>For the first level at which the condition is shown to hold.</summary>
    Holds,

    /// <summary>For the first level at which the condition is not shown not to hold.</summary>
    MayHold,

    /// <summary>For the first level at which a difference has lost its first sign, beyond chance.</summary>
    FirstSignLost,

    /// <summary>For the first level at which a difference has the other sign, beyond chance.</summary>
    OtherSign,

    /// <summary>For the first level at which a mean difference has changed its sign.</summary>
    MeanChanged,

    /// <summary>To tell arms apart, round by round.</summary>
    Race,

    /// <summary>To confirm on fresh seeds what was found.</summary>
    Fresh,
}
