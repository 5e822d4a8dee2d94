namespace FlashSale.Simulator;

/// <summary>How people behave: one set of numbers for all years.</summary>
public sealed record Behaviour
{
    /// <summary>Carts, and how a buyer who is refused goes on.</summary>
    public CheckoutHabits Trying { get; init; } = new();

    /// <summary>How buyers answer to prices.</summary>
    public PriceHabits Prices { get; init; } = new();

    /// <summary>How buyers pay.</summary>
    public PaymentHabits Paying { get; init; } = new();

    /// <summary>What buyers do with what arrives.</summary>
    public ReceiptHabits Receiving { get; init; } = new();

    /// <summary>How buyers rate.</summary>
    public RatingHabits Rating { get; init; } = new();

    /// <summary>What buyers send back, and why.</summary>
    public ReturnHabits Returning { get; init; } = new();

    internal static Behaviour Read(Block block)
    {
        var usual = new Behaviour();
        return new Behaviour
        {
            Trying = block.Section("trying", usual.Trying, CheckoutHabits.Read),
            Prices = block.Section("prices", usual.Prices, PriceHabits.Read),
            Paying = block.Section("paying", usual.Paying, PaymentHabits.Read),
            Receiving = block.Section("receiving", usual.Receiving, ReceiptHabits.Read),
            Rating = block.Section("rating", usual.Rating, RatingHabits.Read),
            Returning = block.Section("returning", usual.Returning, ReturnHabits.Read),
        };
    }
}
