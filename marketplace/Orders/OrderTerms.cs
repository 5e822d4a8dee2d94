namespace FlashSale.Marketplace;

/// <summary>What is agreed when an order is placed, besides its lines.</summary>
/// <param name="Total">What the buyer has to pay for all lines, after all reductions.</param>
/// <param name="Deposit">The part of it that a presale asks for first; zero if it is no presale.</param>
/// <param name="PayWithin">How long the order waits for its (first) payment (rule INV-2).</param>
/// <param name="IsFestival">Whether it was placed at a festival price (rules INV-2, ORD-2).</param>
/// <param name="CommissionBasisPoints">The platform's share of what the store gets (rule STO-5).</param>
/// <param name="OrdersInCheckout">Orders that are paid together with this one.</param>
/// <param name="Fingerprint">A hash of what the client asked for (rule ORD-4).</param>
public readonly record struct OrderTerms(
    Money Total,
    Money Deposit,
    TimeSpan PayWithin,
    bool IsFestival,
    int CommissionBasisPoints,
    int OrdersInCheckout,
    ulong Fingerprint)
{
    /// <summary>
    /// Whether it was placed in a market without verdicts: then its rating makes no credit (rule REP-2).
    /// </summary>
    /// <remarks>An order of before this was asked has them, whatever its market is.</remarks>
    public bool HasNoVerdicts { get; init; }

    internal OrderMarks Marks =>
        (IsFestival ? OrderMarks.Festival : 0) | (HasNoVerdicts ? OrderMarks.NoVerdicts : 0);
}
