namespace FlashSale.Marketplace;

/// <summary>
/// What is true of an order since it was placed, one bit each; of orders that are stored, none ever changes
/// its number.
/// </summary>
[Flags]
internal enum OrderMarks : byte
{
    /// <summary>It was placed at a festival price.</summary>
    Festival = 1,

    /// <summary>It was placed in a market without verdicts (rule REP-2).</summary>
    NoVerdicts = 2,
}
