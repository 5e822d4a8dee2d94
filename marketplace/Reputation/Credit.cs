namespace FlashSale.Marketplace;

/// <summary>
/// The credit of a store or of a buyer: its points, and the verdicts behind them (rule REP-2).
/// </summary>
/// <remarks>
/// Points are fewer than verdicts, because not every verdict counts. 16 bytes without padding.
/// </remarks>
public struct Credit
{
    /// <summary>The points; they may be negative.</summary>
    public int Points { readonly get; private set; }

    /// <summary>Good verdicts, counted or not.</summary>
    public int Good { readonly get; private set; }

    /// <summary>Medium verdicts.</summary>
    public int Medium { readonly get; private set; }

    /// <summary>Poor verdicts, counted or not.</summary>
    public int Poor { readonly get; private set; }

    /// <summary>
    /// The share of good verdicts in 1/10,000, rounded down; null without any verdict (rule REP-5).
    /// </summary>
    public readonly int? GoodBasisPoints
    {
        get
        {
            var all = (long)Good + Medium + Poor;
            return all == 0 ? null : (int)(Good * 10_000L / all);
        }
    }

    /// <summary>Builds a credit again from what was stored of it.</summary>
    /// <exception cref="ArgumentException">
    /// A number of verdicts is negative, or they cannot make so many points.
    /// </exception>
    public static Credit Of(int points, int good, int medium, int poor) =>
        good < 0 || medium < 0 || poor < 0 || points > good || points < -poor
            ? throw new ArgumentException(
                $"No credit has {points} points of {good} good, {medium} medium and {poor} poor verdicts.",
                nameof(points))
            : new Credit { Points = points, Good = good, Medium = medium, Poor = poor };

    /// <summary>Adds a verdict, if there is one, and, if it counts, its point.</summary>
    public void Add(CreditRating verdict, CreditDecision decision)
    {
        if (decision == CreditDecision.MarketHasNone)
        {
            return;
        }

        var point = CreditCaps.PointsOf(verdict);
        switch (verdict)
        {
            case CreditRating.Good:
                Good++;
                break;
            case CreditRating.Medium:
                Medium++;
                break;
            default:
                Poor++;
                break;
        }

        Points += decision == CreditDecision.Counts ? point : 0;
    }
}
