namespace FlashSale.Marketplace;

/// <summary>
/// Which commands are repeats, asked before anything is decided: they are answered as the first time,
/// whatever has happened since, and nothing is done (rule ORD-4).
/// </summary>
/// <remarks>
/// What can be told from the subject itself is not remembered: what was ordered, paid by which channel, taken
/// as a step, rated, decided, moved. What cannot is a <see cref="FirstAnswer"/>, which hosts keep with the
/// subject, in the write that makes the act true. Only acts that took effect are remembered: a refusal
/// changed nothing and is decided anew. Payments: <see cref="PaymentPasts"/>.
/// </remarks>
public static class Repeats
{
    private const int StepBits = 8;

    /// <summary>The answer to a refund that was made before; null if it is to be decided.</summary>
    public static RefundAnswer? OfRefund(FirstAnswer? first) => first is { } known
        ? new RefundAnswer(RefundResult.Refunded, known.Amount)
        : null;

    /// <summary>The answer to a rating that the order has; null if it is to be decided.</summary>
    public static RateResult? OfRating(Rating known, Rating asked) =>
        asked != default && (known == asked || known == asked.WithoutVerdict()) ? RateResult.Rated : null;

    /// <summary>
    /// The answer to a verdict on the buyer that the order has, be it by time; null if it is to be decided.
    /// </summary>
    public static RateResult? OfVerdict(OrderCredits known, CreditRating asked) =>
        asked != default && known.OfBuyer == asked ? RateResult.Rated : null;

    /// <summary>
    /// The answer to a step that was the latest one and still holds; null if it is to be decided.
    /// </summary>
    public static StoreResult? OfStep(FirstAnswer? latest, StoreStep asked, StoreStatus now) =>
        latest is { } known && known.Contents == Step(asked, now).Contents ? StoreResult.Done : null;

    /// <summary>
    /// The answer to a withdrawal of a change that is planned no more: as the first time if it was the latest
    /// one.
    /// </summary>
    public static PolicyResult OfWithdrawal(FirstAnswer? latest, DateTimeOffset from) =>
        latest?.Contents == Withdrawal(from).Contents ? PolicyResult.Changed : PolicyResult.NotPlanned;

    /// <summary>What is remembered of a withdrawal: the second for which the change was planned.</summary>
    public static FirstAnswer Withdrawal(DateTimeOffset from) => new(
        new Act(ActKind.PolicyWithdrawal), PolicyTimeline.WholeSecond(from).ToUnixTimeSeconds(), Money.Zero);

    /// <summary>What is remembered of a step.</summary>
    public static FirstAnswer Step(StoreStep step, StoreStatus after) =>
        new(new Act(ActKind.StoreStep), ((long)step << StepBits) | (long)after, Money.Zero);

    /// <summary>Whether a store was opened with this payment.</summary>
    /// <param name="first">What is remembered; null if it was what the store owed.</param>
    /// <param name="paid">The payment.</param>
    /// <param name="owed">What the store owes.</param>
    public static bool IsOpening(FirstAnswer? first, Money paid, Money owed) =>
        paid.Fen == (first?.Contents ?? owed.Fen);

    /// <summary>What is remembered of an opening; null if what the store owes tells it.</summary>
    public static FirstAnswer? Opening(Money paid, Money owed) =>
        paid == owed ? null : new FirstAnswer(new Act(ActKind.Opening), paid.Fen, Money.Zero);

    /// <summary>Whether a flip is the latest one of its switch, in every word.</summary>
    public static bool IsFlip(SwitchFlip? latest, in SwitchCommand asked) =>
        latest is not null && (latest.On, latest.Who, latest.Why, latest.Until)
            == (asked.On, asked.Who, asked.Why, asked.Until);

    /// <summary>Whether a cart has a line just as it is asked for.</summary>
    public static bool IsInCart(ReadOnlySpan<CartLine> lines, in CartLine asked) =>
        Cart.Find(lines, asked.Listing) is >= 0 and var at && lines[at] == asked;
}
