namespace FlashSale.Simulator;

/// <summary>How the buyers of a season look, buy, pay, receive, send back and rate.</summary>
public sealed record SeasonBuyerHabits
{
    /// <summary>
    /// The share of visits that buy (F: 44 page views a buy; MODELS M8: 20 pages a visit, assumed).
    /// </summary>
    public double BuysPerVisit { get; init; } = 0.45;

    /// <summary>
    /// How much buyers differ: the standard deviation of the logarithm of how often they come (assumed).
    /// </summary>
    public double Spread { get; init; } = 1;

    /// <summary>
    /// The share of visits of a buyer who remembers a good store that begin there (assumed).
    /// </summary>
    public double ReturnsShare { get; init; } = 0.1;

    /// <summary>The share of orders that is never paid (F: 14 % of 28,010 orders of one store).</summary>
    public double NeverPaysShare { get; init; } = 0.14;

    /// <summary>From the order to its payment (F: measured in the same store).</summary>
    public LengthQuantiles PaysWithin { get; init; } = new PaymentHabits().Delay;

    /// <summary>What they do with what arrives.</summary>
    public ReceiptHabits Receiving { get; init; } = new();

    /// <summary>What they send back; how much is a number of each category.</summary>
    public ReturnHabits Returning { get; init; } = new();

    /// <summary>How they rate.</summary>
    public RatingHabits Rating { get; init; } = new();

    /// <summary>The same as habits of payment, all on the phone.</summary>
    internal PaymentHabits Paying => new()
    {
        NeverShare = NeverPaysShare,
        Delay = PaysWithin,
        DelayOffPhone = TimeSpan.Zero,
    };

    internal static SeasonBuyerHabits Read(Block block)
    {
        var usual = new SeasonBuyerHabits();
        return new SeasonBuyerHabits
        {
            BuysPerVisit = block.Number("buysPerVisit", usual.BuysPerVisit, new(0.001, 1)),
            Spread = block.Number("spread", usual.Spread, new(0, 3)),
            ReturnsShare = block.Share("returnsShare", usual.ReturnsShare),
            NeverPaysShare = block.Number("neverPaysShare", usual.NeverPaysShare, new(0, 0.95)),
            PaysWithin = block.Section("paysWithin", usual.PaysWithin, LengthQuantiles.Read),
            Receiving = block.Section("receiving", usual.Receiving, ReceiptHabits.Read),
            Returning = block.Section("returning", usual.Returning, ReturnHabits.Read),
            Rating = block.Section("rating", usual.Rating, RatingHabits.Read),
        };
    }
}
