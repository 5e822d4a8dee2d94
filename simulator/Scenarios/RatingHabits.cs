namespace FlashSale.Simulator;

/// <summary>How buyers rate what they confirmed (rules REP-1 to REP-6).</summary>
public sealed record RatingHabits
{
    /// <summary>
    /// The share of confirmed orders that the buyer rates (F: median of comments over sales, 11 %).
    /// </summary>
    public double Share { get; init; } = 0.11;

    /// <summary>
    /// That share of orders that came or left late: who is content rates more often than who is not, so that
    /// silence says something (assumed; published in sign only).
    /// </summary>
    public double ShareWhenAggrieved { get; init; } = 0.08;

    /// <summary>From confirmation to the rating (assumed).</summary>
    public LengthQuantiles Delay { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(1)), (50, TimeSpan.FromHours(6)), (100, TimeSpan.FromDays(14)));

    /// <summary>
    /// The shares of 1, 2, 3, 4 and 5 stars when all went well (assumed; the market's means are 4.7 to 4.9).
    /// </summary>
    public IReadOnlyList<double> Stars { get; init; } = [0.01, 0.01, 0.03, 0.12, 0.83];

    /// <summary>
    /// Stars that a late parcel costs the judgement of its order (rule REP-6; F: 1.74 at Olist).
    /// </summary>
    public double LateStarsLost { get; init; } = 1.7;

    /// <summary>Stars that late dispatch costs the judgement of its order (rule REP-6; assumed).</summary>
    public double LateDispatchStarsLost { get; init; } = 1.0;

    internal static RatingHabits Read(Block block)
    {
        var usual = new RatingHabits();
        var rating = new RatingHabits
        {
            Share = block.Share("share", usual.Share),
            ShareWhenAggrieved = block.Share("shareWhenAggrieved", usual.ShareWhenAggrieved),
            Delay = block.Section("delay", usual.Delay, LengthQuantiles.Read),
            Stars = block.Shares("stars", usual.Stars, itemsMax: 5),
            LateStarsLost = block.Number("lateStarsLost", usual.LateStarsLost, new(0, 4)),
            LateDispatchStarsLost = block.Number("lateDispatchStarsLost", usual.LateDispatchStarsLost, new(0,
                4)),
        };
        if (rating.Stars.Count != 5)
        {
            block.Refuse("stars", $"{rating.Stars.Count} shares", "five shares, for 1 to 5 stars");
        }

        return rating;
    }
}
