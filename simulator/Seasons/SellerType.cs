namespace FlashSale.Simulator;

/// <summary>
/// What a seller is like, which nobody sees: truth of the simulator, never read by a rule (rule TRU-1).
/// </summary>
internal enum SellerType
{
    /// <summary>Sells what it says.</summary>
    Honest = 1,

    /// <summary>Sells fakes without knowing.</summary>
    Careless,

    /// <summary>Cheats where it pays.</summary>
    Opportunist,

    /// <summary>Has come to cheat.</summary>
    Professional,
}
