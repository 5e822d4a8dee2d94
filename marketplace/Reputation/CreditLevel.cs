namespace FlashSale.Marketplace;

/// <summary>The four kinds of signs that show a level, five levels each (rule REP-3).</summary>
public enum CreditSign : byte
{
    /// <summary>Levels 1 to 5.</summary>
    Heart = 1,

    /// <summary>Levels 6 to 10.</summary>
    Diamond,

    /// <summary>Levels 11 to 15.</summary>
    Crown,

    /// <summary>Levels 16 to 20.</summary>
    GoldenCrown,
}

/// <summary>
/// What buyers see of a credit: 1 heart to 5 golden crowns, or nothing yet (rules REP-3, REP-5).
/// </summary>
/// <param name="Rank">0 without a level, else 1 to <see cref="RankMax"/>.</param>
public readonly record struct CreditLevel(byte Rank)
{
    /// <summary>The highest level.</summary>
    public const int RankMax = 20;

    private const int LevelsPerSign = 5;

    /// <summary>The sign; null without a level.</summary>
    public CreditSign? Sign => Rank == 0 ? null : (CreditSign)(((Rank - 1) / LevelsPerSign) + 1);

    /// <summary>How many of the sign: 1 to 5; 0 without a level.</summary>
    public int Signs => Rank == 0 ? 0 : ((Rank - 1) % LevelsPerSign) + 1;

    /// <summary>The level of that many points.</summary>
    public static CreditLevel Of(int points, ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var rank = 0;
        while (rank < policy.LevelsFrom.Count && points >= policy.LevelsFrom[rank])
        {
            rank++;
        }

        return new CreditLevel((byte)rank);
    }

    /// <inheritdoc/>
    public override string ToString() => Rank == 0 ? "no level" : $"{Signs} × {Sign}";
}
