namespace FlashSale.Simulator;

/// <summary>How a study finds which of its factors a measure depends on.</summary>
internal enum SensitivityMethod
{
    /// <summary>Each factor alone, from the base to both its ends.</summary>
    OneAtATime = 1,

    /// <summary>Trajectories in which each factor moves once.</summary>
    Morris,

    /// <summary>Shares of the spread, alone and with interactions.</summary>
    Sobol,

    /// <summary>Shares of the spread, alone, from the ranks of a hypercube.</summary>
    Rank,
}
