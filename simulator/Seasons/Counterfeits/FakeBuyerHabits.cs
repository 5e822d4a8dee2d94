namespace FlashSale.Simulator;

/// <summary>What buyers of fakes do (rules TRU-3, TRU-14; MODELS M3). All numbers are assumed.</summary>
public sealed record FakeBuyerHabits
{
    /// <summary>
    /// The share of buyers who take fakes gladly where they are cheap (L20: a third have bought one once).
    /// </summary>
    public double AcceptsShare { get; init; } = 0.2;

    /// <summary>Up to which share of the brand's price they do.</summary>
    public double AcceptsUpTo { get; init; } = 0.4;

    /// <summary>The share of fakes that any other buyer notices.</summary>
    public double NoticesShare { get; init; } = 0.25;

    /// <summary>Within how long after receipt a buyer notices, evenly.</summary>
    public TimeSpan NoticesWithin { get; init; } = TimeSpan.FromDays(3);

    /// <summary>
    /// The share of those who notice that complain to the platform; most send the goods back, or rate poorly
    /// (fitted to complaints of 1.5 to 2.1 in 10,000 orders).
    /// </summary>
    public double ComplainsShare { get; init; } = 0.04;

    /// <summary>The share of those who notice that send the goods back.</summary>
    public double ReturnsShare { get; init; } = 0.5;

    /// <summary>The share of those who notice and keep them that give one or two stars.</summary>
    public double RatesPoorlyShare { get; init; } = 0.5;

    /// <summary>The share of genuine goods that a buyer takes for fakes, and complains.</summary>
    public double MistakesShare { get; init; } = 0.000_05;

    internal static FakeBuyerHabits Read(Block block)
    {
        var usual = new FakeBuyerHabits();
        return new FakeBuyerHabits
        {
            AcceptsShare = block.Share("acceptsShare", usual.AcceptsShare),
            AcceptsUpTo = block.Number("acceptsUpTo", usual.AcceptsUpTo, new(0, 2)),
            NoticesShare = block.Share("noticesShare", usual.NoticesShare),
            NoticesWithin = block.Length(
                "noticesWithin", usual.NoticesWithin, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)),
            ComplainsShare = block.Share("complainsShare", usual.ComplainsShare),
            ReturnsShare = block.Share("returnsShare", usual.ReturnsShare),
            RatesPoorlyShare = block.Share("ratesPoorlyShare", usual.RatesPoorlyShare),
            MistakesShare = block.Share("mistakesShare", usual.MistakesShare),
        };
    }
}
