namespace FlashSale.Simulator;

/// <summary>What a scenario plays; a file that names no kind is a festival.</summary>
public enum ScenarioKind
{
    /// <summary>One day of a festival and what follows from it, to the second.</summary>
    Festival = 1,

    /// <summary>Months of days with the same buyers and stores (rule SEA-1).</summary>
    Season,
}
