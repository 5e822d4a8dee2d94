namespace FlashSale.Simulator;

/// <summary>How buyers answer to other prices than those that a scenario is calibrated with.</summary>
/// <remarks>Rule DEM-2; by how much is a number of each category (<see cref="GoodsCategory"/>).</remarks>
public sealed record PriceHabits
{
    /// <summary>
    /// The share of what other prices add to the day, or take from it, that is moved in time: from the
    /// fourteen days before, whose buyers wait with filled carts, and from as many after (assumed; MODELS
    /// M10).
    /// </summary>
    public double MovedShare { get; init; } = 0.5;

    internal static PriceHabits Read(Block block) => new()
    {
        MovedShare = block.Share("movedShare", new PriceHabits().MovedShare),
    };
}
