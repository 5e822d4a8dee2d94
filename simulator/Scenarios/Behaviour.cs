namespace FlashSale.Simulator;

/// <summary>How people behave: one set of numbers for all years.</summary>
public sealed record Behaviour
{
    /// <summary>Carts, and how a buyer who is refused goes on.</summary>
    public Trying Trying { get; init; } = new();

    /// <summary>How buyers pay.</summary>
    public Paying Paying { get; init; } = new();

    /// <summary>What buyers do with what arrives.</summary>
    public Receiving Receiving { get; init; } = new();

    /// <summary>How buyers rate.</summary>
    public RatingHabits Rating { get; init; } = new();

    /// <summary>What buyers send back, and why.</summary>
    public Returning Returning { get; init; } = new();

    internal static Behaviour Read(Block block)
    {
        var usual = new Behaviour();
        return new Behaviour
        {
            Trying = block.Section("trying", usual.Trying, Trying.Read),
            Paying = block.Section("paying", usual.Paying, Paying.Read),
            Receiving = block.Section("receiving", usual.Receiving, Receiving.Read),
            Rating = block.Section("rating", usual.Rating, RatingHabits.Read),
            Returning = block.Section("returning", usual.Returning, Returning.Read),
        };
    }
}
