namespace FlashSale.Marketplace;

/// <summary>The answer to a rating.</summary>
public enum RateResult : byte
{
    /// <summary>It is taken.</summary>
    Rated = 1,

    /// <summary>The buyer has not confirmed receipt: the money has not moved (rule REP-1).</summary>
    NotConfirmed,

    /// <summary>This side has rated this order.</summary>
    RatedAlready,

    /// <summary>The time for ratings is over (rule REP-2).</summary>
    TooLate,

    /// <summary>There is no such verdict.</summary>
    BadVerdict,

    /// <summary>No such order.</summary>
    UnknownOrder,

    /// <summary>
    /// In the market where the order was placed nobody gives verdicts, and a store has nothing else to say
    /// of a buyer (rule REP-2).
    /// </summary>
    NoVerdicts,
}
